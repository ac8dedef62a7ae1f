namespace SpLg.Word.Filling;

/// <summary>The question of <c>{{#om …}}</c>.</summary>
internal abstract record Condition
{
    public abstract bool Holds(FillRun run);

    // A note equals its words.
    private static object? Seen(ValueSource source, FillRun run) =>
        source.Read(run) is var value && source.Field.Kind == FieldKind.RichText && value is string html
            ? HtmlText.Plain(html)
            : value;

    /// <summary>The field has a value: text that is not empty, a number other than 0, yes, a list with rows.</summary>
    public sealed record HasValue(ValueSource Source) : Condition
    {
        public override bool Holds(FillRun run) =>
            Source.Read(run) switch
            {
                string html when Source.Field.Kind == FieldKind.RichText => HtmlText.HasWords(html),
                null or "" or false or 0m => false,
                IReadOnlyList<object> rows => rows.Count > 0,
                ReadOnlyMemory<byte> picture => !picture.IsEmpty,
                _ => true,
            };
    }

    /// <summary>Stands where a condition could not be read; such a template is never filled.</summary>
    public sealed record Never : Condition
    {
        public override bool Holds(FillRun run) => false;
    }

    public sealed record Not(Condition Inner) : Condition
    {
        public override bool Holds(FillRun run) => !Inner.Holds(run);
    }

    public sealed record Both(Condition Left, Condition Right) : Condition
    {
        public override bool Holds(FillRun run) => Left.Holds(run) && Right.Holds(run);
    }

    public sealed record Either(Condition Left, Condition Right) : Condition
    {
        public override bool Holds(FillRun run) => Left.Holds(run) || Right.Holds(run);
    }

    /// <summary>
    /// A comparison with something written in the template; a value that could not be read equals only its own text.
    /// </summary>
    /// <param name="Test">Gets what comparing the value with the literal gives: negative, 0 or positive.</param>
    public sealed record Compare(ValueSource Source, object Literal, Func<int, bool> Test) : Condition
    {
        public override bool Holds(FillRun run) =>
            (Seen(Source, run), Literal) switch
            {
                (null, string literal) => Test(string.Compare("", literal, StringComparison.OrdinalIgnoreCase)),
                (string text, string literal) => Test(
                    string.Compare(text.Trim(), literal, StringComparison.OrdinalIgnoreCase)
                ),
                (decimal number, decimal literal) => Test(number.CompareTo(literal)),
                (DateOnly day, DateOnly literal) => Test(day.CompareTo(literal)),
                (bool answer, bool literal) => Test(answer.CompareTo(literal)),
                (null, bool literal) => Test(false.CompareTo(literal)),
                (IReadOnlyList<object> rows, decimal literal) => Test(((decimal)rows.Count).CompareTo(literal)),
                _ => false,
            };
    }
}
