namespace SpLg.LocalSite.Permissions;

/// <summary>
/// Rights of one caller: a person has those that they and their groups have been given, the application what
/// its grant says, and somebody who is nobody in particular what everyone in the organisation has. Graph and the pages
/// for people both ask here.
/// </summary>
/// <remarks> How Graph refuses a signed-in person is not recorded, so it is strict: 403 for a list they have no rights
/// to and for a change they may not make, 404 for a row or file they do not see, which SharePoint answers as if it were
/// not there. Collections leave both out.
/// </remarks>
/// <param name="actor">Null for a reader who has not said who they are.</param>
internal sealed class Access(SiteState state, Actor? actor)
{
    private readonly Dictionary<Guid, (Level Level, bool AllRows)> lists = [];

    private enum Level
    {
        None,
        Read,
        Write,
        Own,
    }

    /// <summary>
    /// True when the list is there for the caller: all of it, or something in it that has been shared with them.
    /// </summary>
    public bool CanOpen(ListRecord list) =>
        On(list).Level > Level.None || state.Items(list.Id).Any(i => Shared(i) > Level.None);

    /// <summary>Adding rows or files.</summary>
    public bool CanAdd(ListRecord list) => On(list).Level >= Level.Write;

    /// <summary>The list's settings, columns and rights.</summary>
    public bool CanManage(ListRecord list) => On(list).Level == Level.Own;

    /// <summary>New lists, and the rights to the site.</summary>
    public bool CanManage(SiteRecord site) => On(site) == Level.Own;

    /// <summary>True when rows of others are read too, where rows are otherwise their author's.</summary>
    public bool SeesAllRows(ListRecord list) => !list.OwnRowsOnly || On(list).AllRows;

    public bool CanEdit(ListRecord list, ItemRecord item) =>
        LevelOn(list, item) >= Level.Write && (SeesAllRows(list) || IsOwn(item));

    /// <summary>True when the grant is one of the caller's own.</summary>
    public bool Applies(Guid site, Grant grant) =>
        grant.Kind switch
        {
            GrantKind.Claim => actor is not { IsApplication: true },
            GrantKind.SiteGroup => actor is { IsApplication: false }
                && state.Group(site, grant.Name)?.Members.Contains(actor.PersonId) == true,
            GrantKind.Person => actor is { IsApplication: false } && grant.PersonId == actor.PersonId,
            // Whoever has the link's address; here that is the file's own.
            _ => grant.LinkScope is "anonymous" or "organization",
        };

    /// <summary>The items that are there for the caller, each as they see it, by number.</summary>
    public IEnumerable<ItemRecord> Items(ListRecord list) =>
        state.Items(list.Id).Select(i => See(list, i)).OfType<ItemRecord>();

    /// <summary>
    /// The item as the caller sees it; null when it is not there for them. A file another has checked out is as it was
    /// before, and of what is no more than a draft those see nothing who only read.
    /// </summary>
    public ItemRecord? See(ListRecord list, ItemRecord item)
    {
        if (LevelOn(list, item) == Level.None || !(SeesAllRows(list) || IsOwn(item) || Shared(item) > Level.None))
            return null;
        if (item.IsFolder)
            return item;
        if (list.Template == ListTemplate.WebPageLibrary)
            return SeePage(item);
        if (SeesDrafts(list, item))
            return CheckOut.Seen(state, item, actor?.PersonId);
        return Versions(list, item).FirstOrDefault() is { } published ? CheckOut.As(item, published) : null;
    }

    /// <summary>The versions of an item that the caller sees, newest first.</summary>
    public IEnumerable<VersionRecord> Versions(ListRecord list, ItemRecord item) =>
        state.Versions(item).Where(v => v.Minor == 0 || SeesDrafts(list, item));

    public void RequireOpen(ListRecord list) => Require(CanOpen(list));

    public void RequireAdd(ListRecord list) => Require(CanAdd(list));

    public void RequireEdit(ListRecord list, ItemRecord item) => Require(CanEdit(list, item));

    public void RequireManage(ListRecord list) => Require(CanManage(list));

    public void RequireManage(SiteRecord site) => Require(CanManage(site));

    private static void Require(bool isAllowed)
    {
        if (!isAllowed)
            throw new GraphError(403, "accessDenied", "Access denied");
    }

    /// <summary>
    /// A page that was never published is there for whoever has it checked out only; others see it as it was published
    /// last.
    /// </summary>
    private ItemRecord? SeePage(ItemRecord page)
    {
        if (page.CheckedOutBy is null || page.CheckedOutBy.PersonId == actor?.PersonId)
            return page;
        return page.PublishedPage is null || state.Versions(page).FirstOrDefault(v => v.Minor == 0) is not { } published
            ? null
            : CheckOut.As(page, published);
    }

    private bool SeesDrafts(ListRecord list, ItemRecord item) =>
        !list.MinorVersions
        || list.Template == ListTemplate.WebPageLibrary
        || list.DraftsForReaders
        || LevelOn(list, item) >= Level.Write;

    private bool IsOwn(ItemRecord item) => item.CreatedBy == actor;

    private Level LevelOn(ListRecord list, ItemRecord item) => (Level)Math.Max((int)On(list).Level, (int)Shared(item));

    /// <summary>The caller's level by sharing of the item or of a folder above it.</summary>
    private Level Shared(ItemRecord item)
    {
        if (actor is { IsApplication: true } || state.List(item.ListId) is not { SiteId: var site })
            return Level.None;
        var most = Level.None;
        for (var at = item; at is not null; at = at.Folder is { } above ? state.Item(above) : null)
            most = (Level)Math.Max((int)most, (int)Most(site, at.Grants));
        return most;
    }

    private (Level Level, bool AllRows) On(ListRecord list)
    {
        if (lists.TryGetValue(list.Id, out var known))
            return known;
        var grants = Rights.Of(state, list);
        var level = LevelOf();
        var allRows =
            level == Level.Own
            || (actor is not { IsApplication: true } && grants.Any(g => g.SeesAllRows && Applies(list.SiteId, g)));
        return lists[list.Id] = (level, allRows);

        Level LevelOf()
        {
            if (actor is { IsApplication: true })
                return OfRole(state.SiteOf(list).ApplicationRole);
            if (list.Template != ListTemplate.UserInformation)
                return Most(list.SiteId, grants);
            // People are known to one another where they work together; whoever only reads what is published is shown
            // no list of them.
            return actor is not null && state.Groups(list.SiteId).Any(g => g.Members.Contains(actor.PersonId))
                ? Level.Read
                : Level.None;
        }
    }

    private Level On(SiteRecord site) =>
        actor is { IsApplication: true } ? OfRole(site.ApplicationRole) : Most(site.Id, Rights.Of(site));

    private Level Most(Guid site, IEnumerable<Grant> grants) =>
        grants.Where(g => Applies(site, g)).Select(g => OfRole(g.Role)).DefaultIfEmpty(Level.None).Max();

    private static Level OfRole(string role) =>
        role switch
        {
            "read" => Level.Read,
            "write" => Level.Write,
            _ => Level.Own,
        };
}
