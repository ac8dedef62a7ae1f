namespace SpLg.LocalSite.Drives;

/// <summary>Where an address in a library leads.</summary>
/// <param name="Item">The file or folder; null for the root, or when nothing stands there yet.</param>
/// <param name="Folder">The folder above it; null for the root.</param>
/// <param name="Missing">The names that do not exist yet: empty when the place exists, the last one the new
/// item's.</param>
internal sealed record DrivePlace(ItemRecord? Item, ItemRecord? Folder, IReadOnlyList<string> Missing)
{
    public bool IsRoot => Item is null && Missing.Count == 0;

    /// <summary>The item that must be there, the root refused.</summary>
    public ItemRecord Existing() =>
        Item
        ?? throw (IsRoot ? GraphError.Invalid("Operation not allowed against the root folder") : GraphError.NotFound());

    public static DrivePlace At(GraphCall call, ListRecord library, ItemRecord? start, IReadOnlyList<string> path)
    {
        var folder = start?.Folder is { } above ? call.State.Item(above) : null;
        var item = start;
        for (var i = 0; i < path.Count; i++)
        {
            if (item is { IsFolder: false })
                throw GraphError.NotFound();
            folder = item;
            item = Child(call.State, library, folder?.Unique, path[i]);
            if (item is null)
                return new(null, folder, [.. path.Skip(i)]);
        }
        return new(item, folder, []);
    }

    /// <summary>The item of a drive item id; null for the root.</summary>
    public static ItemRecord? ById(GraphCall call, ListRecord library, string id)
    {
        if (
            id.Equals("root", StringComparison.OrdinalIgnoreCase)
            || id.Equals(Ids.Root(library), StringComparison.OrdinalIgnoreCase)
        )
            return null;
        return Ids.TryUnique(id) is { } unique && call.State.Item(unique) is { } item && item.ListId == library.Id
            ? item
            : throw GraphError.NotFound("The resource could not be found.");
    }

    /// <summary>
    /// Refuses a path of more than 400 characters, counted after the host name.
    /// https://support.microsoft.com/office/restrictions-and-limitations-in-onedrive-and-sharepoint-64883a5d-228e-48f5-b3d2-eb39e07630fa
    /// </summary>
    public static void RequireShort(
        GraphCall call,
        ListRecord library,
        ItemRecord? folder,
        params IEnumerable<string> names
    )
    {
        const int Most = 400;
        var length =
            call.State.SiteOf(library).Path.Length + 1 + library.Url.Length + names.Sum(name => 1 + name.Length);
        for (var at = folder; at is not null; at = at.Folder is { } above ? call.State.Item(above) : null)
            length += 1 + at.Name!.Length;
        if (length > Most)
            throw GraphError.Invalid($"The path of the item is longer than {Most} characters.");
    }

    public static ItemRecord? Child(SiteState state, ListRecord library, Guid? folder, string name) =>
        state
            .Items(library.Id)
            .FirstOrDefault(i => i.Folder == folder && string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase));
}
