namespace SpLg.Word.Expressions;

/// <summary>
/// Reads <c>Fält</c>, <c>inte Fält</c>, <c>Fält = "text"</c> (also &lt;&gt;, &lt;, &lt;=, &gt;, &gt;=; numbers, dates,
/// ja, nej), joined with <c>och</c> and <c>eller</c>, where <c>och</c> binds harder. A name may hold those words: the
/// longest reading that is a known name wins.
/// </summary>
internal sealed class ConditionReader(Scope scope)
{
    // Far beyond what a person writes; a reading goes through every way to divide the words.
    private const int Longest = 500;

    private static readonly string[] Operators = ["<=", ">=", "<>", "≠", "≤", "≥", "=", "<", ">"];

    /// <summary>Signs written by people who know conditions from elsewhere.</summary>
    private static readonly string[] OtherLanguages =
    [
        "and",
        "or",
        "not",
        "is",
        "är",
        "&&",
        "||",
        "lika",
        "större",
        "mindre",
    ];

    // A condition of a hundred words has five thousand ways to begin and end in it.
    private const int MostReadings = 1_000;

    private readonly Dictionary<string, Func<string>> faults = new(StringComparer.Ordinal);
    private Func<string>? fault;

    /// <summary>The fault, in Swedish, after a failed <see cref="TryRead"/>.</summary>
    public string? Fault => fault?.Invoke();

    /// <summary>The condition, or null with <see cref="Fault"/> set.</summary>
    public Condition? TryRead(string text)
    {
        text = text.Trim();
        if (text.Length > Longest)
            return Fail($"Villkoret är längre än {Longest} tecken. Dela upp det i flera {{{{#om …}}}}.");
        if (faults.TryGetValue(text, out var known))
            return Fail(known);
        if (faults.Count > MostReadings)
            return Fail("Villkoret är för invecklat. Dela upp det i flera {{#om …}}.");
        var condition = TryReadAnew(text);
        if (condition is null)
            faults[text] = fault!;
        return condition;
    }

    private Condition? TryReadAnew(string text)
    {
        if (text.Length == 0)
            return Fail("Villkoret är tomt. Skriv till exempel {{#om Fält}}.");
        if (TryName(text) is { } source)
            return new Condition.HasValue(source);
        fault = null;
        if (TryJoined(text, "eller", (l, r) => new Condition.Either(l, r)) is { } either)
            return either;
        var partFault = fault;
        if (TryJoined(text, "och", (l, r) => new Condition.Both(l, r)) is { } both)
            return both;
        partFault ??= fault;
        if (TryLeaf(text) is { } leaf)
            return leaf;
        // What is wrong with one side says more than that the whole is no name.
        fault = partFault ?? fault;
        return null;
    }

    private Condition? TryJoined(string text, string word, Func<Condition, Condition, Condition> join)
    {
        foreach (var at in Occurrences(text, word))
        {
            if (TryRead(text[..at]) is { } left && TryRead(text[(at + word.Length)..]) is { } right)
                return join(left, right);
        }
        return null;
    }

    private Condition? TryLeaf(string text)
    {
        if (Expression.Word(text, "inte") is { } rest)
            return TryRead(rest) is { } inner ? new Condition.Not(inner) : null;
        foreach (var sign in Operators)
        {
            if (IndexOutsideQuotes(text, sign) is var at && at > 0)
                return TryComparison(text[..at].Trim(), sign, text[(at + sign.Length)..].Trim());
        }
        return HasForeignWord(text)
            ? Fail(
                "Ett villkor skrivs med tecknen =, <>, <, >, <= och >= och med orden och, eller och inte, till "
                    + "exempel {{#om Fält > 0 och inte Annat fält}}."
            )
            : Fail(scope.Resolve(text.Split('.', StringSplitOptions.TrimEntries)));
    }

