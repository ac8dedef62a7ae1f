namespace SpLg.Core.Fields;

/// <summary>Declares the fields of a type in the order the catalogue lists them.</summary>
public sealed class FieldSetBuilder<T>
    where T : notnull
{
    private readonly List<Field> fields = [];
    private Func<object, Trace?>? common;
    private Func<T, string?>? unknown;

    public FieldSet Build() => new(unknown is null ? fields : [.. fields.Select(KnownOrWords)], common);

    /// <summary>
    /// Words that stand for 0 in this level's numbers; null where 0 is right. Nothing counted is no zero where nothing
    /// is known.
    /// </summary>
    public FieldSetBuilder<T> InsteadOfZero(Func<T, string?> words)
    {
        unknown = words;
        return this;
    }

    public FieldSetBuilder<T> Text(string name, string description, Func<T, string?> read) =>
        Add(name, FieldKind.Text, description, row => read(row));

    public FieldSetBuilder<T> RichText(string name, string description, Func<T, string?> read) =>
        Add(name, FieldKind.RichText, description, row => read(row));

    /// <summary>A choice, shown with its Swedish text.</summary>
    public FieldSetBuilder<T> Choice<TChoice>(string name, string description, Func<T, Entry<TChoice>> read)
        where TChoice : struct, Enum => Add(name, FieldKind.Text, description, row => read(row).Text);

    public FieldSetBuilder<T> Number(string name, string description, Func<T, decimal?> read) =>
        Add(name, FieldKind.Number, description, row => read(row));

    public FieldSetBuilder<T> Number(string name, string description, Func<T, Entry<decimal>> read) =>
        Add(name, FieldKind.Number, description, row => ValueOrText(read(row)));

    /// <summary>The number of some rows, traced to them; words where the year has none.</summary>
    internal FieldSetBuilder<T> Count(string name, string description, Func<T, RowCount?> count) =>
        Number(name, description, row => RowCount.FigureOf(count(row))).From(row => count(row)?.Trace);

    /// <inheritdoc cref="Count(string, string, Func{T, RowCount})"/>
    internal FieldSetBuilder<T> Count(string name, string description, Func<T, CountWithGaps?> count) =>
        Number(name, description, row => RowCount.FigureOf(count(row))).From(row => count(row)?.Trace);

    /// <summary>Fields that are declared together, as are those of several things alike.</summary>
    public FieldSetBuilder<T> With(Action<FieldSetBuilder<T>> declare)
    {
        declare(this);
        return this;
    }

    public FieldSetBuilder<T> Date(string name, string description, Func<T, DateOnly?> read) =>
        Add(name, FieldKind.Date, description, row => read(row));

    public FieldSetBuilder<T> Date(string name, string description, Func<T, Entry<DateOnly>> read) =>
        Add(name, FieldKind.Date, description, row => ValueOrText(read(row)));

    public FieldSetBuilder<T> YesNo(string name, string description, Func<T, bool> read) =>
        Add(name, FieldKind.YesNo, description, row => read(row));

    public FieldSetBuilder<T> YesNo(string name, string description, Func<T, Entry<bool>> read) =>
        Add(name, FieldKind.YesNo, description, row => ValueOrText(read(row)));

    /// <summary>
    /// Lines of their own for rows. A row that is only counted has none in any list, whatever gives it.
    /// </summary>
    public FieldSetBuilder<T> List<TRow>(
        string name,
        string description,
        Func<T, IReadOnlyList<TRow>> read,
        FieldSet inner
    )
        where TRow : class =>
        Add(name, FieldKind.List, description, row => (IReadOnlyList<object>)ToldLines.Of(read(row)), inner);

    public FieldSetBuilder<T> Group<TGroup>(string name, string description, Func<T, TGroup?> read, FieldSet inner)
        where TGroup : class => Add(name, FieldKind.Group, description, row => read(row), inner);

    public FieldSetBuilder<T> Picture(string name, string description, Func<T, ReadOnlyMemory<byte>?> read) =>
        Add(name, FieldKind.Picture, description, row => read(row));

    /// <summary>All fields of another type, read through this one.</summary>
    public FieldSetBuilder<T> Include<TInner>(FieldSet inner, Func<T, TInner> read)
        where TInner : class
    {
        foreach (var field in inner.Fields)
            fields.Add(
                field with
                {
                    Read = row => field.Read(read((T)row)),
                    Trace = field.Trace is { } trace ? row => trace(read((T)row)) : null,
                }
            );
        return this;
    }

    /// <summary>Says where the field declared last comes from.</summary>
    public FieldSetBuilder<T> From(Func<T, Trace?> trace)
    {
        fields[^1] = fields[^1] with { Trace = row => trace((T)row) };
        return this;
    }

    /// <summary>Says where every field comes from that does not say so itself with <see cref="From"/>.</summary>
    public FieldSetBuilder<T> AllFrom(Func<T, Trace?> trace)
    {
        common = row => trace((T)row);
        return this;
    }

    private Field KnownOrWords(Field field) =>
        field.Kind != FieldKind.Number
            ? field
            : field with
            {
                Read = row =>
                    field.Read(row) is var value && value is 0m && unknown!((T)row) is { } words ? words : value,
            };

    private static object? ValueOrText<TValue>(Entry<TValue> entry)
        where TValue : struct => entry.Value is { } value ? value : entry.Text;

    private FieldSetBuilder<T> Add(
        string name,
        FieldKind kind,
        string description,
        Func<T, object?> read,
        FieldSet? inner = null
    )
    {
        fields.Add(new(name, kind, description, row => read((T)row), inner));
        return this;
    }
}
