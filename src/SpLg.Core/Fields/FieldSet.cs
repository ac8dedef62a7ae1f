namespace SpLg.Core.Fields;

/// <summary>
/// The names a template may use at one level, each knowing how it reads its value: what a template is compiled
/// against (no data needed, so a wrong name is found before the first row) and filled from.
/// </summary>
/// <param name="trace">Where the fields that have no trace of their own come from; null when that is not said
/// here.</param>
public sealed class FieldSet(IReadOnlyList<Field> fields, Func<object, Trace?>? trace = null)
{
    private readonly Dictionary<string, Field> byName = fields.ToDictionary(
        f => FieldName.Fold(f.Name),
        StringComparer.Ordinal
    );

    /// <summary>All fields in the order they are declared.</summary>
    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>
    /// Where fields without a trace of their own come from, read from the object of this level; null when that is not
    /// said here.
    /// </summary>
    public Func<object, Trace?>? Trace { get; } = trace;

    /// <summary>The fields with their folded names, in the order they are declared.</summary>
    public IEnumerable<(string Folded, Field Field)> ByFoldedName => byName.Select(f => (f.Key, f.Value));

    /// <summary>The field with this name as a person may have typed it, or null.</summary>
    public Field? TryFind(string name) => byName.GetValueOrDefault(FieldName.Fold(name));

    /// <summary>The field with this name, which code knows to exist.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Field Named(string name) => TryFind(name) ?? throw new KeyNotFoundException($"There is no field '{name}'.");
}
