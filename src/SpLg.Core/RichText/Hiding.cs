namespace SpLg.Core.RichText;

/// <summary>
/// Hiding by an element's own attributes: nobody who looked at the page has seen the text, so nobody has meant
/// it for a document.
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
        Take(
            Unseen.Invisible,
            values.GetValueOrDefault("visibility") switch
            {
                null or "inherit" => null,
                var visibility => visibility is "hidden" or "collapse",
            }
        );
        var size = values.GetValueOrDefault("font-size") ?? FontSize(values.GetValueOrDefault("font"));
        Take(Unseen.WithoutSize, size is null or "inherit" ? null : IsNothing(size) || Pixels(size) is <= 1 and >= 0);
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
        bool Is(string name, params ReadOnlySpan<string> of) =>
            values.TryGetValue(name, out var value) && of.Contains(value);
        bool IsZero(string name) => values.TryGetValue(name, out var value) && IsNothing(value);
        bool IsDot(string name) => values.TryGetValue(name, out var value) && Pixels(value) is <= 1 and >= -1;
        bool Any(string name, Func<string, bool> holds) =>
            values.TryGetValue(name, out var value) && Parts(value).Any(holds);

        var isCut = values.Any(v => v is { Key: "overflow" or "overflow-x" or "overflow-y", Value: not "visible" });
        return Is("display", "none")
            || Is("mso-hide", "all", "screen")
            || Is("content-visibility", "hidden")
            || (values.TryGetValue("opacity", out var opacity) && Length(opacity) <= (opacity.EndsWith('%') ? 5 : 0.05))
            || new[] { "filter", "-ms-filter" }.Any(f =>
                values.TryGetValue(f, out var filter) && NoOpacity().IsMatch(filter)
            )
            || new[] { "transform", "-webkit-transform" }.Any(t =>
                values.TryGetValue(t, out var transform)
                && (NoScale().IsMatch(transform) || OnEdge().IsMatch(transform) || Parts(transform).Any(IsAway))
            )
            || Any("translate", IsAway)
            || IsZero("scale")
            || IsZero("zoom")
            || Any("text-indent", IsAway)
            || Any("margin", IsAway)
            || Any("margin-left", IsAway)
            || Any("margin-top", IsAway)
            || (
                Is("position", "absolute", "fixed", "relative", "sticky")
                && new[] { "left", "top", "right", "bottom", "inset" }.Any(side =>
                    Any(side, v => IsAway(v) || Pixels(v) >= 3000)
                )
            )
            || (values.TryGetValue("clip", out var clip) && NoClip().IsMatch(clip))
            || (values.TryGetValue("clip-path", out var path) && NoInset().IsMatch(path))
            || (
                isCut
                && (
                    new[]
                    {
                        "height",
                        "max-height",
                        "width",
                        "max-width",
                        "line-height",
                        "inline-size",
                        "block-size",
                    }.Any(IsZero)
                    || (IsDot("height") && IsDot("width"))
                    || (
                        values.TryGetValue("text-indent", out var indent)
                        && indent.EndsWith('%')
                        && Length(indent) >= 100
                    )
                )
            );
    }

    /// <summary>
    /// The properties in lower case with their values: of each the last that is one, important before others; comments
    /// and escapes resolved.
    /// </summary>
    // https://www.w3.org/TR/css-cascade-4/#importance
    private static Dictionary<string, string> Declarations(string style)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!style.Contains(':', StringComparison.Ordinal))
            return values;
        var important = new HashSet<string>(StringComparer.Ordinal);
        var plain = style.Contains('\\', StringComparison.Ordinal) ? Escape().Replace(style, Unescaped) : style;
        foreach (var declaration in Declaration().Matches(Comment().Replace(plain, "")).Select(m => m.Value))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var name = declaration[..colon].Trim().ToLowerInvariant();
            var value = declaration[(colon + 1)..].Trim().ToLowerInvariant();
            var mark = value.IndexOf('!', StringComparison.Ordinal);
            if (mark >= 0)
                value = value[..mark].TrimEnd();
            if (!IsValue(name, value) || (mark < 0 && important.Contains(name)))
                continue;
            values[name] = value;
            if (mark >= 0)
                important.Add(name);
        }
        return values;
    }

    /// <summary>False for what a browser passes over, so that what was said before still holds.</summary>
    private static bool IsValue(string name, string value) =>
        name switch
        {
            "display" => Displays.Contains(value.Split(' ')[0]),
            "visibility" => value
                is "visible"
                    or "hidden"
                    or "collapse"
                    or "inherit"
                    or "initial"
                    or "unset"
                    or "revert",
            _ => value.Length > 0,
        };

    private static readonly HashSet<string> Displays = new(StringComparer.Ordinal)
    {
        "none",
        "block",
        "inline",
        "inline-block",
        "flow-root",
        "flex",
        "inline-flex",
        "grid",
        "inline-grid",
        "contents",
        "list-item",
        "run-in",
        "table",
        "inline-table",
        "table-row",
        "table-cell",
        "table-column",
        "table-column-group",
        "table-row-group",
        "table-header-group",
        "table-footer-group",
        "table-caption",
        "ruby",
        "ruby-base",
        "ruby-text",
        "math",
        "inherit",
        "initial",
        "unset",
        "revert",
    };

    private static string Unescaped(Match escape)
    {
        if (escape.Groups["code"] is not { Success: true } code)
            return escape.Groups["sign"].Value;
        return
            int.Parse(code.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                is > 0
                    and < 0xd800
                    and var letter
            ? ((char)letter).ToString()
            : "\ufffd";
    }

    // In the shorthand the size stands before the families, with or without a line height: "bold 0/0 Arial".
    private static string? FontSize(string? font) =>
        font
            ?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Split('/')[0])
            .FirstOrDefault(w => w.Length > 0 && (char.IsAsciiDigit(w[^1]) ? w is "0" : Length(w) is not null));

    private static bool IsNothing(string value) => Length(value) is <= 0.01 and >= -0.01;

    /// <summary>The lengths of a value of several: "0 0 0 -9999px", "translate(-9999px, 0)".</summary>
    private static string[] Parts(string value) =>
        value.Split([' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Further away than any page is wide or high.</summary>
    private static bool IsAway(string length) => Pixels(length) is <= -500;

    /// <summary>About as many pixels as a length is; a share of the page is one of a large page.</summary>
    private static double? Pixels(string length) =>
        Length(length)
        * (
            length.AsSpan().TrimStart("-+.0123456789") switch
            {
                "em" or "rem" or "ic" or "lh" or "rlh" => 16,
                "ex" or "ch" => 8,
                "pt" => 4.0 / 3,
                "pc" => 16,
                "in" => 96,
                "cm" => 38,
                "mm" => 3.8,
                "%" or "vw" or "vh" or "vmin" or "vmax" or "vi" or "vb" or "svh" or "lvh" or "dvh" => 10,
                _ => 1,
            }
        );

    /// <summary>The number a value begins with; null when it is none, as "auto".</summary>
    private static double? Length(string value) =>
        Number().Match(value.StartsWith("calc(", StringComparison.Ordinal) ? value[5..].TrimStart() : value)
            is { Success: true } number
        && double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var length)
            ? length
            : null;

    private static bool IsTransparent(string colour) => colour == "transparent" || NoAlpha().IsMatch(colour);

    [GeneratedRegex(
        @"/\*.*?(\*/|$)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Comment();

    /// <summary>A semicolon within quotation marks or parentheses parts nothing.</summary>
    [GeneratedRegex(
        """([^;"'(]|"[^"]*("|$)|'[^']*('|$)|\([^)]*(\)|$))+""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(
        @"\\((?<code>[0-9a-fA-F]{1,6})[ \t\r\n\f]?|(?<sign>.))",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Escape();

    [GeneratedRegex(
        @"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(#[0-9a-f]{3}0|#[0-9a-f]{6}00|(rgba?|hsla?)\(([^,]*,[^,]*,[^,]*,|[^/]*/)\s*(0+(\.0*)?|\.0+)%?\s*\))$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NoAlpha();

    [GeneratedRegex(@"opacity(\(|=)\s*0*(\.0*)?%?\s*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoOpacity();

    [GeneratedRegex(@"scale[xy3d]*\(\s*0*(\.0*)?\s*[,)]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoScale();

    /// <summary>Turned so that its edge is towards the reader.</summary>
    [GeneratedRegex(
        @"rotate[xy]\(\s*-?(90|270)(\.0*)?deg\s*\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OnEdge();

    [GeneratedRegex(@"rect\((\s*[01](px)?\s*[, ]?){4}\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoClip();

    [GeneratedRegex(
        @"inset\(\s*(5[0-9]|[6-9][0-9]|100)%|(circle|ellipse)\(\s*0|polygon\([0 ,px%]*\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
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
