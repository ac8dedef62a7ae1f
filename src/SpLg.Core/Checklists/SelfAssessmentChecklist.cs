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
            .Text("Mening", "Hur många av kraven som är besvarade och uppfyllda.", s => s.Sentence)
            .Number(
                "Antal obesvarade",
                "Antal krav som ingen har bedömt.",
                s => s.Assessment.Total.Answers(s.Assessment.Total.Now)[3].Figure
            )
            .Text("Obesvarade", "Numren på de krav som ingen har bedömt.", s => s.Unanswered)
            .List("Kapitel", "Kraven kapitel för kapitel.", s => s.Chapters, ChapterClauses.Fields)
            .Group(
                SelfAssessment.GroupName,
                "Summor, jämförelse och alla krav i en lista.",
                s => s.Assessment,
                SelfAssessment.Fields
            )
            .AllFrom(s => s.Assessment.Source.Trace)
            .Build();

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

    private string? Sentence =>
        !Assessment.Total.IsHidden(Assessment.Total.Now) && Assessment.Total.Unanswered == Assessment.Total.Total
            ? $"Inget av de {Swedish.Number(Assessment.Total.Total)} kraven är besvarat än."
            : Assessment.Sentence;

    private string? Unanswered =>
        Swedish.Join([
            .. ToldLines
                .Of(Assessment.Clauses)
                .Where(c => c.Now.Fulfilled.IsEmpty)
                .Select(c => c.Now.Clause)
                .OfType<string>(),
        ])
            is { Length: > 0 } numbers
            ? numbers
            : null;

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
        // Where no row says which edition it is of, they are assessments of the one that is made.
        var rows =
            SelfAssessment.OfYear(all, context.Year) is (null, { Count: > 0 } unnamed) && edition is null
                ? unnamed
                : SelfAssessment.OfYear([.. all.Where(r => r.Edition.Is(chosen))], context.Year).Rows;
        var assessed = rows.Select(r => r.Clause).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new(
            ChecklistCover.Build($"Självskattning {context.Year}", lists, context, RequirementAssessment.AsList.Title),
            chosen,
            SelfAssessment.Of(
                lists,
                context.Year,
                chosen,
                rows,
                [.. ClauseList.Missing(chosen, assessed).Select(c => NotAssessed(c.Number, c.Title, chosen))]
            )
        );
    }

    /// <summary>No row of the list: a clause as it looks before anybody has answered.</summary>
    private static RequirementAssessment NotAssessed(string number, string title, ClauseEdition edition) =>
        new(
            Origin: new(
                List: RequirementAssessment.AsList.Title,
                Id: "",
                Link: null,
                Year: default,
                Publication: default,
                SecrecyGround: null,
                PersonalDataReviewed: default,
                ExternalKey: null
            ),
            Title: title,
            Clause: number,
            Edition: new(edition, Choice.Text(edition)),
            Fulfilled: default,
            Comment: null,
            ProposedAction: null,
            Responsible: null,
            Priority: default,
            DueText: null,
            DueOn: default
        );
}
