using System.IO.Compression;
using System.Net.Http.Json;

namespace SpLg.Tests.EndToEnd;

/// <summary>
/// The whole life of a review, and then every byte that each kind of person can fetch of the site it was made on.
/// </summary>
public class RightsFlowTests
{
    private const string Officer = "Johan Brandt";
    private const string Employee = "Linnea Åström";

    /// <summary>Stands in every row that is not open, in words that are never published, and in the draft.</summary>
    private const string Secret = "HEMLIGT";

    private const string OfIncidents = "HEMLIGT-HÄNDELSE";

    [Fact]
    public async Task An_employee_reads_what_is_published_a_case_officer_their_own_incidents_and_nobody_more_than_that()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await ReviewFlow.OpenAsync(test);
        await PlantAsync(test, site);
        test.Server.Faults.Add(ReviewFlow.NoPdf);
        var id = await test.RequestAsync(site);
        await test.SetAsync(site, id, "GapsReason", "Planterade rader är inte hela.");
        await WorkAsync(test, site);
        foreach (
            var (who, status) in new[]
            {
                (ReviewFlow.Coordinator, ReviewStatus.ForApproval),
                (ReviewFlow.Head, ReviewStatus.ApprovedDespiteGaps),
            }
        )
        {
            await test.SetStatusAsPersonAsync(site, id, who, Choice.Text(status));
            await WorkAsync(test, site);
        }
        var request = await test.ReadRequestAsync(site, id);
        Assert.True(request.Status.Is(ReviewStatus.Published), request.Message);
        // What a request says is read by more than the rows, and kept.
        Assert.DoesNotContain(Secret, request.Message + request.Findings, StringComparison.OrdinalIgnoreCase);

        var everything = await AddressesAsync(test, site);
        var all = await FetchAsync(test, site, everything, null);
        Assert.Contains(all, a => a.Text.Contains(OfIncidents, StringComparison.OrdinalIgnoreCase));

        foreach (var person in (string?[])[Employee, ""])
        {
            var seen = await FetchAsync(test, site, everything, person);
            Assert.All(
                seen,
                a => Assert.False(a.Text.Contains(Secret, StringComparison.OrdinalIgnoreCase), $"{person}: {a.Address}")
            );
            Assert.Contains(
                seen,
                a =>
                    a.Address.EndsWith(
                        "/PublishedReviews/Ledningens%20genomg%C3%A5ng%202026.docx",
                        StringComparison.Ordinal
                    ) && a.Text.Contains("word/document.xml", StringComparison.Ordinal)
            );
            Assert.Contains(
                seen,
                a => a.Address == request.Page && a.Text.Contains("Kontrollnummer", StringComparison.Ordinal)
            );
            Assert.DoesNotContain(
                seen,
                a =>
                    a.Address.Contains("/Lists/", StringComparison.Ordinal)
                    || a.Address.Contains("/WorkDocuments", StringComparison.Ordinal)
                    || a.Address.Contains("/Templates", StringComparison.Ordinal)
            );
            // Nothing an employee reads leads to what they may not open.
            var published = seen.Where(a =>
                    a.Address == request.Page || a.Text.Contains("word/document.xml", StringComparison.Ordinal)
                )
                .ToList();
            Assert.True(published.Count > 1);
            Assert.Contains(published, a => a.Text.Contains("(adressen visas inte öppet)", StringComparison.Ordinal));
            Assert.All(
                published,
                a =>
                {
                    foreach (
                        var closed in (string[])
                            [
                                "DispForm.aspx",
                                "/Lists/",
                                "/WorkDocuments",
                                ReviewFlow.Head,
                                ReviewFlow.Coordinator,
                                "@lindo.example",
                            ]
                    )
                        Assert.False(
                            a.Text.Contains(closed, StringComparison.Ordinal),
                            $"{a.Address} leads to or names {closed}"
                        );
                }
            );
        }

        var own = await FetchAsync(test, site, everything, Officer);
        Assert.All(own, a => Assert.False(a.Text.Contains(OfIncidents, StringComparison.OrdinalIgnoreCase), a.Address));
        Assert.Contains(
            own,
            a =>
                a.Address.Contains("/Lists/Incidents/", StringComparison.Ordinal)
                && a.Text.Contains("Egen händelse", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            own,
            a =>
                a.Address.Contains("/ReviewRequests", StringComparison.Ordinal)
                || a.Address.Contains("/WorkDocuments", StringComparison.Ordinal)
        );

        foreach (var person in (string[])[ReviewFlow.Coordinator, ReviewFlow.Head])
            Assert.Contains(
                await FetchAsync(test, site, everything, person),
                a => a.Text.Contains(OfIncidents, StringComparison.OrdinalIgnoreCase)
            );
    }

