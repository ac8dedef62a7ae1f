using SpLg.Core.Checklists;
using SpLg.Tests.Demo;
using SpLg.Tests.Templates;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Pdf;

/// <summary>
/// Every word of a document is in its PDF, and no other: the shipped templates filled with the made-up organisation's
/// rows as they come from a site, with their links. With <c>SPLG_FULL=1</c> every document, without it a sample.
/// </summary>
public sealed class PdfWordsTests
{
    private const int Seed = 20261130;

    private static readonly FieldSet OwnFields = new FieldSetBuilder<OwnData>()
        .List(
            "Rader",
            "Rader.",
            d => d.Rows,
            new FieldSetBuilder<OwnRow>()
                .Number("Nummer", "Nummer.", r => r.Number)
                .Text(
                    "Ord",
                    "Några ord.",
                    r => $"rad{r.Number} " + string.Join(' ', Enumerable.Range(1, 24).Select(i => $"ord{r.Number}x{i}"))
                )
                .Build()
        )
        .RichText(
            "Not",
            "En not med en länk.",
            _ => "<p>Läs <a href=\"https://example.org/en\">den länken</a> först.</p><p>Sedan resten.</p>"
        )
        .Build();

    [PdfFact(carlito: true)]
    public Task Every_word_of_a_document_is_in_its_PDF_with_the_font_the_templates_want() =>
        AssertWholeAsync(carlito: true);

    [PdfFact(carlito: false)]
    public Task Every_word_of_a_document_is_in_its_PDF_without_the_font_the_templates_want() =>
        AssertWholeAsync(carlito: false);

    [Fact]
    public void A_word_that_is_gone_or_that_nobody_wrote_is_a_fault_and_one_that_is_cut_is_not()
    {
        var words = DocumentWords.Of(
            Create(
                P("Av 16 incidenter gäller it-säkerhet fyra, fyra av dem Informationssäkerhet.")
                    + Table(1, Row("Obligatorisk"))
            )
        );

        Assert.Empty(
            words.Faults(
                "Av 16 incidenter gäller it-\nsäkerhet fyra, fyra av dem Informations-\nsäkerhet.\nObligatori\nsk\n1"
            )
        );
        Assert.Equal(
            ["gone: fyra", "not in the document: HYPERLINK"],
            words.Faults("Av 16 incidenter gäller HYPERLINK it-säkerhet fyra av dem Informationssäkerhet. Obligatorisk")
        );
    }

    private static async Task AssertWholeAsync(bool carlito)
    {
        var documents = new List<(string Name, byte[] Docx)>
        {
            (
                "own template",
                Template
                    .Compile(OwnTemplate(), "mall.docx", OwnFields)
                    .Fill(new OwnData([.. Enumerable.Range(1, 40).Select(n => new OwnRow(n))]))
            ),
        };
        documents.AddRange(Sample(Shipped(), Seed + (carlito ? 1 : 0)).Select(d => (d.Name, d.Fill())));
        var texts = await Infra.Pdf.TextsAsync([.. documents.Select(d => d.Docx)], carlito);
        var faults = new StringBuilder();
        foreach (
            var (name, found) in documents.Zip(texts, (d, text) => (d.Name, DocumentWords.Of(d.Docx).Faults(text)))
        )
        {
            if (found.Count > 0)
                faults
                    .Append(name)
                    .Append(": ")
                    .AppendJoin("; ", found.Take(40))
                    .AppendLine(found.Count > 40 ? $" and {found.Count - 40} more" : "");
        }
        Assert.True(faults.Length == 0, faults.ToString());
    }

    // The reviews are the long ones: one of them, and some of the others.
    private static IEnumerable<(string Name, bool IsReview, Func<byte[]> Fill)> Sample(
        IReadOnlyList<(string Name, bool IsReview, Func<byte[]> Fill)> all,
        int seed
    )
    {
        if (SampleOrAll.IsAll)
            return all;
        var shuffled = all.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [shuffled.First(d => d.IsReview), .. shuffled.Where(d => !d.IsReview).Take(4)];
    }

