namespace SpLg.Word.Workbooks;

/// <summary>Names that a workbook takes: of its sheets, and of the tables in them.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    /// <summary>
    /// Legal names that differ, in the same order.
    /// https://support.microsoft.com/office/3f1f7148-ee83-404d-8ef0-9ff99fbad1f9
    /// </summary>
    public static IReadOnlyList<string> Legal(IEnumerable<string> wanted)
    {
        // A workbook keeps the name History for itself.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "History" };
        return
        [
            .. wanted.Select(name =>
            {
                var legal = Short(
                    Filling.XmlText.Legal(
                        string.Concat(
                            name.Select(c =>
                                c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? ' ' : c
                            )
                        )
                    ),
                    Longest
                );
                if (legal.Length == 0)
                    legal = "Blad";
                var unique = legal;
                for (var number = 2; !taken.Add(unique); number++)
                {
                    var suffix = $" ({number.ToString(CultureInfo.InvariantCulture)})";
                    unique = Short(legal, Longest - suffix.Length) + suffix;
                }
                return unique;
            }),
        ];
    }

    /// <summary>A name for a sheet's table: letters and digits, different for each sheet.</summary>
    public static string Table(string sheet, int number)
    {
        var name = new StringBuilder("Tabell").Append(number.ToString(CultureInfo.InvariantCulture)).Append('_');
        foreach (var c in sheet)
            name.Append(char.IsLetterOrDigit(c) ? c : '_');
        return name.ToString();
    }

    /// <summary>The sheet's name as a formula writes it.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Short(string name, int longest)
    {
        var trimmed = name.Trim(' ', '\'');
        if (trimmed.Length > longest)
            trimmed = trimmed[..(char.IsHighSurrogate(trimmed[longest - 1]) ? longest - 1 : longest)];
        return trimmed.Trim(' ', '\'');
    }
}
