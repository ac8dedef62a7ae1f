using System.Text.RegularExpressions;

namespace SpLg.Tests.LocalSite;

/// <summary>The forms of a page as a browser has them.</summary>
internal static partial class WebForm
{
    /// <summary>The fields as a browser sends them.</summary>
    public static FormUrlEncodedContent Content(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    /// <summary>What a browser would send back of a form nobody has touched.</summary>
    public static Dictionary<string, string> Filled(string html)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match input in Input().Matches(html))
        {
            if (
                !input.Value.Contains("checkbox", StringComparison.Ordinal)
                || input.Value.Contains(" checked", StringComparison.Ordinal)
            )
                fields[input.Groups["name"].Value] = WebUtility.HtmlDecode(input.Groups["value"].Value);
        }
        foreach (Match select in Select().Matches(html))
            fields[select.Groups["name"].Value] = WebUtility.HtmlDecode(select.Groups["value"].Value);
        foreach (Match area in Area().Matches(html))
            fields[area.Groups["name"].Value] = WebUtility
                .HtmlDecode(area.Groups["value"].Value)
                .ReplaceLineEndings("\r\n");
        return fields;
    }

    [GeneratedRegex(
        "<(input type=\"(?!hidden)[a-z-]+\"|select|textarea) id=\"(?<id>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    public static partial Regex Control();

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\"[^>]*>(?<text>[^<]*)<", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Choice();

    [GeneratedRegex(
        "<input [^>]*name=\"(?<name>[^\"]+)\"[^>]* value=\"(?<value>[^\"]*)\"[^>]*>",
        RegexOptions.ExplicitCapture,
        1000
    )]
    public static partial Regex Input();

    [GeneratedRegex(
        "<select id=\"[^\"]*\" name=\"(?<name>[^\"]+)\"[^>]*>((?!</select>).)*?<option value=\"(?<value>[^\"]*)\" selected",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Select();

    [GeneratedRegex(
        "<textarea id=\"[^\"]*\" name=\"(?<name>[^\"]+)\"[^>]*>(?<value>[^<]*)</textarea>",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Area();
}