    private static Task WorkAsync(TestSite test, OpenSite site) =>
        new RequestWorker(site, test.Worker("worker"), TimeProvider.System, new Lines()).RunAsync(
            untilIdle: true,
            TestSite.Deadline()
        );

    private static async Task PlantAsync(TestSite test, OpenSite site)
    {
        foreach (
            var list in site.Schema.Lists.Where(l =>
                !l.IsLibrary && l.TryColumn("Publication") is not null && l.Name != ReviewRequest.List
            )
        )
        {
            foreach (var publication in (string[])["Sekretess", "Intern"])
            {
                var word = list.Name == Incident.List ? OfIncidents : Secret;
                var values = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["Publication"] = publication,
                    ["SecrecyGround"] = publication == "Sekretess" ? "18 kap. 8 §" : null,
                };
                foreach (
                    var column in list.Columns.Where(c =>
                        c.Kind is ColumnKind.Text or ColumnKind.Note or ColumnKind.RichText
                        && c.Name is not ("SecrecyGround" or "ExternalKey")
                    )
                )
                    values[column.Name] = $"{word} {column.Name} {publication}";
                if (list.TryColumn("Year") is not null)
                    values["Year"] = 2026;
                await site.Writer.CreateAsync(site.List(list.Name), list, values, CancellationToken.None);
            }
        }
        await CreateAsync(
            Incident.List,
            ("Title", OfIncidents),
            ("Description", $"<p>{OfIncidents}</p>"),
            ("Publication", "Öppen"),
            ("OccurredOn", new DateOnly(2026, 4, 2)),
            ("Year", 2026)
        );
        var closed = new Uri(test.Server.SiteAddress + "/Lists/Incidents/DispForm.aspx?ID=1").AbsoluteUri;
        await CreateAsync(
            "ContextFactors",
            ("Title", "Ny lag"),
            ("Publication", "Öppen"),
            ("SourceUrl", closed),
            ("Year", 2026)
        );
        await CreateAsync(
            "GoverningDocuments",
            ("Title", "Riktlinje"),
            ("Publication", "Öppen"),
            ("Url", closed),
            ("Year", 2026)
        );
        await CreateAsync(
            TextBlock.List,
            ("Title", "Syfte"),
            ("Key", "syfte"),
            ("Publication", "Öppen"),
            (
                "Text",
                $"<p>Se <a title=\"href='https://exempel.se/\" href=\"{closed}\" lang=\"'\">raden</a> eller {closed}.</p>"
            )
        );
        using var http = Signed(test, "user:" + Uri.EscapeDataString(Officer));
        var address = new Uri(
            test.Server.GraphAddress,
            $"sites/{site.Site.Id}/lists/{site.List(Incident.List).Id}/items"
        );
        (
            await http.PostAsJsonAsync(
                address,
                new { fields = new { Title = "Egen händelse", Publication = "Intern" } }
            )
        ).EnsureSuccessStatusCode();

