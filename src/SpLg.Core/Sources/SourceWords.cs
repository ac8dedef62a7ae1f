namespace SpLg.Core.Sources;

/// <summary>The words of <i>Källans rad</i>, as they are looked for.</summary>
/// <param name="Year">The year that the words name, else the one in which the action was decided.</param>
/// <param name="WithoutYear">The words without the year they name; null when they name none.</param>
internal sealed record SourceWords(
    string Text,
    IReadOnlyList<string> Words,
    string Folded,
    int? Year,
    IReadOnlyList<string>? WithoutYear
)
{
    public static SourceWords Of(string text, int? decidedIn)
    {
        var words = Names.Words(text);
        var named = words.Count > 1 ? words.LastOrDefault(IsYear) : null;
        return new(
            text,
            words,
            string.Concat(words),
            named is null ? decidedIn : int.Parse(named, CultureInfo.InvariantCulture),
            named is null ? null : [.. words.Where(w => w != named)]
        );
    }

    private static bool IsYear(string word) =>
        word.Length == 4 && word.StartsWith("20", StringComparison.Ordinal) && word.All(char.IsAsciiDigit);
}