    /// <summary>
    /// At the start or after a known name: elsewhere such a word may be part of a name that is spelt wrong.
    /// </summary>
    private bool HasForeignWord(string text)
    {
        var words = text.Split(' ');
        return Enumerable
            .Range(0, words.Length)
            .Any(i =>
                OtherLanguages.Contains(words[i], StringComparer.OrdinalIgnoreCase)
                && (i == 0 || TryName(string.Join(' ', words[..i])) is not null)
            );
    }

    private Condition? TryComparison(string name, string sign, string literal)
    {
        var meaning = NameReader.Read(scope, name).Meaning;
        if (meaning is not Resolution.Found { Source: var source })
            return Fail(meaning);
        var value = TryLiteral(source.Field.Kind, literal);
        if (value is null && literal.Length == 0)
            return Fail($"Efter {sign} står inget att jämföra med. Skriv {LiteralHelp(source.Field.Kind)}.");
        if (value is null)
            return Fail(
                $"”{literal}” går inte att jämföra med fältet ”{source.Field.Name}”. Skriv {LiteralHelp(source.Field.Kind)}."
            );
        return new Condition.Compare(
            source,
            value,
            sign switch
            {
                "=" => c => c == 0,
                "<>" or "≠" => c => c != 0,
                "<" => c => c < 0,
                "<=" or "≤" => c => c <= 0,
                ">" => c => c > 0,
                _ => c => c >= 0,
            }
        );
    }

    private ValueSource? TryName(string text) =>
        NameReader.Read(scope, text) is { Meaning: Resolution.Found found, Format: null } ? found.Source : null;

    private static decimal? TryNumber(string text)
    {
        var plain = text.Replace(',', '.').Replace('−', '-').Replace("\u00a0", "").Replace(" ", "");
        return decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static object? TryLiteral(FieldKind kind, string literal)
    {
        var quoted = literal.Length >= 2 && IsQuote(literal[0]) && IsQuote(literal[^1]);
        var text = quoted ? literal[1..^1].Trim() : literal;
        return kind switch
        {
            FieldKind.Text or FieldKind.RichText => quoted ? text : null,
            FieldKind.Number or FieldKind.List => TryNumber(text),
            FieldKind.Date => DateOnly.TryParseExact(
                FieldName.Fold(text),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day
                : null,
            FieldKind.YesNo => text.ToLowerInvariant() switch
            {
                "ja" => true,
                "nej" => false,
                _ => null,
            },
            _ => null,
        };
    }

    private static string LiteralHelp(FieldKind kind) =>
        kind switch
        {
            FieldKind.Text or FieldKind.RichText => "text inom citattecken, till exempel \"Hög\"",
            FieldKind.Number or FieldKind.List => "ett tal, till exempel 3",
            FieldKind.Date => "ett datum, till exempel 2026-03-01",
            FieldKind.YesNo => "ja eller nej",
            _ => "bara fältets namn, utan jämförelse",
        };

    private static IEnumerable<int> Occurrences(string text, string word)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsQuote(text[i]))
                quoted = !quoted;
            if (
                !quoted
                && i > 0
                && char.IsWhiteSpace(text[i - 1])
                && string.Compare(text, i, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
                && i + word.Length < text.Length
                && char.IsWhiteSpace(text[i + word.Length])
            )
            {
                yield return i;
            }
        }
    }

    private static int IndexOutsideQuotes(string text, string sign)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsQuote(text[i]))
                quoted = !quoted;
            else if (!quoted && string.CompareOrdinal(text, i, sign, 0, sign.Length) == 0)
                return i;
        }
        return -1;
    }

    private static bool IsQuote(char c) => c is '"' or '”' or '“' or '„' or '«' or '»';

    private Condition? Fail(Resolution meaning) => Fail(() => Explanation.Of(meaning));

    private Condition? Fail(string words) => Fail(() => words);

    private Condition? Fail(Func<string> words)
    {
        fault = words;
        return null;
    }
}
