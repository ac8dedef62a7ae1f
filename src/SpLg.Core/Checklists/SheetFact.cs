namespace SpLg.Core.Checklists;

/// <summary>A line above a sheet's table.</summary>
/// <param name="Value">What a field gives (see <see cref="FieldKind"/>); null leaves the cell empty.</param>
public sealed record SheetFact(string Name, object? Value)
{
    /// <summary>The facts with these names, read from an object.</summary>
    public static IReadOnlyList<SheetFact> Of(FieldSet fields, object data, params IReadOnlyList<string> names) =>
        [.. names.Select(n => new SheetFact(n, fields.Named(n).Read(data)))];
}
