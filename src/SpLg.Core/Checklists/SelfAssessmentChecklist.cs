namespace SpLg.Core.Checklists;

/// <summary>
/// Självskattning: every clause of one edition of the standard, also those that nobody has assessed yet.
/// </summary>
public sealed record SelfAssessmentChecklist(ChecklistCover Cover, ClauseEdition Edition, SelfAssessment Assessment)
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<SelfAssessmentChecklist>()
            .Group(ChecklistCover.GroupName, "Uppgifter om dokumentet.", s => s.Cover, ChecklistCover.Fields)
            .Text(
                "Standard",
                "Standarden med sin utgåva, till exempel ISO/IEC 27001:2022.",
                s => $"ISO/IEC 27001:{Choice.Text(s.Edition)}"
            )
            .Text("Mening", "Hur många av kraven som är besvarade och uppfyllda.", s => s.Assessment.Sentence)
            .Number(
                "Antal obesvarade",
                "Antal krav som ingen har bedömt.",
                s => s.Assessment.Total.Answers(s.Assessment.Total.Now)[3].Figure
            )
            .Text("Obesvarade", "Numren på de krav som ingen har bedömt.", s => s.Assessment.Unanswered)
            .List("Kapitel", "Kraven kapitel för kapitel.", s => s.Chapters, ChapterClauses.Fields)
            .Group(
                SelfAssessment.GroupName,
                "Summor, jämförelse och alla krav i en lista.",
                s => s.Assessment,
                SelfAssessment.Fields
            )
            .AllFrom(s => s.Assessment.Source.Trace)
            .Build();

    public static ChecklistKind Kind { get; } =
        new(DocumentType.SelfAssessment, "self-assessment", "sjalvskattning", Fields, Documents);

    /// <summary>A chapter of which no clause is told has none of its own.</summary>
    private IReadOnlyList<ChapterClauses> Chapters =>
        [.. AllChapters.Where(c => c.Clauses.Any(k => !k.Origin.IsCounted))];

    private IReadOnlyList<ChapterClauses> AllChapters =>
        [
            .. Clause.Chapters.Select(c => new ChapterClauses(
                $"{c.Number}",
                c.Heading,
                [.. Assessment.Clauses.Where(r => Clause.Chapter(r.Now.Clause) == c.Number)]
            )),
            .. Assessment.Clauses.Where(r => Clause.Chapter(r.Now.Clause) is null).ToList() is { Count: > 0 } others
                ? [new ChapterClauses("", "Krav utan avsnitt", others)]
                : Array.Empty<ChapterClauses>(),
        ];

    /// <param name="edition">The edition that was asked for; null takes the one most rows of the year have, else last
    /// year's, else the newest.</param>
    public static SelfAssessmentChecklist Build(
        OrganisationLists lists,
        ClauseEdition? edition,
        ChecklistContext context
    )
    {
        var all = lists.Of(RequirementAssessment.AsList);
        var chosen =
            edition
            ?? SelfAssessment.OfYear(all, context.Year).Edition
            ?? SelfAssessment.OfYear(all, context.Year - 1).Edition
            ?? ClauseEdition.Edition2022;
        // Rows that do not say their edition count as assessments of the one that is made.
        var rows =
            SelfAssessment.OfYear(all, context.Year) is (null, { Count: > 0 } unnamed) && edition is null
                ? unnamed
                : SelfAssessment.OfYear([.. all.Where(r => r.Edition.Is(chosen))], context.Year).Rows;
        return new(
            ChecklistCover.Build($"Självskattning {context.Year}", lists, context, RequirementAssessment.AsList.Title),
            chosen,
            SelfAssessment.Of(lists, context.Year, chosen, rows, chosen)
        );
    }

    private static IReadOnlyList<ChecklistDocument> Documents(
        OrganisationLists lists,
        string? selection,
        ChecklistContext context
    )
    {
        var editions = Enum.GetValues<ClauseEdition>()
            .Select(e => new
            {
                Edition = e,
                Names = (IReadOnlyList<string>)[Choice.Text(e), $"ISO/IEC 27001:{Choice.Text(e)}"],
            })
            .ToList();
        ClauseEdition? edition = selection is null
            ? null
            : ChecklistSelection.One(editions, e => e.Names, selection, "ingen utgåva av standarden").Edition;
        var checklist = Build(lists, edition, context);
        var name = edition is null
            ? checklist.Cover.Title
            : $"{checklist.Cover.Title} utgåva {Choice.Text(checklist.Edition)}";
        return [Kind.Document(checklist.Cover.Title, name, checklist, SheetsOf(checklist))];
    }

    private static IReadOnlyList<Sheet> SheetsOf(SelfAssessmentChecklist checklist) =>
        [
            new(
                "Självskattning",
                checklist.Cover.Title,
                [
                    .. ChecklistSheets.About(checklist.Cover),
                    .. SheetFact.Of(Fields, checklist, "Standard", "Mening"),
                    .. SheetFact.Of(SelfAssessment.Fields, checklist.Assessment, "Jämförelse"),
                ],
                [
                    .. ChecklistSheets.Columns(ClauseRow.Fields, ("Avsnitt", 9), ("Krav", 32)),
                    SheetColumn.Of(ClauseRow.Fields, "Uppfyllt", 11, Choice.Texts<Fulfilment>()),
                    .. ChecklistSheets.Columns(
                        ClauseRow.Fields,
                        ("Uppfyllt förra året", 11),
                        ("Kommentar", 34),
                        ("Föreslagen åtgärd", 34),
                        ("Ansvarig", 18)
                    ),
                    SheetColumn.Of(ClauseRow.Fields, "Prioritet", 11, Choice.Texts<Priority>()),
                    .. ChecklistSheets.Columns(ClauseRow.Fields, ("Tid", 17)),
                ],
                checklist.Assessment.Clauses
            ),
            new(
                "Per kapitel",
                $"{checklist.Cover.Title} per kapitel",
                [],
                ChecklistSheets.Columns(
                    ChapterTotals.Fields,
                    ("Kapitel", 10),
                    ("Rubrik", 24),
                    ("Ja", 8),
                    ("Delvis", 9),
                    ("Nej", 8),
                    ("Obesvarade", 13),
                    ("Summa", 10),
                    ("Andel", 10),
                    ("Trend", 50)
                ),
                [.. checklist.Assessment.Chapters, checklist.Assessment.Total]
            ),
        ];
}
