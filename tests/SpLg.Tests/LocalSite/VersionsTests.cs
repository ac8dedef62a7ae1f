namespace SpLg.Tests.LocalSite;

public sealed class VersionsTests(ITestOutputHelper output)
{
    private const string Many = "collectionOf.listItemVersion";

    [Fact]
    public async Task A_rows_versions_tell_who_changed_what_newest_first()
    {
        await using var site = await RunningSite.StartAsync(output);
        var list = $"{site.SitePath}/lists/ReviewRequests";
        var row = await site.CreateItemAsync(list, new { Title = "2026", Status = "Begärd" }, "user:Karin Lindqvist");
        var item = $"{list}/items/{row.Text("id")}";
        await site.SendAsync(
            "PATCH",
            $"{item}/fields",
            HttpStatusCode.OK,
            "fieldValueSet",
            new { Status = "Läser", RunId = "a" }
        );
        await site.SendAsync(
            "PATCH",
            $"{item}/fields",
            HttpStatusCode.OK,
            "fieldValueSet",
            new { Status = "Fastställd", RunId = (string?)null },
            "user:Per Nyström"
        );
        var versions = (await site.GetAsync($"{item}/versions?$expand=fields($select=Status,RunId)", Many)).Values();
        Assert.Equal(["3.0", "2.0", "1.0"], versions.Select(v => v.Text("id")));
        Assert.Equal(["Fastställd", "Läser", "Begärd"], versions.Select(v => v.GetProperty("fields").Text("Status")));
        Assert.Equal([false, true, false], versions.Select(v => v.GetProperty("fields").Has("RunId")));
        var approver = versions[0].GetProperty("lastModifiedBy");
        Assert.Equal("per.nystrom@exempel.se", approver.GetProperty("user").Text("email"));
        Assert.False(approver.Has("application"));
        Assert.True(versions[1].GetProperty("lastModifiedBy").Has("application"));
        Assert.False(versions[1].GetProperty("lastModifiedBy").GetProperty("user").Has("email"));
    }

    [Fact]
    public async Task A_file_checked_out_written_described_and_checked_in_has_one_version_more_with_its_comment()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DrivesTests.DriveAsync(site, "Arbetsdokument");
        var item = await DrivesTests.UploadAsync(site, drive, "a.docx", "1"u8.ToArray());
        await site.SendAsync("POST", $"{item}/checkout", HttpStatusCode.NoContent, null);
        await site.SendAsync("PUT", $"{item}/content", HttpStatusCode.OK, "driveItem", "22"u8.ToArray());
        await site.SendAsync(
            "PATCH",
            $"{item}/listItem/fields",
            HttpStatusCode.OK,
            "fieldValueSet",
            new { Year = 2026 }
        );
        Assert.Single((await site.GetAsync($"{item}/versions", "collectionOf.driveItemVersion")).Values());
        var other = await site.SendAsync("PUT", $"{item}/content", "3"u8.ToArray(), "user:Sara Öberg");
        Assert.Equal(
            ((HttpStatusCode)423, "resourceLocked"),
            (other.Status, other.Json.GetProperty("error").Text("code"))
        );
        // Until it is checked in, others see it as it was.
        Assert.Equal(1, (await site.GetAsync(item, "driveItem", "user:Sara Öberg")).GetProperty("size").GetInt32());
        Assert.False(
            (await site.GetAsync($"{item}/listItem", "listItem", "user:Sara Öberg")).GetProperty("fields").Has("Year")
        );
        var redirect = await site.SendAsync("GET", $"{item}/content", token: "user:Sara Öberg");
        Assert.Equal("1", (await site.SendAsync("GET", redirect.Header("Location")!, token: null)).Text);
        var publication = (await site.GetAsync($"{item}?$select=publication", "driveItem")).GetProperty("publication");
        Assert.Equal("checkout", publication.Text("level"));
        Assert.Equal("SharePoint App", publication.GetProperty("checkedOutBy").GetProperty("user").Text("displayName"));
        await site.SendAsync(
            "POST",
            $"{item}/checkin",
            HttpStatusCode.NoContent,
            null,
            new { comment = "3 nya incidenter" }
        );

        var files = (await site.GetAsync($"{item}/versions", "collectionOf.driveItemVersion")).Values();
        Assert.Equal(["0.2", "0.1"], files.Select(v => v.Text("id")));
        Assert.Equal([2, 1], files.Select(v => v.GetProperty("size").GetInt32()));
        var rows = (
            await site.GetAsync($"{item}/listItem/versions?$expand=fields($select=Year,_CheckinComment)", Many)
        ).Values();
        Assert.Equal("3 nya incidenter", rows[0].GetProperty("fields").Text("_CheckinComment"));
        Assert.Equal(2026, rows[0].GetProperty("fields").GetProperty("Year").GetInt32());
        Assert.False(rows[1].GetProperty("fields").Has("Year"));
        Assert.False(rows[1].GetProperty("fields").Has("_CheckinComment"));

