namespace SpLg.Tests.SharePoint;

/// <summary>What is recorded of Graph, by the kind of the answer.</summary>
internal static class RecordingKinds
{
    /// <summary>The recordings of each kind. One that is missing here fails <see cref="RecordingsTests"/>.</summary>
    public static readonly Dictionary<string, string[]> All = new(StringComparer.Ordinal)
    {
        ["error"] =
        [
            "recorded/graph/error-400-invalid-hostname",
            "recorded/graph/error-400-nested-innererror",
            "recorded/graph/error-404-plain",
            "transcribed/app-without-site-grant-403",
            "transcribed/driveitem-412-resourceModified",
            "transcribed/driveitem-content-put-412",
            "transcribed/item-create-hyperlink-object-400",
            "transcribed/item-create-hyperlink-string-500",
            "transcribed/item-create-lookupid-namesake-500",
            "transcribed/item-fields-lookup-array-without-type-400",
            "transcribed/item-fields-multichoice-as-string",
            "transcribed/item-fields-unknown-400",
            "transcribed/items-filter-nonindexed-400",
            "transcribed/page-expand-canvaslayout-on-base-400",
            "transcribed/page-patch-webpart-400",
            "transcribed/site-bypath-404",
        ],
        ["site"] =
        [
            "recorded/graph/site-get",
            "recorded/graph/site-get-select",
            "transcribed/site-get",
            "transcribed/site-root-sandbox",
        ],
        ["lists"] = ["transcribed/lists-collection", "transcribed/lists-collection-mixed"],
        ["list"] = ["transcribed/list-create", "transcribed/list-expand-columns-items"],
        ["columns"] = ["transcribed/list-columns"],
        ["column"] = ["transcribed/column-lookup-definition", "transcribed/column-multichoice-definition"],
        ["items"] = ["transcribed/items-expand-fields-paged"],
        ["items without fields"] = ["transcribed/items-top1-sandbox"],
        ["item"] = ["transcribed/item-create"],
        ["fields"] = ["transcribed/item-fields-patch"],
        ["items with an error inside"] = ["transcribed/items-delta-deleted-serviceerror"],
        ["drive"] = ["transcribed/drive-get"],
        ["file"] = ["recorded/graph/driveitem-patch-rename"],
        ["files"] = ["transcribed/drive-root-children"],
        ["upload session"] = ["transcribed/upload-session-create", "transcribed/upload-session-create-2"],
        ["last chunk"] = ["transcribed/upload-session-last-chunk"],
        ["pages"] = ["transcribed/pages-beta", "transcribed/pages-collection-paged"],
        ["permission"] = ["recorded/graph/permission-create-link-201"],
        ["answer without body"] = ["recorded/graph/async-202-location", "recorded/graph/delete-204"],
        // The client sends no batches, so it cannot meet these.
        ["not met: batch"] =
        [
            "recorded/graph/batch-429-sharepoint-handedited",
            "recorded/graph/batch-429-teams",
            "recorded/graph/batch-429-then-200",
            "recorded/graph/batch-502",
            "recorded/graph/batch-mixed-ok",
            "recorded/graph/batch-one-400",
            "recorded/graph/drives-batch-ok",
            "recorded/graph/termstore-children-batch-201",
            "recorded/graph/unfurl-file-batch",
            "recorded/graph/unfurl-library-batch",
            "recorded/graph/unfurl-listitem-batch",
            "recorded/graph/unfurl-listitem-revoked-403",
            "recorded/graph/unfurl-sitepages-400",
        ],
        // Resources the client never asks for.
        ["not met: other resource"] =
        [
            "recorded/graph/contenttype-column-get",
            "recorded/graph/contenttype-documentset",
            "recorded/graph/driveitem-preview",
            "recorded/graph/longrunning-operation",
            "recorded/graph/paging-1-nextlink",
            "recorded/graph/paging-5-last",
            "recorded/graph/permission-list",
            "recorded/graph/shares-driveitem-select",
            "recorded/graph/sites-collection",
            "recorded/graph/termstore-group-create-201",
            "recorded/graph/termstore-set-create-201",
            "recorded/graph/thumbnails",
            "transcribed/page-webparts-beta",
        ],
    };
}
