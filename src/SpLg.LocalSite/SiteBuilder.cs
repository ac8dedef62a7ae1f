using System.Security.Cryptography;

namespace SpLg.LocalSite;

/// <summary>
/// Makes what an administrator makes of a site: the site with what SharePoint puts there by itself, then the template's
/// lists and libraries. Applied again, it adds what is missing and changes nothing that is there.
/// </summary>
internal static class SiteBuilder
{
    public const string DefaultLibraryUrl = "Delade dokument";
    public const string SitePagesUrl = "SitePages";

    /// <summary>The first entry of the user list: who made what nobody signed in made.</summary>
    private static readonly Actor System = new(1, false);

    /// <summary>The site most clients use.</summary>
    public static SiteRecord Main(Site site) => Of(site, site.Options.Organisations[0]);

    public static int Ensure(Site site)
    {
        var state = site.Store.State;
        if (state.Key is null)
        {
            // One journal line: a kill leaves either no site at all or a whole one.
            site.Store.Commit([
                new KeyRecord(Convert.ToHexString(RandomNumberGenerator.GetBytes(32))),
                .. NewSite(site, "", "Startplats"),
                .. site.Options.Organisations.SelectMany(o => NewSite(site, o.Path, o.Title)),
            ]);
            Identities.Add(site, "Systemkonto", "system@exempel.se");
            Identities.Add(site, Identities.ApplicationUser, "app@sharepoint");
        }
        foreach (
            var organisation in site.Options.Organisations.Where(o => state.Sites.All(s => s.Path != o.Path)).ToList()
        )
            AddSite(site, organisation);
        var known = state
            .Items(Identities.UserList(state, state.Sites.First().Id).Id)
            .Select(p => p.Text("Title"))
            .ToHashSet(StringComparer.Ordinal);
        var added = site.Options.People.Where(p => !known.Contains(p.Name)).ToList();
        foreach (var person in added)
            Identities.Add(site, person.Name, person.Email);
        foreach (var organisation in site.Options.Organisations)
            Join(site, Of(site, organisation), added);
        if (site.Options.Schema is { } schema)
        {
            foreach (var organisation in site.Options.Organisations)
                Apply(site, Of(site, organisation), schema);
        }
        return 1;
    }

    private static SiteRecord Of(Site site, LocalOrganisation organisation) =>
        site.Store.State.Sites.First(s => s.Path == organisation.Path);

    /// <summary>
    /// A further site in a folder that has been used: everybody known is known there too, under the same id.
    /// </summary>
    private static void AddSite(Site site, LocalOrganisation organisation)
    {
        var state = site.Store.State;
        var made = NewSite(site, organisation.Path, organisation.Title);
        var users = made.OfType<ListRecord>().First(l => l.Template == ListTemplate.UserInformation);
        var people = state
            .Items(Identities.UserList(state, state.Sites.First().Id).Id)
            .Select(p => p with { ListId = users.Id, Unique = Guid.NewGuid() });
        site.Store.Commit([.. made, .. people]);
    }

    /// <summary>
    /// A new group gets those it has from the start, one that is there those of them who are new: others have been put
    /// in or out since.
    /// </summary>
    private static void Join(Site site, SiteRecord web, IReadOnlyList<SitePerson> added)
    {
        var state = site.Store.State;
        var numbers = state.Items(Identities.UserList(state, web.Id).Id).ToLookup(p => p.Text("Title"), p => p.Id);
        foreach (var group in Enum.GetValues<SiteGroup>())
        {
            if (NameOf(web, site.Options.Schema, group) is not { } name)
                continue;
            var there = state.Group(web.Id, name);
            var members = (there is null ? site.Options.People : added)
                .Where(p => p.Groups.Contains(group))
                .SelectMany(p => numbers[p.Name])
                .ToList();
            if (there is null || members.Count > 0)
                site.Store.Commit(new GroupRecord(web.Id, name, [.. (there?.Members ?? []).Union(members)]));
        }
    }

    /// <summary>Null for a group of the template when there is none.</summary>
    private static string? NameOf(SiteRecord web, SiteSchema? schema, SiteGroup group) =>
        group switch
        {
            SiteGroup.Owners => Rights.Owners(web),
            SiteGroup.Members => Rights.Members(web),
            SiteGroup.Coordinators => schema?.Parameters.GetValueOrDefault("CoordinatorGroup"),
            SiteGroup.CaseOfficers => schema?.Parameters.GetValueOrDefault("CaseOfficerGroup"),
            _ => schema?.Parameters.GetValueOrDefault("ApproverGroup"),
        };

    private static IReadOnlyList<StateRecord> NewSite(Site site, string path, string title)
    {
        var record = new SiteRecord(Guid.NewGuid(), Guid.NewGuid(), path, title, site.Now);
        return
        [
            record,
            NewList.Make(
                record,
                "Användarinformation",
                "_catalogs/users",
                ListTemplate.UserInformation,
                System,
                site.Now
            ) with
            {
                Hidden = true,
                IsSystem = true,
                Versioning = false,
                Views = [],
            },
            NewList.Make(record, "Dokument", DefaultLibraryUrl, ListTemplate.DocumentLibrary, System, site.Now),
            NewList.Make(record, "Webbplatssidor", SitePagesUrl, ListTemplate.WebPageLibrary, System, site.Now),
        ];
    }

