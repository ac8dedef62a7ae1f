namespace SpLg.Core.Checklists;

/// <summary>One column of a sheet's table.</summary>
/// <param name="Field">Gives name and values; a text, number, date or yes/no.</param>
/// <param name="Width">In characters.</param>
/// <param name="Choices">What may be chosen in the cell; empty when anything may be written.</param>
public sealed record SheetColumn(Field Field, int Width, IReadOnlyList<string> Choices)
{
    public static SheetColumn Of(FieldSet fields, string name, int width, IReadOnlyList<string>? choices = null) =>
        new(fields.Named(name), width, choices ?? []);
}
