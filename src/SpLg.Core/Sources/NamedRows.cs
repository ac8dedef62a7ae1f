namespace SpLg.Core.Sources;

/// <summary>Rows by name, found by the whole of it or by the part that people write.</summary>
internal sealed class NamedRows<T>
{
    /// <summary>
    /// Words that begin alike in more names than this single out none of them, and looking through them all would be
    /// slow.
    /// </summary>
    private const int TooCommon = 200;

    /// <summary>The shortest part that people would know a name by.</summary>
    private const int LeastPart = 4;

    private const int LongestName = 24;

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "i",
        "och",
        "av",
        "på",
        "för",
        "till",
        "med",
        "den",
        "det",
        "de",
        "en",
        "ett",
        "vid",
        "från",
        "om",
        "hos",
        "ur",
        "som",
        "är",
    };

    /// <summary>Endings that make another form of a word: vattenrening, vattenreningen, vattenreningens.</summary>
    private static readonly string[] Endings =
    [
        "s",
        "n",
        "t",
        "en",
        "et",
        "an",
        "ar",
        "er",
        "or",
        "na",
        "ns",
        "ens",
        "ets",
        "arna",
        "erna",
        "orna",
        "arnas",
        "ernas",
        "ornas",
    ];

    private readonly Dictionary<string, Named> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Named>> byStart = new(StringComparer.Ordinal);

    public void Add(string? name, T row)
    {
        if (name is null || Names.Words(name) is not { Count: > 0 } words)
            return;
        var key = string.Concat(words);
        if (!byName.TryGetValue(key, out var named))
        {
            byName[key] = named = new(words, []);
            foreach (var start in words.Select(Start).Distinct(StringComparer.Ordinal))
            {
                if (!byStart.TryGetValue(start, out var those))
                    byStart[start] = those = [];
                those.Add(named);
            }
        }
        named.Rows.Add(row);
    }

    public Named? Whole(string folded) => byName.GetValueOrDefault(folded);

    /// <summary>
    /// The names that the words are a part of, in their order; else those that hold all of them; else the longest name
    /// that is a part of the words.
    /// </summary>
    public IReadOnlyList<Named> Parts(IReadOnlyList<string> words)
    {
        var telling = words.Where(w => !Small.Contains(w)).ToList();
        if (telling.Count > 0 && telling.Sum(w => w.Length) >= LeastPart)
        {
            var near = telling.Select(w => byStart.GetValueOrDefault(Start(w), [])).MinBy(names => names.Count)!;
            if (near.Count <= TooCommon)
            {
                var found = near.Where(n => IsPart(words, n.Words)).ToList();
                if (found.Count == 0)
                    found = [.. near.Where(n => telling.All(w => n.Words.Any(other => IsForm(w, other))))];
                if (found.Count > 0)
                    return found;
            }
        }
        return LongestIn(words) is { } one ? [one] : [];
    }

    /// <summary>True when the whole name stands among the words.</summary>
    public bool IsIn(Named name, IReadOnlyList<string> words)
    {
        var folded = string.Concat(name.Words);
        return Enumerable.Range(0, words.Count).Any(Begins);

        bool Begins(int start)
        {
            var from = 0;
            for (var i = start; i < words.Count && from < folded.Length; i++)
            {
                if (!folded.AsSpan(from).StartsWith(words[i]) && !words[i].AsSpan().StartsWith(folded.AsSpan(from)))
                    return false;
                from += words[i].Length;
            }
            return from >= folded.Length;
        }
    }

    private Named? LongestIn(IReadOnlyList<string> words)
    {
        for (var length = Math.Min(words.Count, LongestName); length > 0; length--)
        {
            for (var start = 0; start + length <= words.Count; start++)
            {
                var part = string.Concat(words.Skip(start).Take(length));
                if (part.Length >= LeastPart && part.Any(char.IsLetter) && byName.TryGetValue(part, out var named))
                    return named;
            }
        }
        return null;
    }

    private static bool IsPart(IReadOnlyList<string> part, IReadOnlyList<string> whole) =>
        Enumerable
            .Range(0, Math.Max(0, whole.Count - part.Count + 1))
            .Any(start => part.Index().All(w => IsForm(w.Item, whole[start + w.Index])));

    private static bool IsForm(string word, string other)
    {
        var (shorter, longer) = word.Length <= other.Length ? (word, other) : (other, word);
        return longer.StartsWith(shorter, StringComparison.Ordinal)
            && (
                longer.Length == shorter.Length
                || (shorter.Length >= LeastPart && Endings.Contains(longer[shorter.Length..]))
            );
    }

    /// <summary>Forms of one word begin alike.</summary>
    private static string Start(string word) => word.Length <= LeastPart ? word : word[..LeastPart];

    internal sealed record Named(IReadOnlyList<string> Words, List<T> Rows);
}
