using System.Buffers;

namespace SpLg.Core.PersonalData;

/// <summary>
/// Finds e-mail addresses in text, written out or for people alone: "anna.berg (at) example.se", "anna snabel-a example
/// punkt se".
/// Not by one expression: a long cell without any must cost no more than one look.
/// </summary>
public static partial class EmailAddress
{
    /// <summary>
    /// Services where people have addresses of their own: "anna at gmail.com" is no sentence about a place on the web.
    /// </summary>
    private static readonly HashSet<string> Services = new(StringComparer.OrdinalIgnoreCase)
    {
        "bahnhof",
        "bredband",
        "comhem",
        "gmail",
        "gmx",
        "googlemail",
        "hotmail",
        "icloud",
        "live",
        "me",
        "msn",
        "outlook",
        "proton",
        "protonmail",
        "telia",
        "yahoo",
    };

    /// <summary>A sign in words, between others.</summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "-at-",
            "_at_",
            "(a)",
            "[a]",
            "{a}",
            "at)",
            "at]",
            "at}",
            "at>",
            "at )",
            "at ]",
            "at }",
            "at >",
            "på)",
            "på]",
            "ät)",
            "ät]",
            "ät}",
            "ät>",
            "ät )",
            "ät ]",
            "ät }",
            "ät >",
            "hos)",
            "hos]",
            "*at*",
            "|at|",
            "/at/",
            "'at'",
            "\"at\"",
            "»at«",
            "«at»",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    public static bool IsIn(string text) => IsIn(FoldedText.Of(text));

    public static bool IsIn(FoldedText text) =>
        text.Readings.Any(Holds)
        || (
            text.Text.Contains('\t', StringComparison.Ordinal)
            && Holds(text.Text.Replace("\t", "", StringComparison.Ordinal))
        );

