namespace SpLg.Core.Figures;

/// <summary>The risk values, likelihood times impact (1–25), from which a risk is called medium, high and very high.</summary>
public sealed record RiskLevels(int Medium, int High, int VeryHigh)
{
    private const int Most = 5;

    /// <summary>The limits where the organisation has set none.</summary>
    public static readonly RiskLevels Default = new(5, 10, 20);

    /// <summary>Every value that the scales can give, the least first.</summary>
    private static readonly IReadOnlyList<int> Values =
    [
        .. Enumerable.Range(1, Most).SelectMany(l => Enumerable.Range(1, Most).Select(i => l * i)).Distinct().Order(),
    ];

    /// <summary>True when each limit lies above the one before it.</summary>
    public bool AreInOrder => Medium < High && High < VeryHigh;

    /// <param name="setting">The row of Inställningar, or null when there is none.</param>
    /// <returns>The default where the limits are not in order, which is a finding.</returns>
    public static RiskLevels Of(Setting? setting) => Written(setting) is { AreInOrder: true } levels ? levels : Default;

    /// <summary>The limits as they are written, in order or not.</summary>
    internal static RiskLevels Written(Setting? setting) =>
        new(
            Whole(setting?.RiskMedium, Default.Medium),
            Whole(setting?.RiskHigh, Default.High),
            Whole(setting?.RiskVeryHigh, Default.VeryHigh)
        );

    /// <summary>The name of a risk value: låg, medel, hög or mycket hög.</summary>
    public string Of(decimal value)
    {
        if (value < Medium)
            return "låg";
        if (value < High)
            return "medel";
        return value < VeryHigh ? "hög" : "mycket hög";
    }

    /// <summary>Which values have which name, in one Swedish clause.</summary>
    public string InWords =>
        Swedish.Join([
            .. Values
                .GroupBy(v => Of(v), StringComparer.Ordinal)
                .Select((g, i) => $"{Range([.. g])} {(i == 0 ? "är " : "")}{g.Key}{(i == 0 ? " risk" : "")}"),
        ]);

    private static string Range(IReadOnlyList<int> values) =>
        values.Count == 1 ? $"{values[0]}" : $"{values[0]}–{values[^1]}";

    private static int Whole(Entry<decimal>? limit, int otherwise) =>
        limit?.Value is { } value ? (int)value : otherwise;
}
