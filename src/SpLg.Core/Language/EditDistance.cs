namespace SpLg.Core.Language;

/// <summary>How far what a person typed is from a name there is.</summary>
public static class EditDistance
{
    /// <summary>
    /// Letters to change, put in or take out; a swap of neighbours counts once.
    /// https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance
    /// </summary>
    public static int Of(string a, string b) => Within(a, b, int.MaxValue)!.Value;

    /// <summary>The same, or null when it is more than <paramref name="most"/>.</summary>
    public static int? Within(string a, string b, int most)
    {
        // That many letters have at least to be put in.
        if (Math.Abs(a.Length - b.Length) > most)
            return null;
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length] <= most ? rows[a.Length, b.Length] : null;
    }
}
