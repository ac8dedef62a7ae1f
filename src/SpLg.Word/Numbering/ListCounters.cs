namespace SpLg.Word.Numbering;

/// <summary>Counts numbered paragraphs in reading order, as Word does when it shows them.</summary>
internal sealed class ListCounters
{
    private const int Levels = 9;
    private readonly Dictionary<string, int?[]> sequences = new(StringComparer.Ordinal);
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);

    /// <summary>
    /// The number shown before the next paragraph at a place; null where Word shows a bullet or nothing.
    /// </summary>
    public string? Next(NumberPlace place)
    {
        if (!sequences.TryGetValue(place.Sequence, out var counts))
            sequences.Add(place.Sequence, counts = new int?[Levels]);
        if (begun.Add(place.List))
        {
            for (var i = 0; i < place.Levels.Count; i++)
            {
                if (place.Levels[i].StartsOver)
                    counts[i] = null;
            }
        }
        counts[place.Level] = counts[place.Level] + 1 ?? place.Levels[place.Level].Start;
        for (var i = place.Level + 1; i < place.Levels.Count; i++)
        {
            if (place.Levels[i].RestartAfter is not { } after || place.Level < after)
                counts[i] = null;
        }
        return Text(place, counts);
    }

    private static string? Text(NumberPlace place, int?[] counts)
    {
        var level = place.Levels[place.Level];
        if (level.Format is "bullet" or "none" || level.Text.Length == 0)
            return null;
        var text = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (
                level.Text[i] != '%'
                || i + 1 == level.Text.Length
                || level.Text[i + 1] is < '1' or > '9'
                || level.Text[i + 1] - '1' >= place.Levels.Count
            )
            {
                text.Append(level.Text[i]);
                continue;
            }
            var at = level.Text[++i] - '1';
            // A level that no paragraph has had yet shows where it will begin.
            text.Append(
                Formatted(counts[at] ?? place.Levels[at].Start, level.IsLegal ? "decimal" : place.Levels[at].Format)
            );
        }
        return text.ToString();
    }

    // https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.numberformatvalues
    private static string Formatted(int number, string format) =>
        format switch
        {
            "none" or "bullet" => "",
            "upperLetter" when number > 0 => Letters(number, 'A'),
            "lowerLetter" when number > 0 => Letters(number, 'a'),
            "upperRoman" when number > 0 => Roman(number),
            "lowerRoman" when number > 0 => Roman(number).ToLowerInvariant(),
            "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    // After z come aa and bb, not aa and ab.
    private static string Letters(int number, char first) =>
        new((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        (int Value, string Sign)[] signs =
        [
            (1000, "M"),
            (900, "CM"),
            (500, "D"),
            (400, "CD"),
            (100, "C"),
            (90, "XC"),
            (50, "L"),
            (40, "XL"),
            (10, "X"),
            (9, "IX"),
            (5, "V"),
            (4, "IV"),
            (1, "I"),
        ];
        var roman = new StringBuilder();
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value)
                roman.Append(sign);
        }
        return roman.ToString();
    }
}