    private static void Apply(Site site, SiteRecord web, SiteSchema schema)
    {
        var state = site.Store.State;
        if (web.Grants is null && schema.RemovedFromSite.Count > 0)
            site.Store.Commit(web with { Grants = Rights.Without(web, schema) });
        if (
            schema.Pages is { } declaredPages
            && state.Lists(web.Id).First(l => l.Template == ListTemplate.WebPageLibrary) is { Grants: null } pages
        )
            site.Store.Commit(pages with { Grants = Rights.Declared(web, schema, declaredPages) });
        var existing = state.Lists(web.Id).ToDictionary(l => l.Url, StringComparer.OrdinalIgnoreCase);
        // Ids first: a lookup may point to a list declared after its own.
        var lists = schema.Lists.ToDictionary(l => l, l => existing.GetValueOrDefault(l.Url) ?? Make(web, l, site.Now));
        foreach (var (declared, list) in lists)
        {
            var isNew = !existing.ContainsKey(declared.Url);
            var missing = declared
                .Columns.Where(c => list.TryColumn(c.Name) is null)
                .Select(c => Column(c, schema, lists))
                .ToList();
            var added = declared.Views.Where(v => isNew || list.Views.All(kept => kept.Title != v.Title)).ToList();
            var columns = list.Columns.Select(c => AsDeclared(c, declared.TryColumn(c.Name))).ToList();
            var grown = columns.Where((c, i) => c != list.Columns[i]).Count();
            // Applied again, the engine gives a list that inherits its own rights, and takes nothing from one that has
            // them.
            var grants = list.Grants ?? Rights.Declared(web, schema, declared);
            var isSame =
                grants == list.Grants
                && declared.OwnRowsOnly == list.OwnRowsOnly
                && declared.DraftsForReaders == list.DraftsForReaders;
            if (!isNew && missing.Count + added.Count + grown == 0 && isSame)
                continue;
            var settled = list with
            {
                Columns = columns,
                Grants = grants,
                OwnRowsOnly = declared.OwnRowsOnly,
                DraftsForReaders = declared.DraftsForReaders,
            };
            var changed = WithViews(ListJson.WithColumns(settled, missing), added);
            site.Store.Commit(
                (isNew ? Retitle(changed, declared) : changed) with
                {
                    ETag = list.ETag + missing.Count + grown,
                }
            );
        }
    }

    /// <summary>
    /// The column with the template's new choices, those only the site has behind them, and as unique as the template
    /// says.
    /// </summary>
    private static ColumnRecord AsDeclared(ColumnRecord column, ColumnSchema? declared)
    {
        if (declared is not null && !column.BuiltIn && column.Unique != declared.EnforceUnique)
            column = column with { Unique = declared.EnforceUnique };
        if (column.Facet != "choice" || declared is null || declared.Choices.All(column.Choices.Contains))
            return column;
        var settings = (JsonObject)column.Settings!.DeepClone();
        settings["choices"] = new JsonArray([.. declared.Choices.Union(column.Choices).Select(c => (JsonNode)c)]);
        return column with { Settings = settings };
    }

    /// <summary>
    /// The template's views first; one of the same name is replaced, as the provisioning engine does.
    /// </summary>
    private static ListRecord WithViews(ListRecord list, IReadOnlyList<ViewSchema> added)
    {
        var kept = list.Views.Where(v => added.All(a => a.Title != v.Title));
        if (added.Any(a => a.IsDefault))
            kept = kept.Select(v => v with { IsDefault = false });
        return list with
        {
            Views =
            [
                .. added.Select(v => new ViewRecord(v.Title, v.IsDefault, v.Columns, v.Caml) { Page = v.Page }),
                .. kept,
            ],
        };
    }

    private static ListRecord Make(SiteRecord web, ListSchema declared, DateTimeOffset now) =>
        NewList.Make(
            web,
            declared.Title,
            declared.Url,
            declared.IsLibrary ? ListTemplate.DocumentLibrary : ListTemplate.GenericList,
            System,
            now
        ) with
        {
            Versioning = declared.Versioning,
            MinorVersions = declared.MinorVersions,
            VersionLimit = declared.VersionLimit,
            MinorVersionLimit = declared.MinorVersionLimit,
            Description = declared.Description ?? "",
        };

    private static ColumnRecord Column(ColumnSchema column, SiteSchema schema, Dictionary<ListSchema, ListRecord> lists)
    {
        var target =
            column.LookupList is { } title && schema.TryFind(title) is { } found ? lists[found].Id : (Guid?)null;
        var (facet, settings) = ColumnFacets.Of(column, target);
        return Declare(new(column.Id, column.Name, column.DisplayName, facet, settings), column);
    }

    /// <summary>Title exists from the start; the template may give it another display name and rules.</summary>
    private static ListRecord Retitle(ListRecord list, ListSchema declared) =>
        declared.TryColumn("Title") is { } title
            ? list with
            {
                Columns =
                [
                    .. list.Columns.Select(c =>
                        c.Name == "Title" ? Declare(c with { DisplayName = title.DisplayName }, title) : c
                    ),
                ],
            }
            : list;

    private static ColumnRecord Declare(ColumnRecord record, ColumnSchema column) =>
        record with
        {
            Required = column.Required,
            Indexed = column.Indexed,
            Unique = column.EnforceUnique,
            Default = column.Default,
            InForms = column.InForms,
            Formatter = column.Formatter,
            Description = column.Description ?? "",
        };
}
