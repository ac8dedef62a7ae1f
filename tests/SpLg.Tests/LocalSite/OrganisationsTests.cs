using SpLg.LocalSite;

namespace SpLg.Tests.LocalSite;

public sealed class OrganisationsTests(ITestOutputHelper output)
{
    private static readonly LocalOrganisation Company = LocalOrganisation.TryNamed("Bostadsbolaget AB")!;

    [Fact]
    public async Task Each_organisation_has_all_lists_and_rows_and_rights_of_its_own()
    {
        await using var site = await RunningSite.StartAsync(
            output,
            o => o with { Organisations = [LocalOrganisation.Usual, Company] }
        );
        Assert.Equal(
            ["/sites/informationssakerhet", "/sites/bostadsbolaget-ab"],
            site.Server.SiteAddresses.Select(a => a.AbsolutePath)
        );
        var other = await site.GetAsync("sites/localhost:/sites/bostadsbolaget-ab", "site");
        Assert.Equal("Bostadsbolaget AB", other.Text("displayName"));
        var lists = $"sites/{other.Text("id")}/lists";
        await site.CreateItemAsync($"{lists}/Objectives", new { Title = "Mål" }, "user:Johan Åkesson");
        Assert.Single((await site.GetAsync($"{lists}/Objectives/items", "collectionOf.listItem")).Values());
        Assert.Empty(
            (await site.GetAsync($"{site.SitePath}/lists/Objectives/items", "collectionOf.listItem")).Values()
        );
        var rights = (
            await site.GetAsync($"{lists}/WorkDocuments/drive/root/permissions", "collectionOf.permission")
        ).Values();
        Assert.Equal(
            "Ägare av Bostadsbolaget AB",
            rights[0].GetProperty("grantedToV2").GetProperty("siteGroup").Text("displayName")
        );
        // A lookup leads to the list of the same site.
        var columns = (await site.GetAsync($"{lists}/Incidents/columns", "collectionOf.columnDefinition")).Values();
        var target = columns.First(c => c.Text("name") == "ProcessingActivity").GetProperty("lookup").Text("listId");
        Assert.Equal(target, (await site.GetAsync($"{lists}/ProcessingActivities", "list")).Text("id"));
        site.Server.Faults.Add(new FaultRule($"^/sites/[^/]*{other.Text("id").Split(',')[1]}", Status: 503));
        await site.GetAsync($"{site.SitePath}/lists", "collectionOf.list");
        await site.RefusedAsync("GET", lists, HttpStatusCode.ServiceUnavailable, "serviceNotAvailable");
        Assert.Contains(
            "Bostadsbolaget AB",
            (await site.SendAsync("GET", new Uri(site.Server.SiteAddress, "/").ToString(), token: null)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_organisation_added_later_knows_the_same_people()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"splg-site-{Guid.NewGuid():N}");
        try
        {
            await using (var site = await RunningSite.StartAsync(output, folder: folder))
                await site.GetAsync(site.SitePath, "site", "user:Ny Person");
            await using var again = await RunningSite.StartAsync(
                output,
                o => o with { Organisations = [LocalOrganisation.Usual, Company] },
                folder
            );
            var lists =
                $"sites/{(await again.GetAsync("sites/localhost:/sites/bostadsbolaget-ab", "site")).Text("id")}/lists";
            var officer = new
            {
                site = "/sites/bostadsbolaget-ab",
                person = "Ny Person",
                group = "Handläggare informationssäkerhet",
                member = true,
            };
            Assert.Equal(
                HttpStatusCode.NoContent,
                (
                    await again.SendAsync("POST", new Uri(again.Server.SiteAddress, "/_rights").ToString(), officer)
                ).Status
            );
            var row = await again.CreateItemAsync($"{lists}/Objectives", new { Title = "Mål" }, "user:Ny Person");
            Assert.Equal("Ny Person", row.GetProperty("createdBy").GetProperty("user").Text("displayName"));
            Assert.Equal(
                SplgTemplate.Schema.Lists.Count + 2,
                (await again.GetAsync(lists, "collectionOf.list")).Values().Count
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("Äldre- och omsorgsnämnden", "/sites/aldre-och-omsorgsnamnden")]
    [InlineData(" Bolag & Co ", "/sites/bolag-co")]
    [InlineData("!!", null)]
    public void An_organisations_address_is_made_of_its_name(string name, string? path) =>
        Assert.Equal(path, LocalOrganisation.TryNamed(name)?.Path);
}
