namespace SpLg.LocalSite.Store;

/// <summary>
/// The whole site in memory, as the journal's lines left it. Read and changed under the store's lock only.
/// </summary>
internal sealed class SiteState
{
    private readonly Dictionary<Guid, SiteRecord> sites = [];
    private readonly Dictionary<(Guid Site, string Name), GroupRecord> groups = [];
    private readonly Dictionary<Guid, ListRecord> lists = [];
    private readonly Dictionary<Guid, SortedDictionary<int, ItemRecord>> items = [];
    private readonly Dictionary<Guid, SortedDictionary<int, ItemGone>> gone = [];
    private readonly Dictionary<
        (Guid List, int Item),
        SortedDictionary<(int Major, int Minor), VersionRecord>
    > versions = [];
    private readonly Dictionary<Guid, UploadRecord> uploads = [];
    private readonly Dictionary<Guid, ListGone> goneLists = [];
    private readonly Dictionary<Guid, int> lastIds = [];
    private readonly List<MailRecord> mails = [];
    private readonly UniqueValues uniqueValues = new();
    private readonly Dictionary<Guid, (Guid List, int Item)> byUnique = [];

    /// <summary>The number of the latest item change; delta tokens carry it.</summary>
    public long Changes { get; private set; }

    /// <summary>Signs short-lived addresses; null before the folder is first used.</summary>
    public KeyRecord? Key { get; private set; }

    public IEnumerable<SiteRecord> Sites => sites.Values;

    public IEnumerable<ListRecord> Lists(Guid site) => lists.Values.Where(l => l.SiteId == site);

    public ListRecord? List(Guid id) => lists.GetValueOrDefault(id);

    public SiteRecord SiteOf(ListRecord list) => sites[list.SiteId];

    public IEnumerable<GroupRecord> Groups(Guid site) => groups.Values.Where(g => g.SiteId == site);

    public GroupRecord? Group(Guid site, string name) => groups.GetValueOrDefault((site, name));

    /// <summary>The items of a list by id.</summary>
    public IReadOnlyCollection<ItemRecord> Items(Guid list) => items.TryGetValue(list, out var rows) ? rows.Values : [];

    public IReadOnlyCollection<ItemGone> Gone(Guid list) => gone.TryGetValue(list, out var rows) ? rows.Values : [];

    public ItemRecord? Item(Guid list, int id) =>
        items.TryGetValue(list, out var rows) ? rows.GetValueOrDefault(id) : null;

    public ItemRecord? Item(Guid unique) => byUnique.TryGetValue(unique, out var key) ? Item(key.List, key.Item) : null;

    /// <summary>Newest first.</summary>
    public IEnumerable<VersionRecord> Versions(ItemRecord item) =>
        versions.TryGetValue((item.ListId, item.Id), out var kept) ? kept.Values.Reverse() : [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<MailRecord> Mails => mails;

    public UploadRecord? Upload(Guid id) => uploads.GetValueOrDefault(id);

    /// <summary>
    /// Another item of the list that holds the value in the column, case ignored; null when none does.
    /// </summary>
    public int? Holder(Guid list, string column, JsonElement value, int? except) =>
        uniqueValues.Holder(Items(list), list, column, value, except);

    /// <summary>Item ids are never used again, so deleted ones count.</summary>
    public int NextItemId(Guid list) => lastIds.GetValueOrDefault(list) + 1;

    public void Apply(StateRecord record)
    {
        switch (record)
        {
            case KeyRecord key:
                Key = key;
                break;
            case SiteRecord site:
                sites[site.Id] = site;
                break;
            case GroupRecord group:
                groups[(group.SiteId, group.Name)] = group;
                break;
            case ListRecord list:
                lists[list.Id] = list;
                break;
            case ListGone { Id: var id } goneList:
                lists.Remove(id);
                // Kept for its change number, so that the sequence never goes back.
                goneLists[id] = goneList;
                Changes = Math.Max(Changes, goneList.Change);
                foreach (var item in Items(id).ToList())
                    Forget(item);
                items.Remove(id);
                gone.Remove(id);
                break;
            case ItemRecord item:
                uniqueValues.Changed(Item(item.ListId, item.Id), item);
                Rows(items, item.ListId)[item.Id] = item;
                byUnique[item.Unique] = (item.ListId, item.Id);
                lastIds[item.ListId] = Math.Max(lastIds.GetValueOrDefault(item.ListId), item.Id);
                Changes = Math.Max(Changes, item.Change);
                break;
            case ItemGone deleted:
                if (Item(deleted.ListId, deleted.Id) is { } last)
                    Forget(last);
                Rows(gone, deleted.ListId)[deleted.Id] = deleted;
                lastIds[deleted.ListId] = Math.Max(lastIds.GetValueOrDefault(deleted.ListId), deleted.Id);
                Changes = Math.Max(Changes, deleted.Change);
                break;
            case VersionRecord version:
                if (!versions.TryGetValue((version.ListId, version.ItemId), out var kept))
                    versions[(version.ListId, version.ItemId)] = kept = [];
                kept[(version.Major, version.Minor)] = version;
                break;
            case VersionGone old:
                versions[(old.ListId, old.ItemId)].Remove((old.Major, old.Minor));
                break;
            case MailRecord mail:
                mails.Add(mail);
                break;
            case UploadRecord upload:
                uploads[upload.Id] = upload;
                break;
            case UploadGone { Id: var id }:
                uploads.Remove(id);
                break;
            default:
                throw new InvalidOperationException($"The state does not know {record.GetType().Name}.");
        }
    }

    /// <summary>Every record that is still true, in an order that can be replayed.</summary>
    public IEnumerable<StateRecord> All() =>
        (Key is null ? [] : (IEnumerable<StateRecord>)[Key])
            .Concat(sites.Values)
            .Concat(groups.Values)
            .Concat(goneLists.Values)
            .Concat(lists.Values)
            .Concat(gone.Values.SelectMany(g => g.Values))
            .Concat(items.Values.SelectMany(i => i.Values))
            .Concat(versions.Values.SelectMany(v => v.Values))
            .Concat(mails)
            .Concat(uploads.Values);

    private void Forget(ItemRecord item)
    {
        uniqueValues.Changed(item, null);
        items[item.ListId].Remove(item.Id);
        versions.Remove((item.ListId, item.Id));
        byUnique.Remove(item.Unique);
    }

    private static SortedDictionary<int, T> Rows<T>(Dictionary<Guid, SortedDictionary<int, T>> all, Guid list)
    {
        if (!all.TryGetValue(list, out var rows))
            all[list] = rows = [];
        return rows;
    }
}
