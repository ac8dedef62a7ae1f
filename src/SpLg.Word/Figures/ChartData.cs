namespace SpLg.Word.Figures;

/// <summary>A list as a chart shows it.</summary>
internal sealed record ChartData(
    string CategoryName,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartData.Series> AllSeries
)
{
    // More would be a recital; the highest and the lowest say what a glance at the chart says.
    private const int MostTold = 12;

    /// <param name="Values">One for each category; null where there is none.</param>
    internal sealed record Series(string Name, IReadOnlyList<decimal?> Values);

    /// <summary>False when there is no value to show.</summary>
    public bool HasValues => AllSeries.Any(s => s.Values.Any(v => v is not null));

    public static ChartData Read(ChartBinding chart, object data)
    {
        var rows = chart.List.Read([data]) as IReadOnlyList<object> ?? [];
        return new(
            chart.Category.Name,
            [.. rows.Select(r => XmlText.Legal(chart.Category.Read(r) as string ?? ""))],
            [.. chart.Series.Select(f => new Series(f.Name, [.. rows.Select(r => f.Read(r) as decimal?)]))]
        );
    }

    /// <summary>The same chart without its rows.</summary>
    public ChartData Emptied() => new(CategoryName, [], [.. AllSeries.Select(s => s with { Values = [] })]);

    /// <summary>Swedish: what the chart shows, for those who do not see it.</summary>
    public string Description() => "Diagram. " + string.Join(". ", AllSeries.Select(Told)) + ".";

    private string Told(Series series)
    {
        var known = series
            .Values.Zip(Categories)
            .Where(p => p.First is not null)
            .Select(p => (Value: p.First!.Value, Category: p.Second))
            .ToList();
        return $"{series.Name}: "
            + $"{(known.Count == 0 ? "uppgift saknas" : Told(known))}"
            + $"{Missing([.. series.Values.Zip(Categories).Where(p => p.First is null).Select(p => p.Second)], known.Count)}";
    }

    /// <summary>No bar or point is not a zero, and who does not see the chart is told.</summary>
    private static string Missing(IReadOnlyList<string> categories, int known)
    {
        if (known == 0 || categories.Count == 0)
            return "";
        return categories.Count <= MostTold
            ? $"; uppgift saknas för {string.Join(", ", categories)}"
            : $"; uppgift saknas för {categories.Count}";
    }

    private static string Told(IReadOnlyList<(decimal Value, string Category)> known)
    {
        if (known.Count <= MostTold)
            return string.Join(", ", known.Select(k => $"{k.Category} {Text(k.Value)}"));
        var (highest, lowest) = (known.MaxBy(k => k.Value), known.MinBy(k => k.Value));
        return $"högst {Text(highest.Value)} ({highest.Category}), lägst {Text(lowest.Value)} ({lowest.Category}), {known.Count} värden";
    }

    private static string Text(decimal value) => ValueFormat.Default.Text(value);
}
