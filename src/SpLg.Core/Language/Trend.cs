namespace SpLg.Core.Language;

/// <summary>
/// This year against last year, with the direction in words so that neither colour nor arrow is needed; why they are
/// not compared where the rows behind them do not allow it.
/// </summary>
public static class Trend
{
    /// <summary>The words when there is nothing to compare with.</summary>
    public const string NoComparison = "inga uppgifter från året före";

    private const string Than = " än året före, ";

    private const string Counted = " räknat ";

    private const string NoneNow = "inga uppgifter från året";

    /// <summary>For things counted: <c>fler än året före, 23 mot 18</c>.</summary>
    /// <param name="before">Null when last year has no rows at all, which is not the same as zero.</param>
    public static string OfCount(YearFigure now, YearFigure? before, Polarity polarity = Polarity.Neutral)
    {
        if (before is not { } earlier)
            return NoComparison;
        return now is { Value: null, Footing.Unknowable: Footing.NotYet }
            ? NoneNow
            : Footing.Objection(now.Footing, earlier.Footing, (now.Value - earlier.Value) ?? 0)
                ?? Say(now, earlier, "fler", "färre", "", polarity);
    }

    /// <summary>For measures and shares: <c>högre än året före, 92 mot 88 procent</c>.</summary>
    /// <param name="unit">Written after the second number, e.g. <c>procent</c> or <c>dagar</c>; empty for none.</param>
    public static string OfMeasure(YearFigure now, YearFigure? before, string unit, Polarity polarity) =>
        Measured(now, before, "högre", "lägre", unit, polarity);

    /// <summary>
    /// For a time in days, where shorter is better: <c>kortare än året före, 16 mot 20,5 dagar, en förbättring</c>.
    /// </summary>
    public static string OfDuration(YearFigure now, YearFigure? before) =>
        Measured(now, before, "längre", "kortare", "dagar", Polarity.LowerIsBetter);

    /// <summary>
    /// The same without the numbers, for a table that has them in the columns beside: <c>färre</c>, <c>kortare, en
    /// förbättring</c>.
    /// </summary>
    /// <param name="trend">A text of this class; one that compares nothing stays as it is.</param>
    public static string WithoutNumbers(string trend)
    {
        // The columns hold whole years, so that the numbers of a part of them stay.
        if (trend.Contains(Counted, StringComparison.Ordinal))
            return trend
                .Replace(" än året före", "", StringComparison.Ordinal)
                .Replace(Counted, " ", StringComparison.Ordinal);
        var numbers = trend.IndexOf(Than, StringComparison.Ordinal);
        var verdict = trend.LastIndexOf(", en ", StringComparison.Ordinal);
        if (numbers < 0)
            return trend;
        return trend[..numbers] + (verdict > numbers ? trend[verdict..] : "");
    }

    /// <summary>
    /// The same for a text that has said this year's number: <c>färre än 8 året före</c>, <c>högre än 58 procent
    /// året före, en förbättring</c>.
    /// </summary>
    /// <inheritdoc cref="WithoutNumbers"/>
    public static string AfterNumber(string trend)
    {
        const string Against = " mot ";
        var numbers = trend.IndexOf(Than, StringComparison.Ordinal);
        var against = numbers < 0 ? -1 : trend.IndexOf(Against, numbers, StringComparison.Ordinal);
        if (against < 0)
            return trend;
        var before = trend[(against + Against.Length)..];
        var verdict = before.IndexOf(", en ", StringComparison.Ordinal) is >= 0 and var at ? at : before.Length;
        return $"{trend[..numbers]} än {before[..verdict]} året före{before[verdict..]}";
    }

    private static string Measured(
        YearFigure now,
        YearFigure? before,
        string more,
        string less,
        string unit,
        Polarity polarity
    )
    {
        if (before is not { } earlier)
            return now.Value is null ? NoneNow : NoComparison;
        return Footing.ObjectionToMeasures(now.Footing, earlier.Footing)
            ?? Say(now, earlier, more, less, unit, polarity);
    }

    private static string Say(
        YearFigure of,
        YearFigure against,
        string more,
        string less,
        string unit,
        Polarity polarity
    )
    {
        if (of.Value is not { } now)
            return NoneNow;
        if (against.Value is not { } earlier)
            return NoComparison;
        var (left, right) = (Swedish.Number(now), Swedish.Number(earlier));
        var part = of.Footing.Part is { } words ? $"{Counted}{words}" : null;
        if (left == right)
            return part is null ? "oförändrat" : $"oförändrat{part}, {left}";
        var measure = unit.Length == 0 ? "" : $"\u00a0{unit}";
        return $"{(now > earlier ? more : less)}{(part is null ? Than : $" än året före{part}, ")}{left} mot "
            + $"{right}{measure}{Verdict(now > earlier, polarity)}";
    }

    private static string Verdict(bool rising, Polarity polarity) =>
        polarity switch
        {
            Polarity.Neutral => "",
            Polarity.HigherIsBetter => rising ? ", en förbättring" : ", en försämring",
            _ => rising ? ", en försämring" : ", en förbättring",
        };
}
