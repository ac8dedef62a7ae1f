namespace SpLg.Core.Schema;

/// <summary>One ListInstance under check, faults and all: nothing in it is trusted to be there.</summary>
internal sealed class CheckedList(XElement instance)
{
    // Columns every list or library has; views may show, sort and filter by them.
    // https://learn.microsoft.com/sharepoint/dev/schema/field-element-list
    private static readonly HashSet<string> BuiltIn = new(StringComparer.Ordinal)
    {
        "ID",
        "Title",
        "LinkTitle",
        "LinkTitleNoMenu",
        "Author",
        "Editor",
        "Created",
        "Modified",
        "ContentType",
        "Attachments",
        "Edit",
        "_UIVersionString",
        "DocIcon",
        "FileLeafRef",
        "LinkFilename",
        "LinkFilenameNoMenu",
        "FileSizeDisplay",
        "CheckoutUser",
        "_ModerationStatus",
        "_CheckinComment",
    };

    // Hidden columns of every list: a column of ours with such a name gets another from SharePoint, without a word.
    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "AppAuthor",
        "AppEditor",
        "BaseName",
        "ComplianceAssetId",
        "ContentTypeId",
        "ContentVersion",
        "EncodedAbsUrl",
        "FileDirRef",
        "FileRef",
        "FolderChildCount",
        "FSObjType",
        "GUID",
        "InstanceID",
        "ItemChildCount",
        "LinkFilename2",
        "LinkTitle2",
        "MetaInfo",
        "NoExecute",
        "Order",
        "OriginatorId",
        "owshiddenversion",
        "ParentUniqueId",
        "PermMask",
        "PrincipalCount",
        "ProgId",
        "Restricted",
        "ScopeId",
        "SelectTitle",
        "ServerUrl",
        "SMTotalSize",
        "SortBehavior",
        "SyncClientId",
        "TaxCatchAll",
        "UniqueId",
        "WorkflowInstanceID",
        "WorkflowVersion",
    };

    public XElement Instance { get; } = instance;

    public string Title { get; } = (string?)instance.Attribute("Title") ?? "";

    public string Url { get; } = (string?)instance.Attribute("Url") ?? "";

    public bool IsLibrary { get; } = (string?)instance.Attribute("TemplateType") is "101" or "119";

    public bool IsPages { get; } = (string?)instance.Attribute("TemplateType") == "119";

    public IReadOnlyList<XElement> Fields { get; } = [.. instance.Elements(SiteSchemaReader.Pnp + "Fields").Elements()];

    public IReadOnlyList<XElement> Views { get; } = [.. instance.Elements(SiteSchemaReader.Pnp + "Views").Elements()];

    public static bool IsBuiltIn(string name) => BuiltIn.Contains(name);

    /// <summary>True when SharePoint has a column of this name, shown or hidden.</summary>
    public static bool IsTaken(string name) =>
        BuiltIn.Contains(name, StringComparer.OrdinalIgnoreCase) || Hidden.Contains(name);

    public XElement? TryField(string name) => Fields.FirstOrDefault(f => (string?)f.Attribute("Name") == name);

    public XElement? TryFieldDisplayed(string displayName) =>
        Fields.FirstOrDefault(f => (string?)f.Attribute("DisplayName") == displayName);

    /// <summary>True when the column joins another list in a query: lookup, person, and the built-in persons.</summary>
    public bool IsLookupLike(string name) =>
        name is "Author" or "Editor" or "CheckoutUser"
        || (string?)TryField(name)?.Attribute("Type") is "Lookup" or "User";

    public bool IsIndexed(string name) =>
        name == "ID" || (TryField(name) is { } field && SiteSchemaReader.Flag(field, "Indexed"));
}
