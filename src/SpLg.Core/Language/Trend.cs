namespace SpLg.Core.Language;

/// <summary>This year against last year, with the direction in words so that neither colour nor arrow is needed.</summary>
public static class Trend
{
    /// <summary>What is said when there is nothing to compare with.</summary>
    public const string NoComparison = "inga uppgifter från förra året";

    private const string Than = " än förra året, ";

    private const string NoneNow = "inga uppgifter från i år";

    /// <summary>For things counted: <c>fler än förra året, 23 mot 18</c>.</summary>
    /// <param name="before">Null when last year has no data at all, which is not the same as zero.</param>
    public static string OfCount(int now, int? before, Polarity polarity = Polarity.Neutral) =>
        Say(now, before, "fler", "färre", "", polarity);

    /// <summary>For measures and shares: <c>högre än förra året, 92 mot 88 procent</c>.</summary>
    /// <param name="unit">Written after the second number, e.g. <c>procent</c> or <c>dagar</c>; empty for none.</param>
    public static string OfMeasure(decimal? now, decimal? before, string unit, Polarity polarity) =>
        now is { } measured ? Say(measured, before, "högre", "lägre", unit, polarity) : NoneNow;

    /// <summary>For a time in days, where shorter is better: <c>kortare än förra året, 16 mot 20,5 dagar, en förbättring</c>.</summary>
    public static string OfDuration(decimal? now, decimal? before) =>
        now is { } measured ? Say(measured, before, "längre", "kortare", "dagar", Polarity.LowerIsBetter) : NoneNow;

    /// <summary>The same without the numbers, for a table that has them in the columns beside: <c>färre</c>, <c>kortare, en förbättring</c>.</summary>
    /// <param name="trend">A text of this class; one that compares nothing stays as it is.</param>
    public static string WithoutNumbers(string trend)
    {
        var numbers = trend.IndexOf(Than, StringComparison.Ordinal);
        var verdict = trend.LastIndexOf(", en ", StringComparison.Ordinal);
        return numbers < 0 ? trend : trend[..numbers] + (verdict > numbers ? trend[verdict..] : "");
    }

    /// <summary>The same for a text that has said this year's number: <c>färre än förra årets 8</c>, <c>högre än förra årets 58 procent, en förbättring</c>.</summary>
    /// <inheritdoc cref="WithoutNumbers"/>
    public static string AfterNumber(string trend)
    {
        const string Against = " mot ";
        var numbers = trend.IndexOf(Than, StringComparison.Ordinal);
        var against = numbers < 0 ? -1 : trend.IndexOf(Against, numbers, StringComparison.Ordinal);
        return against < 0 ? trend : $"{trend[..numbers]} än förra årets {trend[(against + Against.Length)..]}";
    }

    private static string Say(decimal now, decimal? before, string more, string less, string unit, Polarity polarity)
    {
        if (before is not { } earlier)
            return NoComparison;
        var (left, right) = (Swedish.Number(now), Swedish.Number(earlier));
        if (left == right)
            return "oförändrat";
        var measure = unit.Length == 0 ? "" : $"\u00a0{unit}";
        return $"{(now > earlier ? more : less)}{Than}{left} mot {right}{measure}{Verdict(now > earlier, polarity)}";
    }

    private static string Verdict(bool rising, Polarity polarity) => polarity switch
    {
        Polarity.Neutral => "",
        Polarity.HigherIsBetter => rising ? ", en förbättring" : ", en försämring",
        _ => rising ? ", en försämring" : ", en förbättring",
    };
}
