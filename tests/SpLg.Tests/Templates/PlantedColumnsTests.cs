using DocumentFormat.OpenXml.Packaging;
using SpLg.Core.Checklists;
using SpLg.Tests.Checklists;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace SpLg.Tests.Templates;

/// <summary>
/// Every column that is meant for the document can be seen in every shipped template that shows its list: a word
/// planted in it stands in the filled document, and a date, number or choice in it makes the document another. With
/// <c>SPLG_FULL=1</c> every column, without it those of words and a sample of the others.
/// </summary>
public sealed class PlantedColumnsTests
{
    private const int Seed = 20261130;

    private static readonly string[] NotOfTheRow = ["ReviewRequests", "Settings"];

    /// <summary>Columns that say how a row is to be used, and are in no document; the reason beside each.</summary>
    private static readonly Dictionary<string, string> Bookkeeping = new(StringComparer.Ordinal)
    {
        ["*.Year"] = "says in which document and section the row stands",
        ["*.Publication"] = "says which edition the row may be in",
        ["*.SecrecyGround"] = "says why a row is in no open edition",
        ["*.PersonalDataReviewed"] = "a decision on publication",
        ["*.ExternalKey"] = "a key for imports",
        ["Incidents.Title"] = "names what happened; the summary for publication tells it",
        ["Incidents.Description"] = "is never published, as its name says",
        ["Incidents.IaId"] = "leads to what is never published",
        ["Incidents.Investigator"] = "whom to ask about what is never published",
        ["Incidents.AwareAt"] = "the hours from it are told",
        ["Incidents.ReportedToImyAt"] = "the hours to it are told",
        ["Incidents.EarlyWarningAt"] = "the hours to it are told",
        ["Incidents.ReportedAt"] = "the hours to it are told",
        ["Incidents.HandedToCityAt"] = "the hours to it are told",
        ["TextBlocks.Title"] = "names the row in the list; the text has the heading of its place",
        ["TextBlocks.Key"] = "says where the text stands",
        ["TextBlocks.Form"] = "says for which form of organisation the text is",
        ["TextBlocks.ValidFrom"] = "says from when the text is used",
        ["TextBlocks.ValidTo"] = "says until when the text is used",
        ["ContextFactors.SortOrder"] = "says in which order factors stand",
        ["RequirementAssessments.Edition"] = "says which edition of the standard the clauses are numbered by",
        ["Objectives.FollowsCourse"] = "says which course's figure the outcome is computed from; the outcome is shown",
        ["Incidents.ProcessingActivity"] = "ties the incident to what it happened in, for those who work with that",
        ["ActionItems.ProcessingActivity"] = "says in which object's action plan the action stands",
    };

    /// <summary>
    /// What checklists have no place for: the summary is the review's, and a role's checklist has open actions alone.
    /// </summary>
    private static readonly Dictionary<string, string[]> NotInChecklists = new(StringComparer.Ordinal)
    {
        [Choice.Text(DocumentType.ActionPlan)] = ["InSummary"],
        [Choice.Text(DocumentType.RoleChecklist)] = ["InSummary", "CompletedOn"],
    };

    /// <summary>The open edition counts by it, and where it is empty by the day that the incident was found.</summary>
    private const string OnlyCountedBy = "OccurredOn";

    /// <summary>The documents of one type each, besides the review.</summary>
    private static readonly DocumentType[] Checklists =
    [
        .. Enum.GetValues<DocumentType>().Where(t => t != DocumentType.ManagementReview),
    ];

    public static TheoryData<string, Edition> Shipped
    {
        get
        {
            var all =
                from template in ReviewTemplates.Files.Concat(Checklists.Select(t => Choice.Text(t)))
                from edition in Enum.GetValues<Edition>()
                select (template, edition);
            return [.. SampleOrAll.OfEvery(3, all)];
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_template_shows_every_column_of_the_lists_it_shows(string template, Edition edition)
    {
        var text = Text(template, edition, Rows(null, null));
        var hidden = new List<string>();
        foreach (var list in SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary && !NotOfTheRow.Contains(l.Name)))
        {
            var columns = list
                .Columns.Where(c =>
                    !Bookkeeping.ContainsKey("*." + c.Name) && !Bookkeeping.ContainsKey($"{list.Name}.{c.Name}")
                )
                .Where(c => !NotInChecklists.GetValueOrDefault(template, []).Contains(c.Name))
                // Where a person is chosen the words beside stand in no document.
                .Where(c => !list.Columns.Any(p => list.WordsBeside(p) == c))
                .Where(c =>
                    edition == Edition.Full
                    || (
                        c.Kind != ColumnKind.Person
                        && c.Name != OnlyCountedBy
                        && KnownLists.All.Single(l => l.Name == list.Name).IsOpen(c.Name)
                    )
                )
                .ToList();
            var words = columns
                .Where(IsWords)
                .ToLookup(c => text.Contains(Marker(list, c), StringComparison.OrdinalIgnoreCase));
            if (!words[true].Any(c => c.Kind != ColumnKind.Person))
                continue;
            hidden.AddRange(words[false].Select(c => $"{list.Name}.{c.Name}"));
            hidden.AddRange(
                Sampled(columns.Where(c => !IsWords(c)))
                    .Where(c => Text(template, edition, Rows(list, c)) == text)
                    .Select(c => $"{list.Name}.{c.Name}")
            );
        }
        Assert.True(hidden.Count == 0, string.Join(", ", hidden));
    }

    [Fact]
    public void Columns_left_out_are_there() =>
        Assert.All(
            Bookkeeping.Keys.Where(k => k[0] != '*'),
            k =>
                Assert.NotNull(
                    SplgTemplate
                        .Schema.List(k[..k.IndexOf('.', StringComparison.Ordinal)])
                        .Column(k[(k.IndexOf('.', StringComparison.Ordinal) + 1)..])
                )
        );

    private static IEnumerable<ColumnSchema> Sampled(IEnumerable<ColumnSchema> columns)
    {
        var all = columns.ToArray();
        if (SampleOrAll.IsAll)
            return all;
        new Random(Seed).Shuffle(all);
        return all.Take(1);
    }

    private static bool IsWords(ColumnSchema column) =>
        column.Kind is ColumnKind.Text or ColumnKind.Note or ColumnKind.RichText or ColumnKind.Person;

    private static string Marker(ListSchema list, ColumnSchema column) =>
        (list.Name, column.Name) switch
        {
            ("RequirementAssessments", "Clause") => "4.1",
            ("ContextFactors", "SourceUrl") or ("GoverningDocuments", "Url") =>
                $"https://example.org/{list.Name}{column.Name}",
            _ => $"ord{list.Name}{column.Name}slut",
        };

    private static string TitleOf(string list, int year, int n) =>
        $"{Marker(SplgTemplate.Schema.List(list), SplgTemplate.Schema.List(list).Column("Title"))} {year} {n}";

    /// <summary>
    /// Rows of every list in two years, of every choice there is, with one column of one list left empty.
    /// </summary>
    private static Organisation Rows(ListSchema? of, ColumnSchema? left)
    {
        var organisation = new Organisation().Add(
            "Settings",
            ("Title", "Inställningar"),
            ("OrganisationName", "Nämnden"),
            ("OrganisationForm", "Nämnd")
        );
        foreach (var list in SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary && !NotOfTheRow.Contains(l.Name)))
        {
            foreach (var year in (int[])[Organisation.Year - 1, Organisation.Year])
            {
                // Of few incidents the open edition tells neither how many there are nor how long they took.
                for (var n = 0; n < (list.Name == "Incidents" ? 30 : 6); n++)
                {
                    var columns = list.Columns.Where(c => list != of || c != left);
                    organisation.Add(list.Name, [.. columns.Select(c => (c.Name, Value(list, c, year, n)))]);
                }
            }
        }
        return organisation;
    }

