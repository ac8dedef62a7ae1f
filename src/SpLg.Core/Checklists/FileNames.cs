namespace SpLg.Core.Checklists;

/// <summary>
/// Names that a SharePoint library takes.
/// https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa
/// </summary>
internal static class FileNames
{
    /// <summary>Room is left for the library's address within the 400 characters that a path may have.</summary>
    private const int Longest = 110;

    /// <summary>The text without what a file name may not hold, cut between characters.</summary>
    public static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        foreach (var c in Letters.Composed(text))
        {
            if (
                c is '"' or '*' or ':' or '<' or '>' or '?' or '/' or '\\' or '|' or '#' or '%'
                || char.IsWhiteSpace(c)
                || char.IsControl(c)
                || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.PrivateUse
            )
                legal.Append(' ');
            else if (!Letters.IsUnseen(c))
                legal.Append(c);
        }
        var words = string.Join(
            ' ',
            legal
                .ToString()
                .Replace("_vti_", " ", StringComparison.OrdinalIgnoreCase)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
        if (words.Length > Longest)
            words = words[..(char.IsHighSurrogate(words[Longest - 1]) ? Longest - 1 : Longest)];
        return words.Trim(' ', '.', '~');
    }

    /// <summary>A legal name for each thing; of those that would share one, all but the first get their id.</summary>
    /// <param name="things">In an order that stays when things are added.</param>
    public static IReadOnlyDictionary<T, string> Unique<T>(
        IEnumerable<T> things,
        Func<T, string> name,
        Func<T, string> id
    )
        where T : class
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<T, string>(ReferenceEqualityComparer.Instance);
        foreach (var thing in things)
        {
            var legal = Legal(name(thing));
            for (var number = 1; !taken.Add(legal); number++)
                legal =
                    $"{Legal(name(thing))} ({id(thing)}{(number == 1 ? "" : " " + number.ToString(CultureInfo.InvariantCulture))})";
            names.Add(thing, legal);
        }
        return names;
    }
}
