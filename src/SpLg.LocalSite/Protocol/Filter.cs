namespace SpLg.LocalSite.Protocol;

/// <summary>
/// A parsed <c>$filter</c>: eq, ne, lt, le, gt, ge, startswith, and, or, not, parentheses. Values come from a function
/// by property path; they are text, decimal, bool, DateTimeOffset, a list of texts, or null for an empty column.
/// </summary>
internal sealed class Filter
{
    private readonly IReadOnlyList<string> tokens;
    private readonly List<string> properties = [];
    private int at;

    private Filter(string text)
    {
        tokens = FilterLexer.Cut(text);
        Matches = Or();
        if (at < tokens.Count)
            throw Syntax();
    }

    /// <summary>The property paths it names, in order.</summary>
    public IReadOnlyList<string> Properties => properties;

    public Func<Func<string, object?>, bool> Matches { get; }

    public static Filter Parse(string text) => new(text);

    private Func<Func<string, object?>, bool> Or()
    {
        var left = And();
        while (Taken("or"))
        {
            var (first, second) = (left, And());
            left = row => first(row) || second(row);
        }
        return left;
    }

    private Func<Func<string, object?>, bool> And()
    {
        var left = Not();
        while (Taken("and"))
        {
            var (first, second) = (left, Not());
            left = row => first(row) && second(row);
        }
        return left;
    }

    private Func<Func<string, object?>, bool> Not()
    {
        if (!Taken("not"))
            return Comparison();
        var inner = Comparison();
        return row => !inner(row);
    }

    private Func<Func<string, object?>, bool> Comparison()
    {
        if (Taken("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }
        if (at + 1 < tokens.Count && tokens[at + 1] == "(")
            return StartsWith();
        var property = Property();
        var comparison = Next().ToLowerInvariant();
        var literal = Literal(Next());
        return comparison switch
        {
            "eq" => row => Any(row(property), v => Compare(v, literal) == 0),
            "ne" => row => !Any(row(property), v => Compare(v, literal) == 0),
            // Nothing is smaller or greater than an empty column.
            "lt" => row => Ordered(row(property), literal) < 0,
            "le" => row => Ordered(row(property), literal) <= 0,
            "gt" => row => Ordered(row(property), literal) > 0,
            "ge" => row => Ordered(row(property), literal) >= 0,
            _ => throw GraphError.Invalid($"Invalid filter clause: '{comparison}' is not a supported operator."),
        };
    }

    private Func<Func<string, object?>, bool> StartsWith()
    {
        var name = Next();
        if (!name.Equals("startswith", StringComparison.OrdinalIgnoreCase))
            throw GraphError.Invalid($"Invalid filter clause: the function '{name}' is not supported.");
        Expect("(");
        var property = Property();
        Expect(",");
        var start = Literal(Next()) as string ?? throw Syntax();
        Expect(")");
        if (Taken("eq"))
        {
            var wanted = Literal(Next()) as bool? ?? throw Syntax();
            return row =>
                Any(row(property), v => v is string s && s.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                == wanted;
        }
        return row => Any(row(property), v => v is string s && s.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    private string Property()
    {
        var name = Next();
        if (name.StartsWith('\'') || !char.IsLetter(name[0]) && name[0] != '_')
            throw Syntax();
        properties.Add(name);
        return name;
    }

    private static object? Literal(string token) =>
        token switch
        {
            ['\'', .., '\''] => token[1..^1].Replace("''", "'"),
            "null" => null,
            "true" => true,
            "false" => false,
            _ when decimal.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ when TryDate(token) is { } date => date,
            _ => throw GraphError.Invalid($"Invalid filter clause: '{token}' is not a value."),
        };

    private static bool Any(object? value, Func<object?, bool> test) =>
        value is IReadOnlyList<string> several ? several.Any(test) : test(value);

    private static int? Ordered(object? value, object? literal) =>
        value is null || literal is null ? null : Compare(value, literal);

    /// <summary>The literal takes the column's type: SharePoint accepts quoted dates and numbers.</summary>
    private static int? Compare(object? value, object? literal) =>
        (value, literal) switch
        {
            (null, null) => 0,
            (null, _) or (_, null) => null,
            (string left, string right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
            (string left, decimal right) => string.Compare(
                left,
                right.ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            ),
            (decimal left, decimal right) => left.CompareTo(right),
            (decimal left, string text)
                when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var right) =>
                left.CompareTo(right),
            (bool left, bool right) => left.CompareTo(right),
            (bool left, decimal right) => left.CompareTo(right != 0),
            (DateTimeOffset left, DateTimeOffset right) => left.CompareTo(right),
            (DateTimeOffset left, string text) when TryDate(text) is { } right => left.CompareTo(right),
            _ => throw GraphError.Invalid("Invalid filter clause: the value is not of the column's type."),
        };

    private static DateTimeOffset? TryDate(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;

    private string Next() => at < tokens.Count ? tokens[at++] : throw Syntax();

    private bool Taken(string word)
    {
        var found = at < tokens.Count && tokens[at].Equals(word, StringComparison.OrdinalIgnoreCase);
        if (found)
            at++;
        return found;
    }

    private void Expect(string word)
    {
        if (!Taken(word))
            throw Syntax();
    }

    private static GraphError Syntax() => GraphError.Invalid("Invalid filter clause");
}
