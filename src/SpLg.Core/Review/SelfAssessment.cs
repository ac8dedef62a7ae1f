using System.Globalization;
using SpLg.Core.Choices;
using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>
/// The self-assessment of the review's year (by the Year column), clause by clause, in the edition that has most rows
/// that year (the newer when they are as many), beside last year's, chosen the same way.
/// </summary>
public sealed record SelfAssessment(
    Basis Basis, ClauseEdition? Edition, IReadOnlyList<ClauseRow> Clauses, IReadOnlyList<ChapterTotals> Chapters, ChapterTotals Total)
{
    public const string GroupName = "Självskattning";

    public static FieldSet Fields { get; } = Basis.Fields<SelfAssessment>(s => s.Basis)
        .Text("Utgåva", "Standardens utgåva: 2013 eller 2022.", s => s.Edition is { } edition ? Choice.Text(edition) : null)
        .Number("Antal", "Antal krav som har skattats.", s => s.Clauses.Count)
        .Text("Mening", "Utfallet i en mening.", s => s.Sentence)
        .Number("Antal bättre", "Antal krav som är bättre uppfyllda än förra året.", s => s.Clauses.Count(c => c.Change == "Bättre"))
        .Number("Antal sämre", "Antal krav som är sämre uppfyllda än förra året.", s => s.Clauses.Count(c => c.Change == "Sämre"))
        .Group("Totalt", "Alla kapitel sammantagna.", s => s.Total, ChapterTotals.Fields)
        .List("Per kapitel", "Summor per kapitel, 4–10.", s => s.Chapters, ChapterTotals.Fields)
        .List("Krav", "Alla krav i nummerordning.", s => s.Clauses, ClauseRow.Fields)
        .List("Brister", "Bara krav som uppfylls delvis eller inte alls.", s => s.Gaps, ClauseRow.Fields)
        .Build();

    public IReadOnlyList<ClauseRow> Gaps => [.. Clauses.Where(c => c.Now.Fulfilled.Is(Fulfilment.Partly) || c.Now.Fulfilled.Is(Fulfilment.No))];

    private string? Sentence => Clauses.Count == 0 ? null
        : $"Av {Swedish.Count(Clauses.Count, "krav", "krav")} i självskattningen är {Swedish.Join(Parts)}"
            + (Total.Unanswered == 0 ? "." : $"; {Swedish.InWords(Total.Unanswered, neuter: true)} saknar svar.");

    /// <summary>Gaps that there are none of are left out: "inget inte uppfyllt" is hard to read.</summary>
    private IReadOnlyList<string> Parts =>
    [
        Fulfilled(Total.Yes, ""),
        .. Total.Partly == 0 ? Array.Empty<string>() : [Fulfilled(Total.Partly, "delvis ")],
        .. Total.No == 0 ? Array.Empty<string>() : [Fulfilled(Total.No, "inte ")],
    ];

    private static string Fulfilled(int count, string how) =>
        $"{Swedish.HowMany(count, neuter: true)} {how}{(count <= 1 ? "uppfyllt" : "uppfyllda")}";

    public static SelfAssessment Build(OrganisationLists lists, int year)
    {
        var (edition, now) = OfYear(lists.RequirementAssessments, year);
        var (editionBefore, before) = OfYear(lists.RequirementAssessments, year - 1);
        var beforeByClause = before.Where(r => r.Clause is not null).ToLookup(r => r.Clause!, StringComparer.Ordinal);
        var comparable = before.Count > 0;
        var (chapters, chaptersBefore) = (now.ToLookup(r => Clause.Chapter(r.Clause)), before.ToLookup(r => Clause.Chapter(r.Clause)));
        return new(
            Basis.Of(lists, "Självskattning", lists.RequirementAssessments.Count, now.Count, $"Ingen självskattning har gjorts för {year}."),
            edition,
            [.. now.Select(r => new ClauseRow(r, Before(r)))],
            [.. Clause.Chapters.Select(c => ChapterTotals.Of(
                c.Number.ToString(CultureInfo.InvariantCulture), c.Heading, [.. chapters[c.Number]], [.. chaptersBefore[c.Number]], comparable))],
            ChapterTotals.Of("Totalt", "Alla kapitel", now, before, comparable));

        RequirementAssessment? Before(RequirementAssessment row) =>
            row.Clause is null || edition is null || editionBefore is null ? null
                : beforeByClause[Clause.In(editionBefore.Value, edition.Value, row.Clause)].FirstOrDefault();
    }

    /// <summary>The rows of a year in its edition, in clause order; rows whose edition cannot be read are left out.</summary>
    private static (ClauseEdition? Edition, IReadOnlyList<RequirementAssessment> Rows) OfYear(IReadOnlyList<RequirementAssessment> all, int year)
    {
        var editions = all.Where(r => RowOrder.YearOf(r.Origin) == year && r.Edition.Value is not null).ToLookup(r => r.Edition.Value!.Value);
        var chosen = editions.OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
        return chosen is null ? (null, []) : (chosen.Key,
            [.. chosen.OrderBy(r => Clause.Order(r.Clause), StringComparer.Ordinal).ThenBy(r => RowOrder.ById(r.Origin))]);
    }
}