        async Task CreateAsync(string list, params (string Name, object? Value)[] values) =>
            await site.Writer.CreateAsync(
                site.List(list),
                site.Schema.List(list),
                values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal),
                CancellationToken.None
            );
    }

    /// <summary>
    /// Every address of the site, of Graph and for people, as the application and the pages' own scheme tell them.
    /// </summary>
    private static async Task<IReadOnlyList<string>> AddressesAsync(TestSite test, OpenSite site)
    {
        using var http = Signed(test, "program");
        var (graph, web) = (test.Server.GraphAddress.AbsoluteUri, test.Server.SiteAddress.AbsoluteUri);
        var root = $"{graph}sites/{site.Site.Id}";
        var found = new List<string>
        {
            root,
            $"{root}/lists",
            $"{root}?$expand=lists,drives",
            $"{root}/drives",
            $"{root}/drive/root/children",
            $"{root}/pages",
            web,
            $"{web}/SitePages",
        };
        found.AddRange(
            new[] { "/", "/_person", "/_mail", "/_mail.json" }.Select(a =>
                new Uri(test.Server.SiteAddress, a).AbsoluteUri
            )
        );
        foreach (var list in await ValuesAsync(http, $"{root}/lists"))
        {
            var (own, at) = (
                $"{root}/lists/{list.GetProperty("id").GetString()}",
                list.GetProperty("webUrl").GetString()!
            );
            var isLibrary = list.GetProperty("list").GetProperty("template").GetString() == "documentLibrary";
            var forms =
                list.GetProperty("list").GetProperty("template").GetString() == "genericList" ? at : $"{at}/Forms";
            found.AddRange([
                own,
                $"{own}?$expand=items($expand=fields)",
                $"{own}/items?$expand=fields",
                $"{own}/items/delta?$expand=fields",
                $"{own}/columns",
                $"{own}/permissions",
                at,
            ]);
            foreach (var item in await ValuesAsync(http, $"{own}/items?$expand=fields"))
            {
                var id = item.GetProperty("id").GetString();
                found.AddRange([
                    $"{own}/items/{id}",
                    $"{own}/items/{id}/fields",
                    $"{own}/items/{id}/versions?$expand=fields",
                    item.GetProperty("webUrl").GetString()!,
                    $"{forms}/DispForm.aspx?ID={id}",
                    $"{forms}/EditForm.aspx?ID={id}",
                ]);
            }
            if (!isLibrary)
                continue;
            var drive = (await JsonAsync(http, $"{own}/drive")).GetProperty("id").GetString();
            found.AddRange([$"{graph}drives/{drive}", $"{graph}drives/{drive}/root/children?$expand=listItem"]);
            foreach (var file in await ValuesAsync(http, $"{graph}drives/{drive}/root/children"))
            {
                var of = $"{graph}drives/{drive}/items/{file.GetProperty("id").GetString()}";
                found.AddRange([of, $"{of}/content", $"{of}/listItem", file.GetProperty("webUrl").GetString()!]);
                foreach (var version in await ValuesAsync(http, $"{of}/versions"))
                    found.AddRange([
                        $"{of}/versions/{version.GetProperty("id").GetString()}/content",
                        $"{at}/{Uri.EscapeDataString(file.GetProperty("name").GetString()!)}?version="
                            + $"{version.GetProperty("id").GetString()}",
                    ]);
            }
        }
        foreach (var page in await ValuesAsync(http, $"{root}/pages"))
            found.AddRange([
                $"{root}/pages/{page.GetProperty("id").GetString()}",
                $"{root}/pages/{page.GetProperty("id").GetString()}/microsoft.graph.sitePage?$expand=canvasLayout",
                page.GetProperty("webUrl").GetString()!,
            ]);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <param name="person">Null for the application, empty for somebody who has not said who they are.</param>
    /// <returns>What was answered with 200, unpacked.</returns>
    private static async Task<IReadOnlyList<(string Address, string Text)>> FetchAsync(
        TestSite test,
        OpenSite site,
        IReadOnlyList<string> addresses,
        string? person
    )
    {
        using var http = Signed(
            test,
            person switch
            {
                null => "program",
                "" => null,
                _ => "user:" + Uri.EscapeDataString(person),
            }
        );
        var number = string.IsNullOrEmpty(person)
            ? null
            : (await site.Reader.PeopleAsync(CancellationToken.None))!
                .Values.First(p => p.Name == person)
                .Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (number is not null)
            http.DefaultRequestHeaders.Add("Cookie", $"splg-person={number}");
        var seen = new List<(string, string)>();
        foreach (var address in addresses)
        {
            using var answer = await http.GetAsync(address);
            if (
                answer.StatusCode == HttpStatusCode.OK
                && !answer.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("/_person", StringComparison.Ordinal)
            )
                seen.Add((address, Unpacked(await answer.Content.ReadAsByteArrayAsync())));
        }
        return seen;
    }

    private static string Unpacked(byte[] content)
    {
        if (content is not [(byte)'P', (byte)'K', ..])
            return WebUtility.HtmlDecode(Encoding.UTF8.GetString(content));
        using var zip = new ZipArchive(new MemoryStream(content));
        return string.Concat(
            zip.Entries.Select(e =>
            {
                using var text = new StreamReader(e.Open());
                return e.FullName + "\n" + text.ReadToEnd();
            })
        );
    }

    private static HttpClient Signed(TestSite test, string? token)
    {
        var http = new HttpClient { BaseAddress = test.Server.GraphAddress };
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    private static async Task<IReadOnlyList<JsonElement>> ValuesAsync(HttpClient http, string address) =>
        [.. (await JsonAsync(http, address)).GetProperty("value").EnumerateArray()];

    private static async Task<JsonElement> JsonAsync(HttpClient http, string address) =>
        (await http.GetFromJsonAsync<JsonElement>(address)).Clone();
}
