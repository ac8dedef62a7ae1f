using System.Text.RegularExpressions;

namespace SpLg.Tests.Story;

/// <summary>What a review has left on a site, a line for each thing, without what differs from run to run.</summary>
internal static partial class SiteSnapshot
{
    // The documents hold when their rows were read, and so their hashes differ; their text is compared instead.
    private static readonly string[] OfTheRun = ["RunId", "LastRunOn", "ContentHash"];

    public static async Task<string> TakeAsync(TestSite test, OpenSite site, string request)
    {
        using var http = new HttpClient { BaseAddress = test.Server.GraphAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "splg");
        var left = new StringBuilder();
        foreach (var library in new[] { LibraryColumns.Library, PublishedLibrary.Name })
        {
            var drive = (await GetAsync(http, $"sites/{site.Site.Id}/lists/{site.List(library).Id}/drive"))
                .GetProperty("id")
                .GetString();
            foreach (
                var file in (await GetAsync(http, $"drives/{drive}/root/children?$select=id,name,publication&$top=200"))
                    .GetProperty("value")
                    .EnumerateArray()
                    .OrderBy(f => f.GetProperty("name").GetString(), StringComparer.Ordinal)
            )
            {
                var (id, name) = (file.GetProperty("id").GetString(), file.GetProperty("name").GetString()!);
                left.Append(library)
                    .Append('/')
                    .Append(name)
                    .Append(": ")
                    .AppendLine(file.GetProperty("publication").GetProperty("level").GetString());
                var versions = (await GetAsync(http, $"drives/{drive}/items/{id}/versions")).GetProperty("value");
                left.Append(name)
                    .Append(" versions: ")
                    .AppendJoin(' ', versions.EnumerateArray().Select(v => v.GetProperty("id").GetString()))
                    .AppendLine();
                AppendCells(
                    left,
                    name,
                    (
                        await GetAsync(
                            http,
                            $"drives/{drive}/items/{id}/listItem?$expand=fields($select={Columns(site, library)})"
                        )
                    ).GetProperty("fields")
                );
                if (name.EndsWith(".docx", StringComparison.Ordinal))
                    left.Append(name)
                        .Append(" text: ")
                        .AppendLine(
                            Documents
                                .Text(
                                    await http.GetByteArrayAsync(
                                        new Uri($"drives/{drive}/items/{id}/content", UriKind.Relative)
                                    )
                                )
                                .ReplaceLineEndings(" ")
                        );
            }
        }

        foreach (
            var page in (await GetAsync(http, $"sites/{site.Site.Id}/pages")).GetProperty("value").EnumerateArray()
        )
        {
            left.Append("page ")
                .Append(page.GetProperty("name").GetString())
                .Append(": ")
                .AppendLine(page.GetProperty("publishingState").GetRawText());
            var whole = await GetAsync(
                http,
                $"sites/{site.Site.Id}/pages/{page.GetProperty("id").GetString()}/microsoft.graph.sitePage?$expand=canvasLayout"
            );
            left.AppendLine(whole.GetProperty("title").GetString());
            foreach (
                var part in whole
                    .GetProperty("canvasLayout")
                    .GetProperty("horizontalSections")
                    .EnumerateArray()
                    .SelectMany(s => s.GetProperty("columns").EnumerateArray())
                    .SelectMany(c => c.GetProperty("webparts").EnumerateArray())
            )
            {
                left.Append("page part: ")
                    .AppendLine(
                        ControlNumber().Replace(part.GetProperty("innerHtml").GetString()!, "").ReplaceLineEndings(" ")
                    );
            }
        }

        AppendCells(
            left,
            "request",
            (
                await GetAsync(
                    http,
                    $"sites/{site.Site.Id}/lists/{site.List(ReviewRequest.List).Id}/items/{request}"
                        + $"?$expand=fields($select={Columns(site, ReviewRequest.List)})"
                )
            ).GetProperty("fields")
        );
        // Each site has its own port.
        return left.Replace($":{test.Server.GraphAddress.Port}", "").ToString();
    }

    /// <summary>Made of the addresses too, and so of the port.</summary>
    [GeneratedRegex("Kontrollnummer: [0-9a-f]+", RegexOptions.None, 1000)]
    private static partial Regex ControlNumber();

    private static string Columns(OpenSite site, string list) =>
        string.Join(',', site.Schema.List(list).Columns.Select(c => c.Name));

    private static void AppendCells(StringBuilder left, string of, JsonElement fields)
    {
        foreach (
            var cell in fields
                .EnumerateObject()
                .Where(c => !c.Name.Contains('@', StringComparison.Ordinal) && !OfTheRun.Contains(c.Name))
        )
            left.Append(of)
                .Append(' ')
                .Append(cell.Name)
                .Append(": ")
                .AppendLine(cell.Value.ToString().ReplaceLineEndings(" "));
    }

    private static async Task<JsonElement> GetAsync(HttpClient http, string address)
    {
        using var json = JsonDocument.Parse(await http.GetStringAsync(new Uri(address, UriKind.Relative)));
        return json.RootElement.Clone();
    }
}
