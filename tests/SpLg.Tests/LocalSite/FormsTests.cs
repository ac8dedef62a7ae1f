using SpLg.LocalSite;

namespace SpLg.Tests.LocalSite;

/// <summary>Acting as a person in a browser: choosing who one is, and sending the forms of the pages.</summary>
public sealed class FormsTests(ITestOutputHelper output)
{
    private const string Requests = "/sites/informationssakerhet/Lists/ReviewRequests";
    private const string Drafts = "/sites/informationssakerhet/WorkDocuments";

    [Fact]
    public async Task A_person_orders_a_review_and_sets_its_status_as_themselves()
    {
        await using var site = await RunningSite.StartAsync(output);
        using var karin = await BrowserAsync(site, "Karin Lindqvist");
        var form = await karin.GetStringAsync(new Uri(site.Server.SiteAddress, $"{Requests}/NewForm.aspx"));
        Assert.Contains("Du är Karin Lindqvist", form, StringComparison.Ordinal);
        Assert.All(
            WebForm.Control().Matches(form).Where(m => m.Groups["id"].Value != "etag"),
            m => Assert.Contains($"<label for=\"{m.Groups["id"].Value}\"", form, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("name=\"Handled\"", form, StringComparison.Ordinal);

        var made = await PostAsync(
            karin,
            site,
            $"{Requests}/NewForm.aspx",
            ("Title", "Genomgång 2026"),
            ("Year", "2026"),
            ("Status", "Begärd"),
            ("Template", " rad\r\n")
        );
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var item = $"{site.SitePath}/lists/ReviewRequests/items/1";
        var row = await site.GetAsync(item, "listItem");
        Assert.Equal("karin.lindqvist@exempel.se", row.GetProperty("createdBy").GetProperty("user").Text("email"));
        Assert.Equal(2026, row.GetProperty("fields").GetProperty("Year").GetInt32());

        using var per = await BrowserAsync(site, "Per Nyström");
        var edit = await per.GetStringAsync(new Uri(site.Server.SiteAddress, $"{Requests}/EditForm.aspx?ID=1"));
        var fields = WebForm.Filled(edit);
        fields["Status"] = "Fastställd";
        fields["MeetingOn"] = "2026-11-20";
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (
                await PostAsync(per, site, $"{Requests}/EditForm.aspx?ID=1", [.. fields.Select(f => (f.Key, f.Value))])
            ).StatusCode
        );
        var version = (await site.GetAsync($"{item}/versions?$expand=fields", "collectionOf.listItemVersion")).Values()[
            0
        ];
        Assert.Equal("per.nystrom@exempel.se", version.GetProperty("lastModifiedBy").GetProperty("user").Text("email"));
        Assert.Equal("Fastställd", version.GetProperty("fields").Text("Status"));
        Assert.Equal("2026-11-19T23:00:00Z", version.GetProperty("fields").Text("MeetingOn"));
        Assert.Equal("rad", version.GetProperty("fields").Text("Template"));

        // The form is as old as its page: what was read before the change is refused, and what was filled in stays.
        fields["Title"] = "Min rubrik";
        var late = await PostAsync(
            per,
            site,
            $"{Requests}/EditForm.aspx?ID=1",
            [.. fields.Select(f => (f.Key, f.Value))]
        );
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        var page = await late.Content.ReadAsStringAsync();
        Assert.Contains("Någon annan har ändrat raden", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Min rubrik\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_saves_only_what_was_changed_and_says_what_is_missing()
    {
        await using var site = await RunningSite.StartAsync(output);
        using var karin = await BrowserAsync(site, "Karin Lindqvist");
        await site.CreateItemAsync(
            $"{site.SitePath}/lists/ActionItems",
            new
            {
                Title = "Åtgärd",
                PercentDone = 12.5,
                InSummary = true,
                Description = "a\nb",
            }
        );
        var address = "/sites/informationssakerhet/Lists/ActionItems/EditForm.aspx?ID=1";
        var fields = WebForm.Filled(await karin.GetStringAsync(new Uri(site.Server.SiteAddress, address)));
        Assert.Equal("12,5", fields["PercentDone"]);
        await PostAsync(karin, site, address, [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Single(
            (
                await site.GetAsync(
                    $"{site.SitePath}/lists/ActionItems/items/1/versions",
                    "collectionOf.listItemVersion"
                )
            ).Values()
        );
        fields.Remove("InSummary");
        await PostAsync(karin, site, address, [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.False(
            (await site.GetAsync($"{site.SitePath}/lists/ActionItems/items/1", "listItem"))
                .GetProperty("fields")
                .GetProperty("InSummary")
                .GetBoolean()
        );
        fields["Title"] = "";
        var page = await (
            await PostAsync(karin, site, address, [.. fields.Select(f => (f.Key, f.Value))])
        ).Content.ReadAsStringAsync();
        Assert.Contains("måste fyllas i", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_uploaded_as_a_new_version_fetched_in_any_of_them_and_held_while_checked_out()
    {
        await using var site = await RunningSite.StartAsync(output);
        using var karin = await BrowserAsync(site, "Karin Lindqvist");
        var drive = await DrivesTests.DriveAsync(site, "Arbetsdokument");
        await site.SendAsync(
            "PUT",
            $"{drive}/root:/Utkast.docx:/content",
            HttpStatusCode.Created,
            "driveItem",
            "ett"u8.ToArray()
        );
        Assert.Equal(HttpStatusCode.SeeOther, (await UploadAsync(karin, site, "två")).StatusCode);
        var file = await site.GetAsync($"{drive}/root:/Utkast.docx", "driveItem");
        Assert.Equal(
            "karin.lindqvist@exempel.se",
            file.GetProperty("lastModifiedBy").GetProperty("user").Text("email")
        );
        Assert.Equal(
            "ett",
            await karin.GetStringAsync(new Uri(site.Server.SiteAddress, $"{Drafts}/Utkast.docx?version=0.1"))
        );
        Assert.Equal("två", await karin.GetStringAsync(new Uri(site.Server.SiteAddress, $"{Drafts}/Utkast.docx")));

        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await PostAsync(karin, site, $"{Drafts}/Forms/DispForm.aspx?ID=1", ("action", "checkout"))).StatusCode
        );
        Assert.Equal(
            (HttpStatusCode)423,
            (await site.SendAsync("PUT", $"{drive}/root:/Utkast.docx:/content", "tre"u8.ToArray())).Status
        );
        using var sara = await BrowserAsync(site, "Sara Öberg");
        Assert.Contains(
            "Filen är öppen eller utcheckad",
            await (await UploadAsync(sara, site, "fyra")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        await PostAsync(
            karin,
            site,
            $"{Drafts}/Forms/DispForm.aspx?ID=1",
            ("action", "checkin"),
            ("comment", "Läst igenom")
        );
        var page = await sara.GetStringAsync(new Uri(site.Server.SiteAddress, $"{Drafts}/Forms/DispForm.aspx?ID=1"));
        Assert.Contains("<td>Läst igenom</td>", page, StringComparison.Ordinal);
        Assert.Contains(
            "Biblioteket har egna behörigheter",
            await sara.GetStringAsync(new Uri(site.Server.SiteAddress, Drafts)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_plays_which_part_stands_first_and_what_the_others_may_read_is_said()
    {
        await using var site = await RunningSite.StartAsync(
            output,
            o =>
                o with
                {
                    People =
                    [
                        new("Anna Ek", "anna.ek@a.example"),
                        new("Åsa Öman", "asa.oman@a.example") { Part = "förvaltningschef" },
                        new("Bo Al", "bo.al@a.example") { Groups = [SiteGroup.CaseOfficers] },
                    ],
                }
        );
        using var browser = Browser();

        var page = await browser.GetStringAsync(new Uri(site.Server.SiteAddress, "/_person"));

        Assert.Equal(
            [
                "Ingen, jag läser som medarbetare",
                "Bo Al, Handläggare informationssäkerhet",
                "Åsa Öman, förvaltningschef",
                "Anna Ek",
            ],
            WebForm.Choice().Matches(page).Select(m => m.Groups["text"].Value)
        );
        Assert.Contains(
            "läser publicerade sidor och Publicerade genomgångar, och inget annat.",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Many_rows_that_nobody_has_decided_about_are_decided_at_once_by_the_one_at_the_browser()
    {
        const string view = "/sites/informationssakerhet/Lists/Audits/Undecided.aspx";
        await using var site = await RunningSite.StartAsync(output);
        var items = $"{site.SitePath}/lists/Audits/items";
        foreach (var title in (string[])["Ett", "Två", "Tre", "Fyra"])
            await site.CreateItemAsync($"{site.SitePath}/lists/Audits", new { Title = title });
        await site.CreateItemAsync($"{site.SitePath}/lists/Audits", new { Title = "Redan", Publication = "Intern" });
        using var karin = await BrowserAsync(site, "Karin Lindqvist");
        var page = await karin.GetStringAsync(new Uri(site.Server.SiteAddress, view));
        Assert.DoesNotContain("Redan", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Välj rad 3: Tre\"", page, StringComparison.Ordinal);
        var versions = WebForm
            .Input()
            .Matches(page)
            .Select(m => (Name: m.Groups["name"].Value, Value: WebUtility.HtmlDecode(m.Groups["value"].Value)))
            .Where(i => i.Name.StartsWith("etag-", StringComparison.Ordinal))
            .ToList();

        await site.SendAsync(
            "PATCH",
            $"{items}/2/fields",
            HttpStatusCode.OK,
            "fieldValueSet",
            new { Result = "Ändrad under tiden" }
        );
        var some = await PostAsync(
            karin,
            site,
            view,
            [
                ("rad", "1"),
                ("rad", "2"),
                ("rad", "3"),
                ("Publication", "Sekretess"),
                ("SecrecyGround", "18 kap. 8 §"),
                .. versions,
            ]
        );

        var told = await some.Content.ReadAsStringAsync();
        Assert.Contains("2 rader är sparade", told, StringComparison.Ordinal);
        Assert.Contains("Rad 2: Någon annan har ändrat raden", told, StringComparison.Ordinal);
        var rows = (await site.GetAsync($"{items}?$expand=fields", "collectionOf.listItem"))
            .Values()
            .ToDictionary(r => r.Text("id")!);
        Assert.Equal(
            ["Sekretess", null, "Sekretess", null, "Intern"],
            rows.OrderBy(r => r.Key)
                .Select(r =>
                    r.Value.GetProperty("fields").TryGetProperty("Publication", out var p) ? p.GetString() : null
                )
        );
        Assert.Equal("18 kap. 8 §", rows["1"].GetProperty("fields").Text("SecrecyGround"));
        Assert.Equal(
            "karin.lindqvist@exempel.se",
            rows["3"].GetProperty("lastModifiedBy").GetProperty("user").Text("email")
        );
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await PostAsync(karin, site, view, [("rad", "4"), ("Publication", "Öppen"), .. versions])).StatusCode
        );
        Assert.Contains(
            "Markera minst en rad",
            await (await PostAsync(karin, site, view, ("Publication", "Öppen"))).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await PostAsync(
                    karin,
                    site,
                    "/sites/informationssakerhet/Lists/Audits/AllItems.aspx",
                    ("rad", "5"),
                    ("Publication", "Öppen")
                )
            ).StatusCode
        );
    }

    [ChromiumFact]
    public async Task Axe_finds_nothing_on_the_pages_a_person_acts_on()
    {
        await using var site = await RunningSite.StartAsync(output);
        await site.CreateItemAsync($"{site.SitePath}/lists/ReviewRequests", new { Title = "2026", Status = "Begärd" });
        await site.SendAsync(
            "PUT",
            $"{await DrivesTests.DriveAsync(site, "Arbetsdokument")}/root:/Utkast.docx:/content",
            HttpStatusCode.Created,
            "driveItem",
            "ett"u8.ToArray()
        );
        await using var browser = await BrowserSession.StartAsync();
        var found = new List<string>();
        await site.CreateItemAsync($"{site.SitePath}/lists/Audits", new { Title = "Ett" });
        foreach (
            var address in new[]
            {
                "/sites/informationssakerhet/Lists/Audits/Undecided.aspx",
                "/_person",
                $"{Requests}/EditForm.aspx?ID=1",
                Drafts,
                $"{Drafts}/Forms/DispForm.aspx?ID=1",
            }
        )
            found.AddRange(await browser.ViolationsAsync(new(site.Server.SiteAddress, address), ("splg-person", "3")));
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task A_form_from_elsewhere_or_from_nobody_changes_nothing()
    {
        await using var site = await RunningSite.StartAsync(output);
        using var karin = await BrowserAsync(site, "Karin Lindqvist");
        var foreign = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(site.Server.SiteAddress, $"{Requests}/NewForm.aspx")
        )
        {
            Content = WebForm.Content(("Title", "x"), ("Year", "2026")),
        };
        foreign.Headers.Add("Origin", "https://annan.example");
        Assert.Equal(HttpStatusCode.BadRequest, (await karin.SendAsync(foreign)).StatusCode);
        using var nobody = Browser();
        Assert.Contains(
            "Välj först vem du är",
            await (
                await PostAsync(nobody, site, $"{Requests}/NewForm.aspx", ("Title", "x"))
            ).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await nobody.GetAsync(new Uri(site.Server.SiteAddress, $"{Requests}/EditForm.aspx?ID=1"))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await nobody.GetAsync(new Uri(site.Server.SiteAddress, $"{Requests}/NewForm.aspx"))).StatusCode
        );
        Assert.Empty(
            (await site.GetAsync($"{site.SitePath}/lists/ReviewRequests/items", "collectionOf.listItem")).Values()
        );
        var away = await PostAsync(nobody, site, "/_person", ("person", "3"), ("back", "https://annan.example/x"));
        Assert.Equal("/", away.Headers.Location!.ToString());
    }

    private static HttpClient Browser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() });

    private static async Task<HttpClient> BrowserAsync(RunningSite site, string person)
    {
        var browser = Browser();
        var id = WebForm
            .Choice()
            .Matches(await browser.GetStringAsync(new Uri(site.Server.SiteAddress, "/_person")))
            .First(m => m.Groups["text"].Value.Split(',')[0] == person)
            .Groups["value"]
            .Value;
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await PostAsync(browser, site, "/_person", ("person", id), ("back", "/"))).StatusCode
        );
        return browser;
    }

    private static Task<HttpResponseMessage> PostAsync(
        HttpClient browser,
        RunningSite site,
        string address,
        params (string Name, string Value)[] fields
    ) => SendAsync(browser, site, address, WebForm.Content(fields));

    private static Task<HttpResponseMessage> UploadAsync(HttpClient browser, RunningSite site, string content)
    {
        var form = new MultipartFormDataContent { { new StringContent(content), "file", "Utkast.docx" } };
        return SendAsync(browser, site, Drafts, form);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient browser,
        RunningSite site,
        string address,
        HttpContent content
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Server.SiteAddress, address))
        {
            Content = content,
        };
        // As every browser sends with a form.
        request.Headers.Add("Origin", site.Server.SiteAddress.GetLeftPart(UriPartial.Authority));
        return await browser.SendAsync(request);
    }
}
