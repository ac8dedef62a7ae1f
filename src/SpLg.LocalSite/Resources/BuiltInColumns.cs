using System.Security.Cryptography;

namespace SpLg.LocalSite.Resources;

/// <summary>
/// The columns SharePoint gives every list, in the order the service lists them. Computed, attachment, content-type and
/// record columns carry no facet. For libraries no full recording was found; their own columns stand in a plausible
/// order.
/// </summary>
internal static class BuiltInColumns
{
    public static IReadOnlyList<ColumnRecord> Before(string template) =>
        template switch
        {
            ListTemplate.UserInformation =>
            [
                Plain("ID", "ID"),
                Plain("ContentType", "Innehållstyp"),
                Text("Title", "Namn"),
                Text("Name", "Konto"),
                Text("EMail", "E-post"),
                .. Audit(),
            ],
            ListTemplate.GenericList =>
            [
                Plain("ID", "ID"),
                Plain("ContentType", "Innehållstyp") with
                {
                    ReadOnly = false,
                    Group = "_Hidden",
                },
                Title("Rubrik") with
                {
                    Required = true,
                },
                .. Audit(),
                Plain("Attachments", "Bifogade filer") with
                {
                    ReadOnly = false,
                },
                Plain("Edit", "Redigera"),
                Plain("LinkTitleNoMenu", "Rubrik"),
                Plain("LinkTitle", "Rubrik"),
                Plain("DocIcon", "Typ"),
                .. Counters(),
            ],
            _ =>
            [
                Plain("ID", "ID"),
                Plain("ContentType", "Innehållstyp") with
                {
                    ReadOnly = false,
                    Group = "_Hidden",
                },
                Title("Rubrik"),
                Text("FileLeafRef", "Namn") with
                {
                    Required = true,
                },
                .. Audit(),
                Text("_CheckinComment", "Incheckningskommentar") with
                {
                    ReadOnly = true,
                },
                Plain("FileSizeDisplay", "Filstorlek"),
                Plain("Edit", "Redigera"),
                Plain("LinkFilenameNoMenu", "Namn"),
                Plain("LinkFilename", "Namn"),
                Plain("DocIcon", "Typ"),
                Person("CheckoutUser", "Utcheckad till") with
                {
                    ReadOnly = true,
                },
                .. Counters(),
            ],
        };

    /// <summary>Listed after the list's own columns.</summary>
    public static IReadOnlyList<ColumnRecord> After(string template) =>
        template == ListTemplate.UserInformation ? [] : [Plain("_IsRecord", "Objektet är en post")];

    private static ColumnRecord[] Audit() =>
        [
            Dated("Modified", "Ändrad"),
            Dated("Created", "Skapad"),
            Person("Author", "Skapad av") with
            {
                ReadOnly = true,
            },
            Person("Editor", "Ändrad av") with
            {
                ReadOnly = true,
            },
            Text("_UIVersionString", "Version") with
            {
                ReadOnly = true,
            },
        ];

    private static ColumnRecord[] Counters() =>
        [
            Lookup("ItemChildCount", "Antal underordnade objekt"),
            Lookup("FolderChildCount", "Antal underordnade mappar"),
            Lookup("_ComplianceFlags", "Etikettinställning"),
            Lookup("_ComplianceTag", "Kvarhållningsetikett"),
            Lookup("_ComplianceTagWrittenTime", "Etikett tillämpad"),
            Lookup("_ComplianceTagUserId", "Etikett tillämpad av"),
            Principal("AppAuthor", "Skapad av app"),
            Principal("AppEditor", "Ändrad av app"),
            Text("ComplianceAssetId", "Efterlevnads-ID") with
            {
                ReadOnly = true,
            },
        ];

    private static ColumnRecord Title(string displayName) => Text("Title", displayName);

    private static ColumnRecord Plain(string name, string displayName) =>
        new(Id(name), name, displayName, null, null) { BuiltIn = true, ReadOnly = true };

    private static ColumnRecord Text(string name, string displayName) =>
        Plain(name, displayName) with
        {
            ReadOnly = false,
            Facet = "text",
            Settings = ColumnFacets.Text(),
        };

    private static ColumnRecord Dated(string name, string displayName) =>
        Plain(name, displayName) with
        {
            Facet = "dateTime",
            Settings = new JsonObject { ["displayAs"] = "default", ["format"] = "dateTime" },
        };

    private static ColumnRecord Person(string name, string displayName) =>
        Plain(name, displayName) with
        {
            ReadOnly = false,
            Facet = "personOrGroup",
            Settings = ColumnFacets.Person(),
        };

    private static ColumnRecord Lookup(string name, string displayName) =>
        Plain(name, displayName) with
        {
            Facet = "lookup",
            Settings = new JsonObject
            {
                ["allowMultipleValues"] = false,
                ["allowUnlimitedLength"] = false,
                ["columnName"] = name.TrimStart('_'),
                ["listId"] = "",
                ["primaryLookupColumnId"] = "ID",
            },
        };

    private static ColumnRecord Principal(string name, string displayName) =>
        Plain(name, displayName) with
        {
            Facet = "lookup",
            Settings = new JsonObject
            {
                ["allowMultipleValues"] = false,
                ["allowUnlimitedLength"] = false,
                ["columnName"] = "Title",
                ["listId"] = "AppPrincipals",
            },
        };

    /// <summary>
    /// The same in every list and site, as SharePoint's built-in field ids are; only Title's is the real one.
    /// </summary>
    private static Guid Id(string name) =>
        name == "Title"
            ? new("fa564e0f-0c70-4ab9-b863-0177e6ddd247")
            : new(SHA256.HashData(Encoding.UTF8.GetBytes("built-in column " + name))[..16]);
}
