namespace SpLg.Word.Expressions;

/// <summary>The names that count at a place in the template: those of the row around it first, then outward.</summary>
/// <param name="fields">The fields of this level.</param>
/// <param name="frame">Which of the run's frames holds the object of this level.</param>
/// <param name="list">The list whose rows this level goes through; null outermost.</param>
internal sealed class Scope(FieldSet fields, int frame, Scope? outer = null, ValueSource? list = null)
{
    public int Frame => frame;

    public Scope? Outer => outer;

    public FieldSet Fields => fields;

    /// <summary>
    /// The names that have been found, as the fields spell them; one set for all levels of a template.
    /// </summary>
    public HashSet<string> Used { get; } = outer?.Used ?? new(StringComparer.Ordinal);

    /// <summary>The names read here, as typed.</summary>
    public Dictionary<string, (Resolution Meaning, string? Format)> Read { get; } = new(StringComparer.Ordinal);

    /// <summary>How many names may still be looked up in a template.</summary>
    private Lookups Left { get; } = outer?.Left ?? new();

    /// <summary>
    /// Whether what was meant may be looked for once more: among all names there are, which takes time.
    /// </summary>
    public bool MaySuggest() => Left.MaySuggest();

    public Scope Into(ValueSource source) => new(source.Field.Inner!, frame + 1, this, source);

    /// <summary>
    /// The innermost level that knows the whole name; a row's own field does not hide a group of the same name.
    /// </summary>
    public Resolution Resolve(IReadOnlyList<string> parts)
    {
        Left.Take(1 + (parts.Sum(p => p.Length) / Lookups.LettersOfOne));
        Resolution? nearest = null;
        var known = 0;
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Fields.TryFind(parts[0]) is not { } first)
                continue;
            var meaning = Walk(scope, first, parts, out var read);
            if (meaning is Resolution.Found or Resolution.NeedsList { Fault: null })
                return meaning;
            // The reading that came furthest is the one to explain.
            if (read > known)
                (nearest, known) = (meaning, read);
        }
        return nearest ?? new Resolution.Unknown(parts[0], this, null, "");
    }

    /// <param name="read">How many parts of the name are known.</param>
    private Resolution Walk(Scope from, Field first, IReadOnlyList<string> parts, out int read)
    {
        var path = new List<Field> { first };
        var names = first.Name;
        for (read = 1; read < parts.Count; read++)
        {
            var field = path[^1];
            if (field.Inner is null)
                return new Resolution.Unknown(parts[read], this, field, names);
            if (field.Kind == FieldKind.List)
            {
                var source = new ValueSource(from.Frame, path);
                if (Iterating(source) is not { } inside)
                    return new Resolution.NeedsList(
                        source,
                        field.Inner.TryFind(parts[read]) is null ? new(parts[read], this, field, names) : null
                    );
                from = inside;
                path = [];
            }
            if (field.Inner.TryFind(parts[read]) is not { } next)
                return new Resolution.Unknown(parts[read], this, field, names);
            path.Add(next);
            names += "." + next.Name;
        }
        Used.Add(names);
        return new Resolution.Found(new(from.Frame, path));
    }

    private Scope? Iterating(ValueSource source)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.List is not null && scope.List.Equals(source))
                return scope;
        }
        return null;
    }

    private ValueSource? List => list;

    /// <summary>Bounds the work a template can ask for; the largest of the shipped ones takes some 4,000.</summary>
    private sealed class Lookups
    {
        /// <summary>A long name takes longer.</summary>
        public const int LettersOfOne = 20;

        private const int Most = 300_000;

        private const int MostSuggestions = 200;

        private int taken;
        private int suggestions;

        public bool MaySuggest() => ++suggestions <= MostSuggestions;

        public void Take(int cost)
        {
            taken += cost;
            if (taken > Most)
                throw new DocumentTooLargeException("", "för många olika namn och villkor");
        }
    }
}
