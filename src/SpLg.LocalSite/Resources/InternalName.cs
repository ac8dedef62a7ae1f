namespace SpLg.LocalSite.Resources;

/// <summary>
/// The internal name SharePoint makes of a wanted one: <c>_xHHHH_</c> for every UTF-16 unit that is no ASCII letter,
/// digit or underscore, cut at 32 characters, a digit behind it when the name is taken. A leading digit is escaped too,
/// which is believed, not recorded.
/// </summary>
internal static class InternalName
{
    private const int Longest = 32;

    public static string For(string wanted, IEnumerable<string> taken)
    {
        var escaped = new StringBuilder();
        foreach (var unit in wanted)
            _ =
                char.IsAsciiLetter(unit) || unit == '_' || (char.IsAsciiDigit(unit) && escaped.Length > 0)
                    ? escaped.Append(unit)
                    : escaped.Append($"_x{(int)unit:x4}_");
        var name = escaped.Length > Longest ? escaped.ToString(0, Longest) : escaped.ToString();
        var all = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!all.Contains(name))
            return name;
        for (var number = 0; ; number++)
        {
            var suffix = number.ToString();
            var candidate = name[..Math.Min(name.Length, Longest - suffix.Length)] + suffix;
            if (!all.Contains(candidate))
                return candidate;
        }
    }
}
