namespace SpLg.Core.Review;

/// <summary>One figure of the summary: as text, so that shares, days and counts stand in one table.</summary>
/// <param name="Before">Null when last year has no such figure.</param>
public sealed record KeyFigure(
    string Name,
    string Now,
    string? Before,
    string Trend,
    Trace Counted,
    Trace? CountedBefore = null
)
{
    /// <summary>
    /// What it says to somebody who does not work with it, in a Swedish clause without capital and full stop; null when
    /// its name tells.
    /// </summary>
    public string? Meaning { get; init; }

    /// <summary>What stands in last year's column: a figure that is not counted by year is not missing.</summary>
    internal string BeforeText => Before ?? (Trend == NotByYear ? "–" : Footing.NoRows);

    /// <summary>What is said of a figure that says how things are and not how a year was.</summary>
    internal const string NotByYear = "jämförs inte mellan år";

    /// <summary>A number of rows.</summary>
    internal static KeyFigure OfCount(string name, RowCount now, RowCount? before) =>
        new(name, now.Figure.ToString(), before?.Figure.Text, now.Trend(before), now.Trace, before?.Trace);

    internal static string Missing(int rows) => rows == 0 ? "" : $" (uppgift saknas för {Swedish.Number(rows)})";

    internal static string Percent(decimal percent) => $"{Swedish.Number(percent)}\u00a0%";

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<KeyFigure>()
            .Text("Nyckeltal", "Vad som mäts.", k => k.Name)
            .Text("I år", "Värdet i år.", k => k.Now)
            .Text(
                "Förra året",
                "Värdet förra året; saknas när det inte finns, – när det inte räknas.",
                k => k.BeforeText
            )
            .From(k => k.CountedBefore)
            .Text("Trend", "Jämförelsen i ord.", k => k.Trend)
            .From(k => k.Counted.Against(k.CountedBefore))
            .Text(
                "Riktning",
                "Jämförelsen i ord utan talen, för en tabell som har dem i egna kolumner.",
                k => Language.Trend.WithoutNumbers(k.Trend)
            )
            .From(k => k.Counted.Against(k.CountedBefore))
            .AllFrom(k => k.Counted)
            .Build();
}
