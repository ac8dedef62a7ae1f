namespace SpLg.Word.Expressions;

/// <summary>Text between the braces, sorted by its first characters.</summary>
/// <param name="Body">The rest: a name, a name with format, or a condition.</param>
internal sealed record Expression(ExpressionKind Kind, string Body)
{
    /// <summary>The name that asks for a table of contents.</summary>
    private static readonly string Contents = FieldName.Fold("Innehållsförteckning");

    /// <summary>Letters between the braces. No name is near as long; a condition may have 500.</summary>
    public const int Longest = 1_000;

    /// <param name="text">Without the braces, as typed.</param>
    public static Expression Parse(string text)
    {
        text = Plain(text.Length <= Longest ? text : text[..Longest] + "…");
        var folded = FieldName.Fold(text);
        return text switch
        {
            _ when folded is "annars" or "#annars" => new(ExpressionKind.Otherwise, ""),
            _ when LevelsOf(folded) is not null => new(ExpressionKind.Contents, text),
            ['/', .. var rest] => new(ExpressionKind.End, rest.Trim()),
            ['#', .. var rest] when Word(rest, "om") is { } condition => new(ExpressionKind.If, condition),
            ['#', .. var rest] => new(ExpressionKind.Each, rest.Trim()),
            _ => new(ExpressionKind.Value, text),
        };
    }

    /// <summary>How many heading levels a table of contents shows: three, or the number after a colon.</summary>
    public int Levels =>
        LevelsOf(FieldName.Fold(Body)) ?? throw new InvalidOperationException("Not a table of contents.");

    private static int? LevelsOf(string folded)
    {
        if (folded == Contents)
            return 3;
        return
            folded.Length == Contents.Length + 2
            && folded.StartsWith(Contents, StringComparison.Ordinal)
            && folded[^2] == ':'
            && folded[^1] is >= '1' and <= '3'
            ? folded[^1] - '0'
            : null;
    }

    /// <summary>The text after a word and white space at the start, or null.</summary>
    public static string? Word(string text, string word)
    {
        text = text.TrimStart();
        return
            text.Length > word.Length
            && text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && char.IsWhiteSpace(text[word.Length])
            ? text[word.Length..].Trim()
            : null;
    }

    // Soft hyphens and zero-width marks say nothing; every white space is a space.
    private static string Plain(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not ('\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff'))
                plain.Append(char.IsWhiteSpace(c) ? ' ' : c);
        }
        return plain.ToString().Trim();
    }
}
