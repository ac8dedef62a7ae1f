namespace SpLg.Core.Language;

/// <summary>
/// Names of things as several people type them: neither case, spaces, punctuation, quotes nor characters that cannot be
/// seen make two names of one.
/// </summary>
public static class Names
{
    /// <summary>
    /// Two names are the same when <see cref="Fold"/> of them is; those without a letter or digit when they are alike.
    /// </summary>
    public static IEqualityComparer<string> Comparer { get; } =
        EqualityComparer<string>.Create(
            (a, b) => a == b || Same(a!, b!),
            name => Key(name).GetHashCode(StringComparison.Ordinal)
        );

    /// <summary>
    /// Its letters and digits alone, in lower case and in their compatible form (NFKC), so that full-width ones are
    /// plain.
    /// </summary>
    public static string Fold(string name) => string.Concat(Words(name));

    /// <summary>
    /// As <see cref="Fold"/>, but apart where anything else stood between, and where a letter meets a digit:
    /// <c>IA-2026-0273</c> is three.
    /// </summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in Letters.Composed(name, NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                // A mark or a format character stands on or inside a word: variation selectors, soft hyphens,
                // zero-width characters.
                if (
                    Rune.IsWhiteSpace(rune)
                    || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark)
                )
                    End();
                continue;
            }
            if (word.Length > 0 && Rune.IsDigit(rune) != char.IsDigit(word[^1]))
                End();
            word.Append(Rune.ToLowerInvariant(rune));
        }
        End();
        return words;

        void End()
        {
            if (word.Length == 0)
                return;
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private static bool Same(string a, string b) => Key(a) == Key(b);

    private static string Key(string name) => Fold(name) is { Length: > 0 } folded ? folded : name;
}