    private static object Value(ListSchema list, ColumnSchema column, int year, int n) =>
        (list.Name, column.Name) switch
        {
            (_, "Publication") => "Öppen",
            (_, "SecrecyGround") => "",
            (_, "ExternalKey") => $"{year}-{n}",
            (_, "Year") => year,
            (_, "DecidedInYear") => year,
            (_, "ReportYear") => year - 1,
            (_, "Title") => TitleOf(list.Name, year, n),
            // A time in words is told where there is no day.
            (_, "DueOn") when n % 2 == 1 => "",
            // The outcome that is written is told where it is not computed.
            ("Objectives", "Follows") when n % 2 == 1 => "",
            ("TextBlocks", "Key") => "syfte",
            ("TextBlocks", "Form") => "Alla",
            ("TextBlocks", "ValidFrom" or "ValidTo") => "",
            ("RequirementAssessments", "Edition") => "2022",
            // What is not stated afterwards is as before.
            ("UndesiredEvents", "ResidualLikelihood" or "ResidualImpact") => 1,
            (_, "PlannedYears") => new[] { "2026", "2027" },
            ("AnnualWheelActivities", "Month") => n + 1,
            _ => column.Kind switch
            {
                ColumnKind.RichText => $"<p>{Marker(list, column)}</p>",
                ColumnKind.Text or ColumnKind.Note or ColumnKind.Person => Marker(list, column),
                ColumnKind.Lookup => TitleOf(
                    SplgTemplate.Schema.Lists.Single(l => l.Title == column.LookupList).Name,
                    Organisation.Year,
                    n
                ),
                ColumnKind.Choice => column.Choices[n % column.Choices.Count],
                ColumnKind.MultiChoice => column.Choices.Skip(n % column.Choices.Count).Take(2),
                ColumnKind.Number => Math.Min((column.Minimum ?? 1) + 1 + (n % 3), column.Maximum ?? 100),
                ColumnKind.YesNo => n % 2 == 0,
                // Later columns hold later days, as what is closed comes after what has happened.
                _ => new DateOnly(year, 1, 1)
                    .AddDays((list.Columns.Index().First(c => c.Item == column).Index * 9) + n)
                    .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
        };

    private static string Text(string template, Edition edition, Organisation rows)
    {
        if (!template.EndsWith(".docx", StringComparison.Ordinal))
        {
            var type = Enum.GetValues<DocumentType>().Single(t => Choice.Text(t) == template);
            var shipped = ShippedFiles.Template(DocumentKind.Of(type).Template);
            var compiled = Template.Compile(shipped, template, ChecklistBuilder.FieldsOf(type));
            return string.Concat(
                Made.All(rows.Read(), type, edition: edition).Select(d => Text(compiled.Fill(d.Data)))
            );
        }
        // What is told in the annex of findings is not shown.
        var review = BuiltReview.Build(rows.Read(), null, Organisation.Years, edition, Organisation.Today, []);
        return Text(
            ReviewTemplates.Compile(template).Fill(review.With(DataFindings.Section, DataFindings.Build(edition, [])))
        );
    }

    private static string Text(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var main = document.MainDocumentPart!;
        var notes = main.FootnotesPart;
        return string.Join(
            '\n',
            [
                .. main.Document.Body!.Descendants<Paragraph>().Select(p => p.InnerText),
                .. notes?.Footnotes.Descendants<Paragraph>().Select(p => p.InnerText) ?? [],
                .. main
                    .HyperlinkRelationships.Concat(notes?.HyperlinkRelationships ?? [])
                    .Select(l => l.Uri.OriginalString),
            ]
        );
    }
}
