namespace SpLg.Files;

/// <summary>
/// Which of a file's first rows names its columns: people put titles and groups of columns above it, and explanations
/// below.
/// </summary>
internal static class HeaderRow
{
    /// <summary>So many rows are looked through.</summary>
    public const int Most = 30;

    /// <summary>Told where <see cref="IsSecond"/> holds.</summary>
    public const string Second = "Raden under rubrikerna har bara namn på kolumner och läses inte som uppgifter.";

    /// <summary>The row that names most columns, the first unless another names more.</summary>
    /// <param name="rows">The first rows of the file.</param>
    /// <returns>Its place; 0 when no row names any.</returns>
    public static int Find(IEnumerable<IReadOnlyList<string>> rows, Func<string, bool> isKnown)
    {
        var (best, most, of, place) = (0, 0, 0, 0);
        foreach (var row in rows.Take(Most))
        {
            var (known, written) = (row.Count(isKnown), row.Count(n => !string.IsNullOrWhiteSpace(n)));
            if (known > most)
                (best, most, of) = (place, known, written);
            // Most files begin with it, and then the others are not looked at.
            if (place == 0 && known * 2 > written)
                return 0;
            place++;
        }
        // A single word may be one of a row's own.
        return most > 1 || of == 1 ? best : 0;
    }

    /// <summary>
    /// The names of the columns: where the row has none, the nearest above that is one, as over two rows of headers.
    /// </summary>
    public static IReadOnlyList<string> Names(
        IReadOnlyList<IReadOnlyList<string>> rows,
        int place,
        Func<string, bool> isKnown
    )
    {
        var names = place < rows.Count ? rows[place].Select(n => n.Trim()).ToList() : [];
        for (var above = place - 1; above >= 0; above--)
        {
            for (var i = 0; i < rows[above].Count; i++)
            {
                if (i >= names.Count)
                    names.Add("");
                if (names[i].Length == 0 && isKnown(rows[above][i]) && !names.Contains(rows[above][i].Trim()))
                    names[i] = rows[above][i].Trim();
            }
        }
        return names;
    }

    /// <summary>True for a row below the header that names columns again, as by their internal names.</summary>
    public static bool IsSecond(IReadOnlyList<string> row, Func<string, bool> isKnown)
    {
        var written = row.Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        return written.Count > 1 && written.TrueForAll(c => isKnown(c));
    }
}
