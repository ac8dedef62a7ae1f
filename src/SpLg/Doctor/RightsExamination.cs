using System.Runtime.CompilerServices;

namespace SpLg.Doctor;

/// <summary>
/// Looks at what Graph shows of the rights to the site and its lists. Who is in a group of the site it does not show,
/// so groups are named for a person to judge. The worker goes by less: it refuses to write drafts where others read
/// (<see cref="RestrictedLibrary"/>), but reads a list whose rows others read too, for not to read it closes nothing.
/// </summary>
/// <param name="clientId">The application; null when the settings do not say, as on a local site.</param>
internal sealed class RightsExamination(OpenSite site, string? clientId)
{
    private static readonly string[] Full = ["fullcontrol", "owner"];

    public async IAsyncEnumerable<CheckResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await ApplicationAsync(cancellationToken);
        var known = new Dictionary<ListHeader, IReadOnlyList<LibraryGrant>?>();
        foreach (var list in site.Lists.Where(l => !l.Hidden))
            known[list] =
                await TryAsync(() => site.Reader.GrantsAsync(list, cancellationToken)) is { } grants
                && grants.Any(IsOwner)
                    ? grants
                    : null;
        yield return OnlySome(known);
        if (site.Schema.Pages is { } pages)
            yield return Everyone(pages, known);
        var others = known
            .Where(k =>
                site.Schema.Lists.Append(site.Schema.Pages).All(s => s is null || !k.Key.Is(s))
                && k.Value?.Any(g => g.IsInherited) == true
            )
            .ToList();
        if (others.Count > 0)
        {
            yield return new("Other lists on the site", [])
            {
                Hints =
                [
                    .. others.Select(o =>
                        $"{o.Key.Title} inherits the site's rights: whoever is in its groups of members or visitors reads it."
                    ),
                ],
            };
        }
    }

    private async Task<CheckResult> ApplicationAsync(CancellationToken cancellationToken)
    {
        const string Name = "The application's grant on the site is fullcontrol";
        const string Why =
            "With less it cannot see who may read what, and of a list whose rows are read by their authors it "
            + "reads its own and counts too few. "
            + "Grant fullcontrol with Grant-PnPAzureADAppSitePermission.";
        if (await TryAsync(() => site.Reader.SiteGrantsAsync(cancellationToken)) is not { } grants)
            return new(Name, [$"Microsoft Graph does not show it, as it does to whoever has fullcontrol. {Why}"]);
        var own = grants
            .Where(g =>
                g.ApplicationId is { } id
                && (clientId is null || id.Equals(clientId, StringComparison.OrdinalIgnoreCase))
            )
            .ToList();
        var roles = own.SelectMany(g => g.Roles).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (roles.Exists(r => Full.Contains(r, StringComparer.OrdinalIgnoreCase)))
            return new(Name, []);
        return new(Name, [$"It is {(roles.Count == 0 ? "missing" : string.Join(", ", roles))}. {Why}"]);
    }

    private CheckResult OnlySome(Dictionary<ListHeader, IReadOnlyList<LibraryGrant>?> known)
    {
        var faults = new List<string>();
        var unseen = new List<string>();
        var holders = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var list in site.Schema.Lists.Where(l => !l.IsLibrary))
        {
            if (site.TryList(list) is not { } header)
                continue;
            if (known.GetValueOrDefault(header) is not { } grants)
            {
                unseen.Add(list.Title);
                continue;
            }
            if (grants.Any(g => g.IsEveryone))
                faults.Add(
                    $"Everyone may read {list.Title}, through "
                        + $"{string.Join(", ", grants.Where(g => g.IsEveryone).Select(g => g.Principal).Distinct())}. "
                        + "Take that right away."
                );
            else if (grants.Any(g => g.IsInherited))
                faults.Add(
                    $"{list.Title} inherits the site's rights: whoever reads the site reads it. Apply the "
                        + "template with PnP PowerShell, or give it rights of its own."
                );
            foreach (
                var holder in grants
                    .Where(g => g.ApplicationId is null)
                    .Select(g => $"{g.Principal} ({string.Join(", ", g.Roles)})")
                    .Distinct()
            )
                holders[holder] = holders.GetValueOrDefault(holder) + 1;
        }
        if (unseen.Count > 0)
            faults.Add(
                $"Who may read is not shown for {string.Join(", ", unseen)}. Look at each list's own page of permissions."
            );
        return new("Only some may read the lists", faults)
        {
            Hints =
            [
                .. holders.Select(h => $"{h.Key}: {h.Value} {(h.Value == 1 ? "list" : "lists")}"),
                .. holders.Count > 0
                    ? ["Who is in a group is not shown: look at the site's page of people and groups."]
                    : Array.Empty<string>(),
            ],
        };
    }

    private CheckResult Everyone(ListSchema pages, Dictionary<ListHeader, IReadOnlyList<LibraryGrant>?> known)
    {
        var grants = site.Lists.FirstOrDefault(l => l.Is(pages)) is { } header ? known.GetValueOrDefault(header) : null;
        return new(
            $"Everyone may read {pages.Title}",
            grants switch
            {
                null => ["Who may read it is not shown, so employees may not be able to open a published page."],
                _ when grants.Any(g => g.IsEveryone) => [],
                _ =>
                [
                    "Employees may not be able to open a published page: no right is for everyone except "
                        + "external users. Apply the template with PnP PowerShell, or add that right.",
                ],
            }
        );
    }

    /// <summary>
    /// Where no person or group owns the list, not all is shown: owners are there, and only they are told of every
    /// right.
    /// </summary>
    private static bool IsOwner(LibraryGrant grant) =>
        grant.ApplicationId is null && grant.Roles.Any(r => Full.Contains(r, StringComparer.OrdinalIgnoreCase));

    /// <summary>Null where Graph does not tell.</summary>
    private static async Task<IReadOnlyList<LibraryGrant>?> TryAsync(Func<Task<IReadOnlyList<LibraryGrant>>> ask)
    {
        try
        {
            return await ask();
        }
        catch (GraphException e)
            when (e is AccessDeniedException or NotFoundException
                || e.Status is System.Net.HttpStatusCode.BadRequest or System.Net.HttpStatusCode.NotImplemented
            )
        {
            return null;
        }
    }
}
