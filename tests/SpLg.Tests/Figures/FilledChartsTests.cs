using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using FsCheck;
using FsCheck.Fluent;
using SpLg.Tests.Demo;
using SpLg.Tests.Templates;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace SpLg.Tests.Figures;

/// <summary>
/// Every number that a chart keeps, and every cell of the workbook behind it, is that of the list in the built review:
/// every chart of every template, both editions. With <c>SPLG_FULL=1</c> many made-up organisations, without it a few.
/// </summary>
public sealed class FilledChartsTests
{
    private static readonly (int Rounds, ulong[] Seeds) Tried = SampleOrAll.IsAll
        ? (40, [20261130, 7, 4711])
        : (4, [20261130]);

    [Theory]
    [InlineData(Edition.Full, 10)]
    // Where a count is too small for all to read, there is no chart of it.
    [InlineData(Edition.Open, 3)]
    public void Every_chart_and_its_workbook_hold_the_figures_of_the_built_review(Edition edition, int atLeast)
    {
        var shown = AssertCharts(DemoLists.Review(edition));

        Assert.True(shown >= atLeast, $"Only {shown} charts have been shown.");
    }

    [Fact]
    public void Every_chart_and_its_workbook_hold_the_figures_of_the_review_whatever_the_rows_are()
    {
        foreach (var seed in Tried.Seeds)
        {
            Check.One(
                Config.QuickThrowOnFailure.WithMaxTest(Tried.Rounds).WithReplay(seed, 23),
                Prop.ForAll(
                    RandomRows.Of(RandomRows.Loose, "Öppen", "", "Öppen", "Intern").ToArbitrary(),
                    rows =>
                    {
                        foreach (var edition in Enum.GetValues<Edition>())
                        {
                            var organisation = rows.Organisation();
                            AssertCharts(organisation.Build(edition));
                        }
                    }
                )
            );
        }
    }

    /// <returns>How many charts have been shown.</returns>
    private static int AssertCharts(BuiltReview review)
    {
        var shown = 0;
        foreach (var template in ReviewTemplates.Files)
        {
            var lists = ListsOf(ReviewTemplates.Bytes(template));
            Assert.NotEmpty(lists);
            using var stream = new MemoryStream(ReviewTemplates.Compile(template).Fill(review));
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            var main = document.MainDocumentPart!;
            var visible = main.Document.Descendants<ChartReference>().Select(c => c.Id!.Value!).ToHashSet();
            foreach (var (id, path) in lists)
            {
                var part = (ChartPart)main.GetPartById(id);
                var place = $"{template}, {review.Cover.Edition}, {path}";
                var (field, rows) = Read(review, path);
                if (!visible.Contains(id))
                {
                    // What is not shown does not lie in the file either.
                    Assert.All(SeriesOf(part), s => Assert.Empty(s.Descendants<NumericPoint>()));
                    continue;
                }
                shown++;
                AssertChart(part, field.Inner!, rows, place);
                AssertWorkbook(part, field.Inner!, rows, place);
            }
        }
        return shown;
    }

    private static void AssertChart(ChartPart part, FieldSet fields, IReadOnlyList<object> rows, string place)
    {
        var all = SeriesOf(part).ToList();
        Assert.NotEmpty(all);
        foreach (var series in all)
        {
            var name = series.GetFirstChild<SeriesText>()!.Descendants<NumericValue>().Single().Text;
            var field = FieldNamed(fields, name, place);
            var categories = series.GetFirstChild<CategoryAxisData>()!;
            Assert.Contains(
                fields.Fields.Where(f => f.Kind == FieldKind.Text),
                f => Texts(categories).SequenceEqual(rows.Select(r => f.Read(r) as string ?? ""))
            );
            var values = series.GetFirstChild<Values>()!;
            Assert.Equal((uint)rows.Count, values.Descendants<PointCount>().Single().Val!.Value);
            var points = values
                .Descendants<NumericPoint>()
                .ToDictionary(p => (int)p.Index!.Value, p => Number(p.InnerText));
            for (var i = 0; i < rows.Count; i++)
            {
                Assert.True(
                    points.TryGetValue(i, out var value)
                        ? Equals(value, field.Read(rows[i]))
                        : field.Read(rows[i]) is not decimal,
                    $"{place}: {name}, {i}"
                );
            }
        }
    }

    private static void AssertWorkbook(ChartPart part, FieldSet fields, IReadOnlyList<object> rows, string place)
    {
        using var stream = part.EmbeddedPackagePart!.GetStream();
        using var workbook = SpreadsheetDocument.Open(stream, isEditable: false);
        var sheet = workbook
            .WorkbookPart!.WorksheetParts.Single()
            .Worksheet.Descendants<Spreadsheet.Row>()
            .Select(r => r.Elements<Spreadsheet.Cell>().Select(c => c.InnerText).ToList())
            .ToList();
        var header = sheet[0].Select(name => FieldNamed(fields, name, place)).ToList();
        Assert.Equal(SeriesOf(part).Count() + 1, header.Count);
        Assert.Equal(rows.Select(row => header.ConvertAll(f => Written(f, row))), sheet.Skip(1));
    }

    /// <summary>A number that is not known yet is told in words in the table and left out of the chart.</summary>
    private static string Written(Field field, object row) =>
        field.Read(row) switch
        {
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            string text when field.Kind == FieldKind.Text => text,
            _ => "",
        };

    private static Field FieldNamed(FieldSet fields, string name, string place) =>
        fields.Fields.FirstOrDefault(f => f.Name == name)
        ?? throw new KeyNotFoundException($"{place}: {name} is no field of the list.");

    private static IEnumerable<OpenXmlElement> SeriesOf(ChartPart part) =>
        part
            .ChartSpace.Descendants()
            .Where(e => e.LocalName == "ser" && e.NamespaceUri.EndsWith("/chart", StringComparison.Ordinal));

    private static IEnumerable<string> Texts(OpenXmlElement categories) =>
        categories.Descendants<StringPoint>().OrderBy(p => p.Index!.Value).Select(p => p.InnerText);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static (Field Field, IReadOnlyList<object> Rows) Read(BuiltReview review, string path)
    {
        var names = path.Split('.');
        object data = review;
        var fields = ReviewSections.Fields;
        foreach (var name in names[..^1])
        {
            var group = fields.TryFind(name)!;
            (data, fields) = (group.Read(data)!, group.Inner!);
        }
        var list = fields.TryFind(names[^1])!;
        return (list, (IReadOnlyList<object>)list.Read(data)!);
    }

    /// <summary>The relationship id of each chart, and the list that its alternative text names.</summary>
    private static Dictionary<string, string> ListsOf(byte[] template)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(template), isEditable: false);
        return document
            .MainDocumentPart!.Document.Descendants<ChartReference>()
            .ToDictionary(
                c => c.Id!.Value!,
                c =>
                    c.Ancestors<DocumentFormat.OpenXml.Drawing.Wordprocessing.Inline>()
                        .Single()
                        .DocProperties!.Description!.Value!.Split("{{")
                        .Skip(1)
                        .Select(e => e.Split("}}")[0].Trim())
                        .Single(IsList),
                StringComparer.Ordinal
            );
    }

    private static bool IsList(string path)
    {
        FieldSet? fields = ReviewSections.Fields;
        Field? field = null;
        foreach (var name in path.Split('.'))
        {
            field = fields?.TryFind(name);
            fields = field?.Inner;
        }
        return field?.Kind == FieldKind.List;
    }
}