    private static IReadOnlyList<(string Name, bool IsReview, Func<byte[]> Fill)> Shipped()
    {
        var lists = FromSite();
        var all = new List<(string, bool, Func<byte[]>)>();
        foreach (var edition in Enum.GetValues<Edition>())
        {
            var review = new Lazy<BuiltReview>(() =>
                BuiltReview.Build(lists, null, DemoLists.Years, edition, DemoLists.Today, new FileFindings())
            );
            foreach (string template in ReviewTemplates.Names)
            {
                all.Add(($"{template}, {edition}", true, () => ReviewTemplates.Compile(template).Fill(review.Value)));
            }
            if (edition == Edition.Open)
                all.Add(("samlad-genomgang.docx", true, () => RollupTemplate().Fill(Together(review.Value))));
            foreach (var type in Enum.GetValues<DocumentType>().Where(t => t != DocumentType.ManagementReview))
            {
                var name = DocumentKind.Of(type).Template;
                var template = new Lazy<Template>(() =>
                    Template.Compile(ShippedFiles.Template(name), name, ChecklistBuilder.FieldsOf(type))
                );
                all.AddRange(
                    ChecklistBuilder
                        .Build(lists, type, null, new(2026, edition, DemoLists.Today))
                        .Select(d =>
                            ($"{d.Title}, {edition}", false, (Func<byte[]>)(() => template.Value.Fill(d.Data)))
                        )
                );
            }
        }
        return all;
    }

    private static Template RollupTemplate() =>
        Template.Compile(ShippedFiles.Template("samlad-genomgang"), "samlad-genomgang.docx", RollupDocument.Fields);

    private static RollupReview Together(BuiltReview review) =>
        RollupReview.Build(
            2026,
            ((string[])["Idrottsnämnden", "Kulturnämnden"]).Select(name => new RollupOrganisation(
                review.With(Cover.Section, review.Cover with { Organisation = name }),
                "Förvaltningschef",
                new(2026, 11, 30),
                $"{name}.json",
                "ab"
            )),
            ["Biblioteket AB"]
        );

    // Rows and lists of a site have addresses, so that documents link to them.
    private static OrganisationLists FromSite()
    {
        var schema = ShippedFiles.Schema();
        var findings = new FileFindings();
        var rows = RowFolder
            .Read(ShippedFiles.DemoFolder, schema, findings)
            .ToDictionary(
                list => list.Key,
                list =>
                    (IReadOnlyList<ListRow>)
                        [
                            .. list.Value.Select(r =>
                                r with
                                {
                                    WebUrl = new(
                                        $"https://contoso.sharepoint.com/Lists/{list.Key}/DispForm.aspx?ID={r.Id}"
                                    ),
                                }
                            ),
                        ]
            );
        return OrganisationLists.Read(rows, schema, TimeZoneInfo.Utc, findings) with
        {
            ListLinks = schema.Lists.ToDictionary(
                l => l.Title,
                l => new Uri($"https://contoso.sharepoint.com/Lists/{l.Name}"),
                StringComparer.Ordinal
            ),
        };
    }

    // As authors make them: a caption kept with a table whose rows may not break, controls of their own around links
    // and fields.
    private static byte[] OwnTemplate() =>
        Create(
            string.Concat(Enumerable.Range(1, 30).Select(i => P($"Stycke{i}")))
                + "<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t>Tabellens rubrik</w:t></w:r></w:p>"
                + Table(
                    2,
                    $"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{KeptCell("Nummer")}{KeptCell("Innehåll")}</w:tr>",
                    $"<w:tr><w:trPr><w:cantSplit/></w:trPr>{Cell("{{Rader.Nummer}}")}{Cell("{{Rader.Ord}}")}</w:tr>"
                )
                + P("{{Not}}")
                + $"<w:sdt><w:sdtPr><w:alias w:val=\"Mitt\"/></w:sdtPr><w:sdtContent><w:p>{Linked}</w:p></w:sdtContent></w:sdt>"
                + "<w:sdt><w:sdtPr><w:richText/></w:sdtPr><w:sdtContent><w:p><w:r><w:t "
                + $"xml:space=\"preserve\">Sidan </w:t></w:r>{Page}</w:p></w:sdtContent></w:sdt>"
                + P("{{#om Not}}")
                + $"<w:p>{Linked}</w:p>"
                + P("{{/om}}"),
            more: document =>
                document.MainDocumentPart!.AddHyperlinkRelationship(
                    new("https://example.org/egen"),
                    isExternal: true,
                    "rIdOwn"
                )
        );

    private const string Linked =
        "<w:r><w:t xml:space=\"preserve\">Se </w:t></w:r><w:hyperlink r:id=\"rIdOwn\"><w:r><w:t>sidan</w:t></w:r></w:hyperlink>";

    private const string Page =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE "
        + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        + "<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static string KeptCell(string text) =>
        Cell($"<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");

    private sealed record OwnData(IReadOnlyList<OwnRow> Rows);

    private sealed record OwnRow(int Number);
}
