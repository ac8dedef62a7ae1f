namespace SpLg.Core.Checklists;

/// <summary>A checklist that can be made of the lists, told once beside its records.</summary>
/// <param name="Word">Its name on the command line.</param>
/// <param name="Template">Name of its Word template, without extension.</param>
/// <param name="Fields">The names that the template may use.</param>
/// <param name="Build">Makes the documents of a person's words for one of them; of no words all of them.</param>
public sealed record ChecklistKind(
    DocumentType Type,
    string Word,
    string Template,
    FieldSet Fields,
    Func<OrganisationLists, string?, ChecklistContext, IReadOnlyList<ChecklistDocument>> Build
)
{
    internal ChecklistDocument Document(string title, string fileName, object data, IReadOnlyList<Sheet> sheets) =>
        new(Type, title, fileName, Fields, data, sheets);
}
