using System.Globalization;
using System.Text.RegularExpressions;

namespace SpLg.Core.RichText;

/// <summary>
/// What an element's own attributes do to what it holds: nobody who looked at the page has seen it, so nobody has meant it for a document.
/// </summary>
/// <param name="Whole">Nothing in it is seen, whatever stands within.</param>
/// <param name="Unseen">What it makes unseen until an element within says otherwise.</param>
/// <param name="Seen">What it makes seen again.</param>
internal readonly partial record struct Hiding(bool Whole, Unseen Unseen, Unseen Seen)
{
    public bool Hides => Whole || Unseen != Unseen.Nothing;

    /// <summary>
    /// From the style attribute, the only style a list cell brings along: a sheet of styles does not reach it.
    /// https://www.w3.org/TR/CSS2/visuren.html, https://www.w3.org/TR/CSS2/visufx.html
    /// </summary>
    public static Hiding OfStyle(string style)
    {
        var values = Declarations(style);
        var unseen = Unseen.Nothing;
        var seen = Unseen.Nothing;
        Take(Unseen.Invisible, values.GetValueOrDefault("visibility") switch
        {
            null or "inherit" => null,
            var visibility => visibility is "hidden" or "collapse",
        });
        var size = values.GetValueOrDefault("font-size") ?? FontSize(values.GetValueOrDefault("font"));
        Take(Unseen.WithoutSize, size is null or "inherit" ? null : IsNothing(size));
        var colour = values.GetValueOrDefault("-webkit-text-fill-color") ?? values.GetValueOrDefault("color");
        Take(Unseen.WithoutColour, colour is null or "inherit" ? null : IsTransparent(colour));
        return new(IsWhole(values), unseen, seen);

        void Take(Unseen what, bool? isHidden)
        {
            if (isHidden == true)
                unseen |= what;
            else if (isHidden == false)
                seen |= what;
        }
    }

    private static bool IsWhole(Dictionary<string, string> values)
    {
        bool Is(string name, params ReadOnlySpan<string> of) => values.TryGetValue(name, out var value) && of.Contains(value);
        bool IsZero(string name) => values.TryGetValue(name, out var value) && IsNothing(value);
        bool IsFar(string name) => values.TryGetValue(name, out var value) && Length(value) is <= -500;

        return Is("display", "none") || Is("mso-hide", "all", "screen") || Is("content-visibility", "hidden")
            || IsZero("opacity") || (values.TryGetValue("filter", out var filter) && NoOpacity().IsMatch(filter))
            || (values.TryGetValue("transform", out var transform) && NoScale().IsMatch(transform)) || IsZero("scale") || IsZero("zoom")
            || IsFar("text-indent") || IsFar("margin-left") || IsFar("margin-top")
            || (Is("position", "absolute", "fixed", "relative") && (IsFar("left") || IsFar("top") || IsFar("right") || IsFar("bottom")))
            || (values.TryGetValue("clip", out var clip) && NoClip().IsMatch(clip))
            || (values.TryGetValue("clip-path", out var path) && NoInset().IsMatch(path))
            || ((IsZero("height") || IsZero("max-height") || IsZero("width") || IsZero("max-width"))
                && (Is("overflow", "hidden", "clip") || Is("overflow-x", "hidden", "clip") || Is("overflow-y", "hidden", "clip")));
    }

    /// <summary>The properties in lower case with their values, the last of each; comments, escapes and importance resolved.</summary>
    private static Dictionary<string, string> Declarations(string style)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!style.Contains(':', StringComparison.Ordinal))
            return values;
        var plain = style.Contains('\\', StringComparison.Ordinal) ? Escape().Replace(style, Unescaped) : style;
        foreach (var declaration in Comment().Replace(plain, "").Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var value = declaration[(colon + 1)..].Trim().ToLowerInvariant();
            var important = value.IndexOf('!', StringComparison.Ordinal);
            values[declaration[..colon].Trim().ToLowerInvariant()] = important < 0 ? value : value[..important].TrimEnd();
        }
        return values;
    }

    private static string Unescaped(Match escape) =>
        escape.Groups["code"] is not { Success: true } code ? escape.Groups["sign"].Value
        : int.Parse(code.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and < 0xd800 and var letter ? ((char)letter).ToString()
        : "\ufffd";

    // In the shorthand the size stands before the families, with or without a line height: "bold 0/0 Arial".
    private static string? FontSize(string? font) => font?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(w => w.Split('/')[0])
        .FirstOrDefault(w => w.Length > 0 && (char.IsAsciiDigit(w[^1]) ? w is "0" : Length(w) is not null));

    private static bool IsNothing(string value) => Length(value) is <= 0.01 and >= -0.01;

    /// <summary>The number a value begins with; null when it is none, as "auto".</summary>
    private static double? Length(string value) =>
        Number().Match(value) is { Success: true } number && double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var length)
            ? length
            : null;

    private static bool IsTransparent(string colour) => colour == "transparent" || NoAlpha().IsMatch(colour);

    [GeneratedRegex(@"/\*.*?(\*/|$)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"\\((?<code>[0-9a-fA-F]{1,6})[ \t\r\n\f]?|(?<sign>.))",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();

    [GeneratedRegex(@"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(#[0-9a-f]{3}0|#[0-9a-f]{6}00|(rgba?|hsla?)\(([^,]*,[^,]*,[^,]*,|[^/]*/)\s*(0+(\.0*)?|\.0+)%?\s*\))$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoAlpha();

    [GeneratedRegex(@"opacity\(\s*0*(\.0*)?%?\s*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoOpacity();

    [GeneratedRegex(@"scale[xy3d]*\(\s*0*(\.0*)?\s*[,)]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoScale();

    [GeneratedRegex(@"rect\((\s*[01](px)?\s*[, ]?){4}\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoClip();

    [GeneratedRegex(@"inset\(\s*(5[0-9]|[6-9][0-9]|100)%|circle\(\s*0", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoInset();
}

/// <summary>Ways for words not to be seen that elements within inherit and may undo.</summary>
[Flags]
internal enum Unseen
{
    Nothing = 0,
    Invisible = 1,
    WithoutSize = 2,
    WithoutColour = 4,
}