    private static bool Holds(string text)
    {
        // Most texts end here.
        if (
            !text.Contains('@', StringComparison.Ordinal)
            && !text.Contains(" at ", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("snabel", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("alfakrull", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("kanelbulle", StringComparison.OrdinalIgnoreCase)
            && (text.AsSpan().IndexOfAny("([{<*|/'\"«»_-") < 0 || !text.AsSpan().ContainsAny(Signs))
        )
        {
            return text.Contains("/personal/", StringComparison.OrdinalIgnoreCase) && Folder().IsMatch(text);
        }
        var plain = Written(text);
        for (var at = plain.IndexOf('@', StringComparison.Ordinal); at >= 0; at = plain.IndexOf('@', at + 1))
        {
            // A name in quotation marks may have spaces.
            var end = at > 1 && plain[at - 1] == '"' ? at - 1 : at;
            if (end > 0 && IsLocal(plain[end - 1]) && IsDomain(plain.AsSpan(at + 1)))
                return true;
        }
        return AtWord().Matches(plain).Any(IsMeant) || Folder().IsMatch(plain);
    }

    /// <summary>
    /// With the signs that stand for @ and a point as those. Each is looked for only where what it begins with is:
    /// looking itself takes long.
    /// </summary>
    private static string Written(string text)
    {
        var hasBrackets = text.AsSpan().IndexOfAny("([{<") >= 0;
        if (
            hasBrackets
            || text.AsSpan().IndexOfAny("«»*|/'\"_-") >= 0
            || text.Contains("snabel", StringComparison.OrdinalIgnoreCase)
            || text.Contains("alfakrull", StringComparison.OrdinalIgnoreCase)
            || text.Contains("kanelbulle", StringComparison.OrdinalIgnoreCase)
        )
            text = AtSign().Replace(text, "@");
        if (hasBrackets)
            text = BracketedDot().Replace(text, ".");
        if (!text.Contains('@', StringComparison.Ordinal))
            return text;
        if (text.Contains(" .", StringComparison.Ordinal))
            text = SpacedDot().Replace(text, ".");
        return
            text.Contains(" dot ", StringComparison.OrdinalIgnoreCase)
            || text.Contains(" punkt ", StringComparison.OrdinalIgnoreCase)
            || text.Contains(" prick ", StringComparison.OrdinalIgnoreCase)
            ? DotWord().Replace(text, ".")
            : text;
    }

    /// <summary>
    /// "read more at example.se" is a sentence, and "look-at-me.se" a place; a name with a point, a point in words or a
    /// mail service makes it an address.
    /// </summary>
    private static bool IsMeant(Match match) =>
        match.Groups["place"].Success
            ? Named().IsMatch(match.Groups["local"].Value)
            : match.Groups["local"].Value.AsSpan().IndexOfAny("._0123456789") >= 0
                || match.Groups["word"].Success
                || Services.Contains(match.Groups["service"].Value);

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'';

    /// <summary>Labels parted by points, the last of letters alone: <c>kultur.example.se</c>.</summary>
    private static bool IsDomain(ReadOnlySpan<char> text)
    {
        var (label, labels, onlyLetters) = (0, 0, true);
        foreach (var c in text)
        {
            if (c == '.' && label > 0)
                (label, labels, onlyLetters) = (0, labels + 1, true);
            else if (char.IsLetterOrDigit(c) || c == '-')
                (label, onlyLetters) = (label + 1, onlyLetters && char.IsLetter(c));
            else
                break;
            if (labels > 0 && label >= 2 && onlyLetters)
                return true;
        }
        return false;
    }

    /// <summary>
    /// Signs around a word make it one; "(a)" is that only between two words, as it may be a point of a list.
    /// </summary>
    [GeneratedRegex(
        @" ?[(\[{<] ?(at|@|snabel[- ]?a?|på|hos|ät) ?[)\]}>] ?"
            + @"|[ _-]?(?<!\p{L})(snabel[- ]?a|alfakrull|kanelbulle)(?!\p{L})[ _-]?"
            + @"|(?<=[\p{L}\p{N}]) ?[«»*|/'""] ?at ?[«»*|/'""] ?(?=[\p{L}\p{N}])"
            + @"|(?<=[\p{L}\p{N}]) [_-] ?at ?[_-] (?=[\p{L}\p{N}])"
            + @"|(?<=[\p{L}\p{N}])[(\[{]a[)\]}](?=[\p{L}\p{N}])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex AtSign();

    [GeneratedRegex(
        @" ?[(\[{<] ?(dot|punkt|prick|\.) ?[)\]}>] ?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex BracketedDot();

    [GeneratedRegex(
        @"(?<=@ ?[\p{L}\p{N}.-]{1,80}) \. ?(?=\p{L}{2})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex SpacedDot();

    [GeneratedRegex(
        @" (dot|punkt|prick) (?<=@ ?[\p{L}\p{N}.-]{1,80} \p{L}{1,6} )(?=\p{L}{2})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex DotWord();

    [GeneratedRegex(
        @"( (at|@|\(a\)|\[a\]) | ?@ ?|(?<place>[_-]at[_-]))"
            + @"(?<=(?<local>[\p{L}\p{N}._%+-]{1,64})( (at|@|\(a\)|\[a\]) | ?@ ?|[_-]at[_-]))"
            + @"((?<service>[\p{L}\p{N}-]{1,63})(\.|(?<word> (dot|punkt|prick|\.) ))){1,5}\p{L}{2,20}(?![\p{L}\p{N}])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex AtWord();

    [GeneratedRegex(@"^\p{L}+[._]\p{L}+$", RegexOptions.None, 10_000)]
    private static partial Regex Named();

    /// <summary>
    /// A person's own site is named after the address: <c>…-my.sharepoint.com/personal/anna_berg_example_se</c>.
    /// </summary>
    [GeneratedRegex(
        @"/personal/[\p{L}\p{N}]{1,40}(_[\p{L}\p{N}-]{1,40}){2,8}(/|\?|$|\s)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Folder();
}
