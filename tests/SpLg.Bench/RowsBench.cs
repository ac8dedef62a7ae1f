using System.Buffers.Text;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using SpLg.SharePoint;
using SpLg.SharePoint.Reading;
using Process = System.Diagnostics.Process;

namespace SpLg.Bench;

/// <summary>
/// Reads the rows of a list of made-up answers that come from memory: what the reading itself costs, without network
/// and server.
/// </summary>
internal static class RowsBench
{
    private const int PageSize = 2000;
    private const string Address = "http://127.0.0.1:9/v1.0";

    private static readonly ListSchema Schema = new(
        "Incidenter",
        "Lists/Incidents",
        false,
        true,
        false,
        [.. Columns()],
        []
    );

    /// <summary>One process for each way and number of rows.</summary>
    /// <param name="way">ours, cells (ours, and every cell looked at) or sdk (typed, with its page iterator).</param>
    /// <returns>CPU seconds of a first page and of the rows after it, peak MB, allocated MB, and MB of
    /// answers.</returns>
    public static async Task<string> RunAsync(string way, int rows)
    {
        using var self = Process.GetCurrentProcess();
        var start = self.TotalProcessorTime;
        await ReadAsync(way, new Pages(PageSize));
        self.Refresh();
        var before = self.TotalProcessorTime;
        using var network = new Pages(rows);
        var read = await ReadAsync(way, network);
        self.Refresh();
        if (read != rows)
            throw new InvalidOperationException($"{read} rows of {rows} came.");
        var (first, all) = (before - start, self.TotalProcessorTime - before);
        return $"{first.TotalSeconds:F2} {all.TotalSeconds:F2} {Mega(self.PeakWorkingSet64)} "
            + $"{Mega(GC.GetTotalAllocatedBytes())} {Mega(network.Bytes)}";
    }

    private static Task<int> ReadAsync(string way, Pages network) =>
        way == "sdk" ? SdkAsync(network) : OursAsync(network, looksAtCells: way == "cells");

    private static long Mega(long bytes) => bytes >> 20;

    private static async Task<int> OursAsync(HttpMessageHandler network, bool looksAtCells)
    {
        var options = new SharePointOptions
        {
            Site = new("https://x.sharepoint.com/sites/y"),
            Graph = new(Address),
            SignIn = new SharePoint.SignIn.FixedToken("t"),
        };
        using var graph = new GraphClient(options, TimeProvider.System, network);
        var reader = new ListReader(graph, new SharePoint.Reading.Site("x,1,2", "y", options.Site));
        var list = new ListHeader("L1", "Incidenter", "Incidents", options.Site, false, false);
        var count = 0;
        var characters = 0L;
        await foreach (var row in reader.RowsAsTheyComeAsync(list, Schema, CancellationToken.None))
        {
            count++;
            if (!looksAtCells)
                continue;
            foreach (var (_, cell) in row.Fields)
                characters +=
                    cell.ValueKind == JsonValueKind.String ? cell.GetString()!.Length : cell.GetRawText().Length;
        }
        return looksAtCells && characters == 0 ? 0 : count;
    }

    private static async Task<int> SdkAsync(HttpMessageHandler network)
    {
        using var http = GraphClientFactory.Create(finalHandler: network);
        using var graph = new GraphServiceClient(http, new AnonymousAuthenticationProvider(), Address);
        var first = await graph
            .Sites["x,1,2"]
            .Lists["L1"]
            .Items.GetAsync(request =>
            {
                request.QueryParameters.Expand = ["fields"];
                request.QueryParameters.Top = PageSize;
            });
        var count = 0;
        var all = PageIterator<ListItem, ListItemCollectionResponse>.CreatePageIterator(
            graph,
            first!,
            item =>
            {
                count += item.Fields is null ? 0 : 1;
                return true;
            }
        );
        await all.IterateAsync();
        return count;
    }

    private static IEnumerable<ColumnSchema> Columns()
    {
        string[] names =
        [
            "Title",
            "Description",
            "Measures",
            "Severity",
            "Category",
            "Year",
            "OccurredOn",
            "Closed",
            "Unit",
            "System",
            "Reporter",
            "Status",
        ];
        return names.Select(name => new ColumnSchema(
            Guid.Empty,
            name,
            name,
            ColumnKind.Text,
            false,
            false,
            [],
            null,
            null,
            false,
            null
        ));
    }

    /// <summary>Answers with one page again and again, whose rows are given new ids in the place of the old.</summary>
    private sealed class Pages(int rows) : HttpMessageHandler
    {
        private static readonly (byte[] Bytes, List<int> Ids, int Token) Template = Make();

