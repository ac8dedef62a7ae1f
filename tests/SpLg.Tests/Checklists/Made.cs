using SpLg.Core.Checklists;

namespace SpLg.Tests.Checklists;

/// <summary>Checklists of 2026, and their fields by path.</summary>
internal static class Made
{
    public static ChecklistContext Context(Edition edition = Edition.Full) =>
        new(Organisation.Year, edition, Organisation.Today);

    public static IReadOnlyList<ChecklistDocument> All(
        OrganisationLists lists,
        DocumentType type,
        string? selection = null,
        Edition edition = Edition.Full
    ) => ChecklistBuilder.Build(lists, type, selection, Context(edition));

    public static ChecklistDocument One(Organisation organisation, DocumentType type, string? selection = null) =>
        Assert.Single(All(organisation.Read(), type, selection));

    public static object? Field(this ChecklistDocument document, string path) =>
        FieldText.Of(document.Fields, document.Data, path);

    /// <summary>One column of a list.</summary>
    public static IReadOnlyList<object?> Column(this ChecklistDocument document, string list, string column)
    {
        var field = document.Fields.Named(list);
        return
        [
            .. Assert
                .IsAssignableFrom<IReadOnlyList<object>>(field.Read(document.Data))
                .Select(field.Inner!.Named(column).Read),
        ];
    }
}
