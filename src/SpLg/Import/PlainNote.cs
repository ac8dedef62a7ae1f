using System.Text.RegularExpressions;

namespace SpLg.Import;

/// <summary>Text for a formatted note: a person who fills in a spreadsheet writes plain text, and SharePoint keeps HTML.</summary>
internal static partial class PlainNote
{
    /// <summary>HTML as it is; of plain text the HTML that shows the same, line breaks and "&lt;" included.</summary>
    public static string ToHtml(string text) =>
        Tag().IsMatch(text) || Entity().IsMatch(text) ? text : Encode(text.Trim()).ReplaceLineEndings("<br>");

    // Only what HTML itself needs: å, ä and ö stay as they are, as SharePoint keeps them.
    private static string Encode(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>The tags SharePoint's editor and Word paste; "&lt;medel" is none of them.</summary>
    [GeneratedRegex(
        "</?(a|b|blockquote|br|caption|code|div|em|figure|font|h[1-6]|hr|i|img|li|ol|p|pre|s|span|strike|strong|sub|sup|"
        + @"table|tbody|td|tfoot|th|thead|tr|u|ul)(\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("&(amp|lt|gt|quot|nbsp|#[0-9]+|#x[0-9a-f]+);", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entity();
}