        // A person's upload is a version of its own, without the comment of the one before.
        await site.SendAsync(
            "PUT",
            $"{item}/content",
            HttpStatusCode.OK,
            "driveItem",
            "333"u8.ToArray(),
            "user:Sara Öberg"
        );
        var fields = (
            await site.GetAsync($"{item}/listItem?$expand=fields($select=_CheckinComment)", "listItem")
        ).GetProperty("fields");
        Assert.False(fields.Has("_CheckinComment"));
        var file = await site.GetAsync($"{item}?$select=lastModifiedBy,publication", "driveItem");
        Assert.Equal("sara.oberg@exempel.se", file.GetProperty("lastModifiedBy").GetProperty("user").Text("email"));
        Assert.Equal("0.3", file.GetProperty("publication").Text("versionId"));
    }

    [Fact]
    public async Task An_ordinary_employee_sees_of_the_open_library_what_is_published()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DrivesTests.DriveAsync(site, "Publicerade genomgångar");
        var file = await DrivesTests.UploadAsync(site, drive, "a.docx", "ett"u8.ToArray());
        var library = new Uri($"{site.Server.SiteAddress}/PublishedReviews").ToString();
        Assert.Contains(
            "Här finns inga filer",
            (await site.SendAsync("GET", library, token: null)).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync("GET", $"{library}/a.docx", token: null)).Status);
        Assert.Equal(
            "ett",
            (await site.SendAsync("GET", $"{library}/a.docx", token: null, headers: [("Cookie", "splg-person=3")])).Text
        );
        await site.SendAsync("POST", $"{file}/checkout", HttpStatusCode.NoContent, null);
        await site.SendAsync(
            "POST",
            $"{file}/checkin",
            HttpStatusCode.NoContent,
            null,
            new { checkInAs = "published" }
        );
        await site.SendAsync("PUT", $"{file}/content", HttpStatusCode.OK, "driveItem", "två"u8.ToArray());
        Assert.Equal("ett", (await site.SendAsync("GET", $"{library}/a.docx", token: null)).Text);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await site.SendAsync("GET", $"{library}/a.docx?version=1.1", token: null)).Status
        );
        Assert.DoesNotContain(
            "1.1",
            (await site.SendAsync("GET", $"{library}/Forms/DispForm.aspx?ID=1", token: null)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Versions_beyond_the_lists_limit_go()
    {
        var template = SplgTemplate.Schema;
        SiteSchema few = template with
        {
            Lists =
            [
                .. template.Lists.Select(l =>
                    l.Name switch
                    {
                        "Objectives" => l with { VersionLimit = 3 },
                        "PublishedReviews" => l with { VersionLimit = 2, MinorVersionLimit = 1 },
                        _ => l,
                    }
                ),
            ],
        };
        await using var site = await RunningSite.StartAsync(output, lists: few);
        var list = $"{site.SitePath}/lists/Objectives";
        var item = $"{list}/items/{(await site.CreateItemAsync(list, new { Title = "1" })).Text("id")}";
        for (var number = 2; number <= 5; number++)
            await site.SendAsync(
                "PATCH",
                $"{item}/fields",
                HttpStatusCode.OK,
                "fieldValueSet",
                new { Title = $"{number}" }
            );
        Assert.Equal(["5.0", "4.0", "3.0"], Labels(await site.GetAsync($"{item}/versions", Many)));

        var drive = await DrivesTests.DriveAsync(site, "Publicerade genomgångar");
        var file = "";
        for (var number = 1; number <= 3; number++)
        {
            file = await DrivesTests.UploadAsync(
                site,
                drive,
                "a.docx",
                "1"u8.ToArray(),
                number == 1 ? HttpStatusCode.Created : HttpStatusCode.OK
            );
            await site.SendAsync("POST", $"{file}/checkout", HttpStatusCode.NoContent, null);
            await site.SendAsync(
                "POST",
                $"{file}/checkin",
                HttpStatusCode.NoContent,
                null,
                new { checkInAs = "published" }
            );
        }
        Assert.Equal(["3.0", "2.0"], Labels(await site.GetAsync($"{file}/versions", "collectionOf.driveItemVersion")));
    }

    [Fact]
    public void The_template_says_how_many_versions_are_kept()
    {
        Assert.All(SplgTemplate.Schema.Lists, l => Assert.NotNull(l.VersionLimit));
        Assert.NotNull(SplgTemplate.Schema.List("WorkDocuments").MinorVersionLimit);
    }

    private static IEnumerable<string> Labels(JsonElement versions) => versions.Values().Select(v => v.Text("id"));
}
