using System.Text.RegularExpressions;

namespace SpLg.Word.Workbooks;

/// <summary>Values as a cell of a workbook can hold them.</summary>
internal static partial class SheetText
{
    /// <summary>https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3</summary>
    public const int Longest = 32_767;

    private const string Cut = "… (Texten är avkortad. En cell rymmer 32 767 tecken; hela texten finns i listan.)";

    /// <summary>Without what XML cannot hold, with one kind of line break, and no longer than a cell.</summary>
    public static string Of(string text, FieldKind kind = FieldKind.Text)
    {
        var legal = XmlText
            .Legal(kind == FieldKind.RichText ? HtmlText.Plain(text) : text)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Trim();
        if (legal.Length <= Longest)
            return legal;
        var end = Longest - Cut.Length;
        return legal[..(char.IsHighSurrogate(legal[end - 1]) ? end - 1 : end)] + Cut;
    }

    /// <summary>True when a spreadsheet would take the text for a formula if somebody edited the cell.</summary>
    public static bool LooksLikeFormula(string text) =>
        text.AsSpan().TrimStart() is [var first, ..]
        && first is '=' or '+' or '-' or '@' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20';

    /// <summary>
    /// A spreadsheet reads <c>_x0041_</c> as an A, so an underscore before such letters is itself written that way.
    /// </summary>
    public static string Escaped(string text) =>
        text.Contains("_x", StringComparison.OrdinalIgnoreCase) ? CharacterCode().Replace(text, "_x005F_") : text;

    [GeneratedRegex("_(?=[xX][0-9A-Fa-f]{4}_)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CharacterCode();
}
