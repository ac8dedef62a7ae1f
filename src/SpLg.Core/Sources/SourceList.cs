namespace SpLg.Core.Sources;

/// <summary>
/// The rows of one list by all that people write to point at one: its title, its number or key, or what kind it is of.
/// </summary>
internal sealed class SourceList(string title)
{
    private const int LongestKey = 4;

    private static readonly HashSet<string> RowWords = new(StringComparer.Ordinal)
    {
        "rad",
        "radnr",
        "radnummer",
        "nr",
        "nummer",
        "id",
    };

    /// <summary>Words that say what kind of row is named and no row.</summary>
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "avsnitt",
        "krav",
        "punkt",
        "incident",
        "incidenten",
        "händelse",
        "händelsen",
        "beslut",
        "beslutet",
        "revision",
        "revisionen",
        "rekommendation",
        "rekommendationen",
        "vor",
        "rsa",
        "dso",
        "klassa",
        "ia",
        "från",
        "ur",
        "enligt",
        "i",
        "den",
        "om",
    };

    private readonly NamedRows<SourceRow> titles = new();
    private readonly Dictionary<string, List<SourceRow>> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SourceRow>> digits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SourceRow>> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceRow> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceRow> links = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Swedish title of the list.</summary>
    public string Title { get; } = title;

    /// <summary>The titles that may be told in another row's finding: not those of secret rows.</summary>
    public List<string> Told { get; } = [];

    public void Add(SourceRow row)
    {
        titles.Add(row.Title, row);
        if (row.Title is { } name && !row.Origin.IsSecret)
            Told.Add(name);
        ids.TryAdd(row.Origin.Id, row);
        if (row.Origin.Link is { } link)
            links.TryAdd(link.AbsoluteUri, row);
        if (row.Kind is not null)
            Under(kinds, Names.Fold(row.Kind), row);
        foreach (var key in (string?[])[row.Origin.ExternalKey, row.Called])
        {
            if (key is null)
                continue;
            foreach (var form in KeyForms(key).Distinct(StringComparer.Ordinal))
                Under(keys, form, row);
            Under(digits, Digits(key), row);
        }
    }

    /// <summary>The rows that are called exactly so, by title, key, number or address.</summary>
    /// <param name="isOwn">True in the list that the source means; elsewhere a number alone is no row's.</param>
    public Match Whole(SourceWords words, bool isOwn)
    {
        if (links.TryGetValue(words.Text.Trim(), out var linked))
            return Match.Of([linked]);
        foreach (var form in KeyForms(words.Text))
        {
            if (keys.TryGetValue(form, out var keyed))
                return Match.Under(keyed, words.Year);
        }
        if (titles.Whole(words.Folded) is { } whole)
            return Match.Under(whole.Rows, words.Year);
        if (words.WithoutYear is { } rest && titles.Whole(string.Concat(rest)) is { } ofYear)
            return Match.Under(ofYear.Rows, words.Year);
        return RowNumber(words, isOwn) is { } id && ids.TryGetValue(id, out var numbered)
            ? Match.Of([numbered])
            : Match.None;
    }

    /// <summary>As <see cref="Whole"/>; else a key among the words, a kind of rows, or a part of a title.</summary>
    public Match Find(SourceWords words)
    {
        if (Whole(words, isOwn: true) is { Rows.Count: > 0 } whole)
            return whole;
        var parts = words.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(parts.Length, LongestKey); length > 0; length--)
        {
            for (var start = 0; start + length <= parts.Length; start++)
            {
                var part = string.Join(' ', parts.Skip(start).Take(length));
                foreach (var form in KeyForms(part))
                {
                    if (form.Length > 2 && form.Any(char.IsDigit) && keys.TryGetValue(form, out var keyed))
                        return Match.Under(keyed, words.Year) with { HasMore = SaysMore(words, Names.Words(part)) };
                }
            }
        }
        if (
            !words.Folded.Any(char.IsLetter)
            && Digits(words.Text) is { Length: > 3 } number
            && digits.TryGetValue(number, out var counted)
        )
            return Match.Under(counted, words.Year);
        if (kinds.TryGetValue(words.Folded, out var kind))
            return Match.OfKind(kind, words.Year);
        var named = titles.Parts(words.Words);
        if (named.Count == 0 && words.WithoutYear is { Count: > 0 } rest)
            named = titles.Parts(rest);
        return Match.Among([.. named.Select(n => n.Rows)], words.Year) with
        {
            IsPart = true,
            HasMore = named is [var only] && titles.IsIn(only, words.Words) && SaysMore(words, only.Words),
        };
    }

    /// <summary>True when the words besides the name, where that stands first, may be another row's.</summary>
    private bool SaysMore(SourceWords words, IReadOnlyList<string> name)
    {
        var at = Enumerable
            .Range(0, Math.Max(0, words.Words.Count - name.Count + 1))
            .FirstOrDefault(start => words.Words.Skip(start).Take(name.Count).SequenceEqual(name), -1);
        // Words that are written otherwise than the name are not looked through.
        if (at < 0)
            return true;
        var rest = words.Words.Take(at).Concat(words.Words.Skip(at + name.Count)).ToList();
        if (words.WithoutYear is not null)
            rest.Remove($"{words.Year}");
        return rest.Any(w => !RowWords.Contains(w) && !Kinds.Contains(w) && w != Names.Fold(Title));
    }

    /// <summary>
    /// A number that stands alone or after a word for it: <c>rad 12</c>, <c>#12</c>, <c>Incidenter 12</c>.
    /// </summary>
    private string? RowNumber(SourceWords words, bool isOwn)
    {
        if (words.Words.Count == 0 || words.Words[^1] is not { } last || !last.All(char.IsAsciiDigit))
            return null;
        var named = string.Concat(words.Words.SkipLast(1).Where(w => !RowWords.Contains(w)));
        return (named.Length == 0 && isOwn) || named == Names.Fold(Title) ? last.TrimStart('0') : null;
    }

    private static void Under(Dictionary<string, List<SourceRow>> rows, string key, SourceRow row)
    {
        if (key.Length == 0)
            return;
        if (!rows.TryGetValue(key, out var those))
            rows[key] = those = [];
        those.Add(row);
    }

    /// <summary>
    /// A key as it is and without zeros before its numbers. A full stop between digits stays, as clause 8.1 is not 81.
    /// </summary>
    private static IEnumerable<string> KeyForms(string key)
    {
        var (asIs, trimmed) = (new StringBuilder(), new StringBuilder());
        foreach (var part in Letters.Composed(key, NormalizationForm.FormKC).Split('.'))
        {
            if (asIs.Length > 0 && part.Length > 0 && char.IsDigit(asIs[^1]) && char.IsDigit(part[0]))
            {
                asIs.Append('.');
                trimmed.Append('.');
            }
            foreach (var word in Names.Words(part))
            {
                asIs.Append(word);
                trimmed.Append(char.IsDigit(word[0]) && word.TrimStart('0') is { Length: > 0 } number ? number : word);
            }
        }
        return [asIs.ToString(), trimmed.ToString()];
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <param name="State">Found, Kind, Ambiguous or Unknown.</param>
    internal sealed record Match(SourceState State, IReadOnlyList<SourceRow> Rows)
    {
        public static Match None { get; } = new(SourceState.Unknown, []);

        /// <summary>True when the words are only a part of the name.</summary>
        public bool IsPart { get; init; }

        /// <summary>True when the row's name is only a part of the words, which may name another row too.</summary>
        public bool HasMore { get; init; }

        public static Match Of(IReadOnlyList<SourceRow> rows) => rows.Count == 0 ? None : new(SourceState.Found, rows);

        /// <summary>Rows of one name: those of the year; what is told every year has one each.</summary>
        public static Match Under(IReadOnlyList<SourceRow> rows, int? year) => Of(OfYear(rows, year));

        public static Match OfKind(IReadOnlyList<SourceRow> rows, int? year) =>
            new(SourceState.Kind, rows.Where(r => r.Year == year).ToList() is { Count: > 0 } ofYear ? ofYear : rows);

        /// <summary>Rows of several names, of which one may be of the year.</summary>
        public static Match Among(IReadOnlyList<IReadOnlyList<SourceRow>> names, int? year)
        {
            if (names.Count <= 1)
                return names.Count == 0 ? None : Under(names[0], year);
            var ofYear = names.Where(rows => rows.Any(r => r.Year == year)).ToList();
            return ofYear is [var only]
                ? Under(only, year)
                : new(SourceState.Ambiguous, [.. (ofYear.Count > 0 ? ofYear : names).SelectMany(rows => rows)]);
        }

        private static IReadOnlyList<SourceRow> OfYear(IReadOnlyList<SourceRow> rows, int? year)
        {
            if (rows.Count <= 1)
                return rows;
            var wanted = rows.Any(r => r.Year == year)
                ? year
                : rows.Where(r => r.Year <= year).Max(r => r.Year) ?? rows.Max(r => r.Year);
            return [.. rows.Where(r => r.Year == wanted)];
        }
    }
}
