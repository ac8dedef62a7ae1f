namespace SpLg.Core.Review;

/// <summary>Finds e-mail addresses in text. Not by an expression: a long cell without any must cost no more than one look.</summary>
internal static class EmailAddress
{
    public static bool IsIn(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && IsLocal(text[at - 1]) && IsDomain(text.AsSpan(at + 1)))
                return true;
        }
        return false;
    }

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
}
