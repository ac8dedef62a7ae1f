using System.Text;
using System.Text.RegularExpressions;
using SpLg.Core.Choices;

namespace SpLg.Running;

/// <summary>
/// File names that SharePoint takes.
/// https://support.microsoft.com/office/restrictions-and-limitations-in-onedrive-and-sharepoint-64883a5d-228e-48f5-b3d2-eb39e07630fa
/// </summary>
internal static partial class DocumentName
{
    /// <summary>Well below SharePoint's 255, because the address, where å takes six signs, has to fit too.</summary>
    private const int Longest = 80;

    private const string Refused = "\"*:<>?/\\|#%";

    /// <summary>The name without extension. One name an edition, so that a repeated run finds its own document.</summary>
    /// <param name="title">May hold anything, such as a procurement's title.</param>
    public static string Of(string title, Edition edition) => Legal(title) + (edition == Edition.Open ? " öppen utgåva" : "");

    /// <summary>
    /// As <paramref name="names"/>, but where several are the same to SharePoint, which does not see case, all but the first get
    /// <paramref name="mark"/> at their end.
    /// </summary>
    /// <param name="mark">Something of its own for each, by its place.</param>
    public static IReadOnlyList<string> Distinct(IReadOnlyList<string> names, Func<int, string> mark)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(One)];

        string One(string name, int place)
        {
            var one = Legal(name);
            while (!taken.Add(one))
                one = Legal(one, Longest - mark(place).Length) + mark(place);
            return one;
        }
    }

    private static string Legal(string text, int longest = Longest)
    {
        var legal = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.IsControl(rune) || rune.Value is '\u00a0' or '\u2028' or '\u2029')
                legal.Append(' ');
            else if (rune.IsBmp && Refused.Contains((char)rune.Value, StringComparison.Ordinal))
                legal.Append('-');
            else
                legal.Append(rune);
        }
        var whole = legal.ToString().Normalize(NormalizationForm.FormC).Replace("_vti_", "-vti-", StringComparison.OrdinalIgnoreCase);
        var name = Spaces().Replace(whole, " ").TrimStart('~', ' ').TrimEnd('.', ' ');
        if (name.Length <= longest)
            return name;
        var end = name.LastIndexOf(' ', longest);
        return name[..(end > longest / 2 ? end : char.IsHighSurrogate(name[longest - 1]) ? longest - 1 : longest)].TrimEnd('.', ' ', ',', '-');
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