        private const string Id = "0000000";

        private int given;

        public long Bytes { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            foreach (var place in Template.Ids)
                Utf8Formatter.TryFormat(1_000_000 + ++given, Template.Bytes.AsSpan(place), out _);
            // A link of its own, or none.
            Utf8Formatter.TryFormat(1_000_000 + given, Template.Bytes.AsSpan(Template.Token), out _);
            var name = given < rows ? "@odata.nextLink"u8 : "@odata.noneLink"u8;
            name.CopyTo(Template.Bytes.AsSpan(2));
            Bytes += Template.Bytes.Length;
            var content = new ByteArrayContent(Template.Bytes);
            content.Headers.ContentType = new("application/json");
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request }
            );
        }

        private static (byte[] Bytes, List<int> Ids, int Token) Make()
        {
            var page = new Dictionary<string, object>
            {
                ["@odata.nextLink"] = $"{Address}/next?$skiptoken={Id}",
                ["value"] = Enumerable.Range(0, PageSize).Select(Row),
            };
            var bytes = JsonSerializer.SerializeToUtf8Bytes(
                page,
                new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            );
            var mark = Encoding.ASCII.GetBytes(Id);
            var places = new List<int>();
            for (var at = bytes.AsSpan().IndexOf(mark); at >= 0; )
            {
                places.Add(at);
                var next = bytes.AsSpan(at + 1).IndexOf(mark);
                at = next < 0 ? -1 : at + 1 + next;
            }
            return (bytes, places[1..], places[0]);
        }

        /// <summary>A row as SharePoint sends it, with what nobody asked for.</summary>
        private static Dictionary<string, object> Row(int number) =>
            new()
            {
                ["@odata.etag"] = "\"8b1e6d1c-6f0d-4c9e-9d53-0a5b8f0f3a11,3\"",
                ["createdDateTime"] = "2026-02-11T09:14:27Z",
                ["eTag"] = "\"8b1e6d1c-6f0d-4c9e-9d53-0a5b8f0f3a11,3\"",
                ["id"] = Id,
                ["lastModifiedDateTime"] = "2026-02-12T10:01:05Z",
                ["webUrl"] = "https://x.sharepoint.com/sites/y/Lists/Incidents/1_.0",
                ["createdBy"] = Person("Sara Nyquist", "sara.nyquist@lindo.example"),
                ["lastModifiedBy"] = Person("Johan Brandt", "johan.brandt@lindo.example"),
                ["parentReference"] = new
                {
                    id = "1f2e3d4c-9d53-4a5b-8f0f-3a118b1e6d1c",
                    siteId = "x.sharepoint.com,1,2",
                },
                ["contentType"] = new { id = "0x0100A1B2C3", name = "Item" },
                ["fields@odata.context"] =
                    "https://graph.microsoft.com/v1.0/$metadata#sites('x')/lists('L1')/items('1')/fields/$entity",
                ["fields"] = new Dictionary<string, object>
                {
                    ["@odata.etag"] = "\"8b1e6d1c-6f0d-4c9e-9d53-0a5b8f0f3a11,3\"",
                    ["Title"] = $"Skrivare lämnad med utskrift {number}",
                    ["Description"] =
                        "<div>En medarbetare hittade utskrivna handlingar i korridoren och lämnade dem till receptionen, där de "
                        + "låstes in. Handlingarna rörde ett ärende om bygglov och innehöll inga skyddade "
                        + "uppgifter. Den som skrivit ut dem "
                        + "har påmints om rutinen för säker utskrift.</div>",
                    ["Measures"] =
                        "Påminnelse om säker utskrift har gått ut till enheten. Skrivaren kräver nu passerkort.",
                    ["Severity"] = "Låg",
                    ["Category"] = "Felaktig hantering",
                    ["Year"] = 2026,
                    ["OccurredOn"] = $"2026-01-{1 + (number % 28):00}T23:00:00Z",
                    ["Closed"] = number % 2 == 0,
                    ["Unit"] = "Stadsbyggnad",
                    ["System"] = "Skrivare",
                    ["Reporter"] = "Linnea Åström",
                    ["ReporterLookupId"] = "12",
                    ["PlannedYears@odata.type"] = "#Collection(String)",
                    ["PlannedYears"] = new[] { "2026", "2027" },
                    ["Status"] = "Avslutad",
                },
            };

        private static object Person(string name, string email) =>
            new
            {
                user = new
                {
                    email,
                    id = "6f0d4c9e-9d53-4a5b-8f0f-3a118b1e6d1c",
                    displayName = name,
                },
            };
    }
}
