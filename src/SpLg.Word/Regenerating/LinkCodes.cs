using System.Text.RegularExpressions;

namespace SpLg.Word.Regenerating;

/// <summary>
/// The code of a link among the words: LibreOffice 7.4 writes it there when the link stands in the first paragraph of a
/// content control.
/// </summary>
internal static partial class LinkCodes
{
    /// <summary>Takes the codes out of the words.</summary>
    public static void Remove(XElement control)
    {
        foreach (
            var text in control
                .Descendants(W.Text)
                .Where(t => t.Value.Contains("HYPERLINK \"", StringComparison.Ordinal))
        )
            text.Value = Code().Replace(text.Value, "");
    }

    // https://support.microsoft.com/office/field-codes-hyperlink-field-864f8577-eb2a-4e55-8c90-40631748ef53
    [GeneratedRegex(
        """HYPERLINK "[^"]*"( \\[lmnot]( "[^"]*")?)*""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Code();
}
