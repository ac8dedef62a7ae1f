using static SpLg.Tests.LocalSite.AccessTests;

namespace SpLg.Tests.LocalSite;

/// <summary>Rights that somebody gives: to an application, to a file, and at the address for them.</summary>
public sealed class GivenAccessTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Employee)]
    [InlineData(Officer)]
    [InlineData(Coordinator)]
    [InlineData(Approver)]
    public async Task Nobody_but_an_owner_sees_or_changes_rights_at_the_sites_own_address_for_them(string person)
    {
        await using var site = await RunningSite.StartAsync(output);
        var rights = new Uri(site.Server.SiteAddress, "/_rights").ToString();
        var cookie = new[] { ("Cookie", $"splg-person={await PersonAsync(site, "Mikael Forsman")}") };

        Assert.Equal(HttpStatusCode.Forbidden, (await site.SendAsync("GET", rights, token: person)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.SendAsync("POST", rights, new { list = "Incidents", rights = "everyone" }, person)).Status
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.SendAsync("GET", rights, token: null, headers: cookie)).Status
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.SendAsync("GET", $"{site.SitePath}/lists/Incidents", token: Employee)).Status
        );
        Assert.Equal(HttpStatusCode.OK, (await site.SendAsync("GET", rights, token: null)).Status);
    }

    [Fact]
    public async Task An_application_with_less_than_fullcontrol_sees_no_rights_and_of_incidents_its_own()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = $"{site.SitePath}/lists/Incidents";
        await site.CreateItemAsync(list, new { Title = "Johans" }, Officer);
        await site.CreateItemAsync(list, new { Title = "Programmets" });
        Assert.Equal(
            HttpStatusCode.NoContent,
            (
                await site.SendAsync(
                    "POST",
                    new Uri(site.Server.SiteAddress, "/_rights").ToString(),
                    new { application = "write" }
                )
            ).Status
        );

        Assert.Single((await site.GetAsync($"{list}/items", "collectionOf.listItem")).Values());
        Assert.Empty((await site.GetAsync($"{list}/permissions", "collectionOf.permission")).Values());
        await site.RefusedAsync("GET", $"{site.SitePath}/permissions", HttpStatusCode.Forbidden, "accessDenied");
        await site.RefusedAsync(
            "POST",
            $"{site.SitePath}/lists",
            HttpStatusCode.Forbidden,
            "accessDenied",
            new { displayName = "Ny" }
        );
    }

    [Fact]
    public async Task A_file_that_is_shared_is_read_by_those_it_is_shared_with_and_by_no_others()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DrivesTests.DriveAsync(site, "Arbetsdokument");
        var file = await DrivesTests.UploadAsync(site, drive, "a.txt", "a"u8.ToArray());
        await site.SendAsync("POST", $"{file}/checkout", HttpStatusCode.NoContent, null);
        await site.SendAsync(
            "POST",
            $"{file}/checkin",
            HttpStatusCode.NoContent,
            null,
            new { checkInAs = "published" }
        );
        await site.SendAsync(
            "PUT",
            $"{drive}/root:/b.txt:/content",
            HttpStatusCode.Created,
            "driveItem",
            "b"u8.ToArray()
        );
        var invitation = new
        {
            recipients = new[] { new { email = "mikael.forsman@exempel.se" } },
            roles = new[] { "read" },
            requireSignIn = true,
        };
        await site.SendAsync("POST", $"{file}/invite", HttpStatusCode.OK, "collectionOf.permission", invitation);

        Assert.Equal(HttpStatusCode.OK, (await site.SendAsync("GET", file, token: Employee)).Status);
        Assert.Single((await site.GetAsync($"{drive}/root/children", "collectionOf.driveItem", Employee)).Values());
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await site.SendAsync("PUT", $"{file}/content", "x"u8.ToArray(), Employee)).Status
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await site.SendAsync("GET", file, token: Officer)).Status);
        Assert.Equal(
            "a",
            (
                await PageAsync(
                    site,
                    $"{AccessTests.Site}/WorkDocuments/a.txt",
                    await PersonAsync(site, "Mikael Forsman")
                )
            ).Text
        );
    }
}
