using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>The objectives of the review's year, by their Year column; one without year is standing and shown every year.</summary>
public sealed record Objectives(Basis Basis, IReadOnlyList<Objective> Rows)
{
    public const string GroupName = "Mål";

    public static FieldSet Fields { get; } = Basis.Fields<Objectives>(o => o.Basis)
        .Number("Antal", "Antal mål.", o => o.Rows.Count)
        .Number("Antal nådda", "Antal mål som har nåtts.", o => o.Reached.Figure).From(o => o.Reached.Trace)
        .YesNo("Visa mått", "Ja när något mål har mått, målvärde eller utfall.", o => o.Rows.Any(r => r.Measure is not null || !r.Target.IsEmpty || !r.Outcome.IsEmpty))
        .Text("Mening", "Hur många av målen som har nåtts, i en mening.", o => o.Sentence)
        .List("Rader", "Målen med utfall.", o => o.Rows, new FieldSetBuilder<Objective>()
            .Text("Mål", "Målet.", r => r.Title)
            .Text("Mått", "Hur det mäts.", r => r.Measure)
            .Text("Måttenhet", "Måttets enhet.", r => r.Unit)
            .Text("Mått med enhet", "Hur det mäts, med måttets enhet inom parentes när den är angiven.", r => r.Unit is null ? r.Measure : $"{r.Measure} ({r.Unit})".TrimStart())
            .Number("Målvärde", "Värdet som ska nås.", r => r.Target)
            .Number("Utfall", "Värdet i år.", r => r.Outcome)
            .Number("Föregående utfall", "Värdet vid förra mätningen.", r => r.Previous)
            .Text("Nått", "Nått, Inte nått, Ej mätt eller Går inte att bedöma.", r => IsReached(r) switch { true => "Nått", false => "Inte nått", null => r.Outcome.IsEmpty ? "Ej mätt" : KnownCount.NotJudged })
            .Text("Trend", "Utfallet mot det föregående i ord.", TrendOf)
            .Text("Riktning", "Utfallet mot det föregående i ord utan talen, för en tabell som har dem i egna kolumner.", r => Trend.WithoutNumbers(TrendOf(r)))
            .Build())
        .Build();

    private KnownCount Reached => KnownCount.Of(Basis.Chosen(Rows), "Utfall når Målvärde", IsReached, SmallCounts.None);

    internal string? Sentence => (Rows.Count, Reached) switch
    {
        (0, _) => null,
        (1, { Unknown: 1 }) => "Det går inte att bedöma om målet är nått.",
        (1, { Count: var count }) => count == 1 ? "Målet är nått." : "Målet är inte nått.",
        (_, { Known: 0 }) => "Inget av målen går att bedöma.",
        (_, { Count: var count, Unknown: var unknown }) =>
            $"{Swedish.Sentence(Swedish.HowMany(count, neuter: true))} av {Swedish.InWords(Rows.Count)} mål är {(count < 2 ? "nått" : "nådda")}"
            + (unknown == 0 ? "." : $"; {Swedish.InWords(unknown, neuter: true)} går inte att bedöma."),
    };

    public static Objectives Build(OrganisationLists lists, int year)
    {
        IReadOnlyList<Objective> rows = [.. lists.Objectives
            .Where(o => RowOrder.YearOf(o.Origin) is not { } of || of == year)
            .OrderBy(o => RowOrder.ById(o.Origin))];
        return new(Basis.Of(lists, Trace.Of("Mål", YearFilter.OrStanding(year), rows), lists.Objectives.Count, $"Inga mål har satts för {year}."), rows);
    }

    /// <summary>Null when target, outcome or direction is not known.</summary>
    private static bool? IsReached(Objective row) =>
        row is { Target.Value: { } target, Outcome.Value: { } outcome, HigherIsBetter.Value: { } higher }
            ? higher ? outcome >= target : outcome <= target
            : null;

    private static string TrendOf(Objective row) => Trend.OfMeasure(
        row.Outcome.Value,
        row.Previous.Value,
        string.Equals(row.Unit, "antal", StringComparison.OrdinalIgnoreCase) ? "" : row.Unit ?? "",
        row.HigherIsBetter.Value switch { true => Polarity.HigherIsBetter, false => Polarity.LowerIsBetter, null => Polarity.Neutral });
}
