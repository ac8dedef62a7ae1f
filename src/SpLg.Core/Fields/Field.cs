namespace SpLg.Core.Fields;

/// <summary>One name a template may use: <c>{{Name}}</c>, or <c>{{List.Name}}</c> inside a list.</summary>
/// <param name="Name">Swedish display name, unique at its level however a person spaces or cases it.</param>
/// <param name="Description">Swedish, for the catalogue of tags: what the reader gets, one sentence.</param>
/// <param name="Read">
/// Gives the value from the object of this level: the CLR type that <paramref name="Kind"/> names, or a
/// <see cref="string"/> where the cell could not be read and is shown as written, or null when it is empty.
/// </param>
/// <param name="Inner">The fields of each row or of the group; null for other kinds.</param>
/// <param name="Trace">
/// Where the value comes from, read from the same object; null when the field has none of its own, and then that of its
/// <see cref="FieldSet"/> or of the group it lies in holds. Null from the function means the same.
/// </param>
public sealed record Field(
    string Name,
    FieldKind Kind,
    string Description,
    Func<object, object?> Read,
    FieldSet? Inner,
    Func<object, Trace?>? Trace = null
);
