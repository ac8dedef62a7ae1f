namespace SpLg.SharePoint.Reading;

/// <summary>Addresses below a list. The list is named by its id, which neither a new title nor a move changes.</summary>
internal static class ListAddresses
{
    public static Uri ListAddress(this GraphClient graph, Site site, ListHeader list, string below) =>
        graph.Address($"sites/{site.Id}/lists/{list.Id}/{below}");
}
