namespace SpLg.Files;

/// <summary>
/// Names that a file may have for a list's columns: the Swedish display name or the internal name, however spaced, or
/// what other registers call it.
/// </summary>
internal sealed class ColumnNames
{
    /// <summary>
    /// Columns every list has without our template naming them, as an export or Graph names them. Nothing is lost by
    /// leaving them.
    /// </summary>
    private static readonly HashSet<string> BuiltIn = new(
        new[]
        {
            "ID",
            "SPLG-ID",
            "Modified",
            "Ändrad",
            "Created",
            "Skapad",
            "Created By",
            "Skapat av",
            "Skapad av",
            "Modified By",
            "Ändrat av",
            "Ändrad av",
            "Item Type",
            "Objekttyp",
            "Path",
            "Sökväg",
            "Version",
            "Attachments",
            "Bifogade filer",
            "Content Type",
            "Innehållstyp",
            "Compliance Asset Id",
            "Folder Child Count",
            "Item Child Count",
            "App Created By",
            "App Modified By",
            "_OldID",
            "Author",
            "AuthorLookupId",
            "Editor",
            "EditorLookupId",
            "AppAuthorLookupId",
            "AppEditorLookupId",
            "Edit",
            "LinkTitle",
            "LinkTitleNoMenu",
            "_UIVersionString",
            "_ComplianceFlags",
            "_ComplianceTag",
            "_ComplianceTagWrittenTime",
            "_ComplianceTagUserId",
        }.Select(FieldName.Fold),
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, ColumnSchema> byName = new(StringComparer.Ordinal);

    /// <summary>What other registers in general call the columns, in ordinary words.</summary>
    private readonly HashSet<string> synonyms = new(StringComparer.Ordinal);

    /// <summary>What the administration has said that its own registers call them.</summary>
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <param name="own">What the administration's own registers call the columns, before all others.</param>
    public ColumnNames(ListSchema list, ColumnMap? own = null)
    {
        foreach (var (name, column) in own?.Of(list) ?? [])
        {
            byName[name] = column;
            given.Add(name);
        }
        foreach (var column in list.Columns)
            byName.TryAdd(FieldName.Fold(column.Name), column);
        // Staff see display names, so these win where one equals another column's internal name.
        foreach (var column in list.Columns)
        {
            var name = FieldName.Fold(column.DisplayName);
            if (!given.Contains(name))
                byName[name] = column;
        }
        // A list whose title column was never renamed is exported with SharePoint's own Swedish name for it; people
        // write Titel.
        if (list.TryColumn("Title") is { } title)
        {
            byName.TryAdd(FieldName.Fold("Rubrik"), title);
            byName.TryAdd(FieldName.Fold("Titel"), title);
        }
        foreach (var (name, column) in ColumnSynonyms.Of(list))
        {
            if (byName.TryAdd(name, column))
                synonyms.Add(name);
        }
    }

    public ColumnSchema? TryFind(string name) => byName.GetValueOrDefault(FieldName.Fold(name));

    /// <summary>True for a name that is another register's.</summary>
    public bool IsSynonym(string name) =>
        synonyms.Contains(FieldName.Fold(name)) || given.Contains(FieldName.Fold(name));

    /// <summary>
    /// True for a column of the list, by a name that the administration has given it too, and for one that SharePoint
    /// itself puts in every list. Not for what other registers call one: many are ordinary words, by which a title above
    /// the header would be taken for one.
    /// </summary>
    public bool Knows(string name) =>
        (byName.ContainsKey(FieldName.Fold(name)) && !synonyms.Contains(FieldName.Fold(name))) || IsBuiltIn(name);

    public static bool IsBuiltIn(string name) => BuiltIn.Contains(FieldName.Fold(name));
}
