using System.Text.RegularExpressions;

namespace SpLg.LocalSite.Protocol;

/// <summary>Cuts a <c>$filter</c> into words, quoted texts and parentheses.</summary>
internal static partial class FilterLexer
{
    public static IReadOnlyList<string> Cut(string filter)
    {
        var tokens = new List<string>();
        var at = 0;
        while (at < filter.Length)
        {
            if (char.IsWhiteSpace(filter[at]))
            {
                at++;
                continue;
            }
            var match = Token().Match(filter, at);
            if (!match.Success || match.Index != at)
                throw GraphError.Invalid(
                    "Invalid filter clause: there is an unterminated string or a character that does not belong "
                        + $"at position {at} in '{filter}'."
                );
            tokens.Add(match.Value);
            at += match.Length;
        }
        return tokens;
    }

    [GeneratedRegex(@"\G(?:'(?:[^']|'')*'|[(),]|[A-Za-z0-9_@./:+\-]+)", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
