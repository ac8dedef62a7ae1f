using System.Net.Http.Headers;
using SpLg.LocalSite;

namespace SpLg.Tests.LocalSite;

/// <summary>A local site over loopback in a folder of its own, and a client that knows nothing of SpLg.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly HttpClient client;
    private readonly GraphSchema? schema;
    private readonly bool ownsFolder;

    private RunningSite(LocalSiteServer server, string folder, bool ownsFolder, GraphSchema? schema)
    {
        Server = server;
        Folder = folder;
        this.ownsFolder = ownsFolder;
        this.schema = schema;
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public LocalSiteServer Server { get; }

    public string Folder { get; }

    public string Host => $"localhost:{Server.SiteAddress.Port}";

    public string SiteId { get; private set; } = "";

    public string SitePath => $"sites/{SiteId}";

    public static async Task<RunningSite> StartAsync(
        ITestOutputHelper output,
        Func<LocalSiteOptions, LocalSiteOptions>? change = null,
        string? folder = null,
        SiteSchema? lists = null
    )
    {
        var path = folder ?? Path.Combine(Path.GetTempPath(), $"splg-site-{Guid.NewGuid():N}");
        var options = new LocalSiteOptions(path) { Schema = lists ?? SplgTemplate.Schema };
        var server = await LocalSiteServer.StartAsync(change?.Invoke(options) ?? options);
        var running = new RunningSite(server, path, folder is null, GraphSchema.TryLoad(output.WriteLine));
        running.SiteId = (await running.GetAsync("sites/localhost:/sites/informationssakerhet", "site")).Text("id");
        return running;
    }

    /// <summary>Sends and answers whatever comes. A relative address is below the service root.</summary>
    public async Task<Reply> SendAsync(
        string method,
        string address,
        object? body = null,
        string? token = "app",
        params IReadOnlyList<(string Name, string Value)> headers
    )
    {
        using var request = new HttpRequestMessage(
            new(method),
            address.Contains("://") ? new Uri(address) : new Uri(Server.GraphAddress, address)
        );
        if (token is not null)
            request.Headers.Authorization = new(
                "Bearer",
                token.Any(c => c > 127) ? "user:" + Uri.EscapeDataString(token[5..]) : token
            );
        request.Content = body switch
        {
            null => null,
            byte[] bytes => new ByteArrayContent(bytes),
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await client.SendAsync(request);
        return new(
            response.StatusCode,
            response.Headers,
            response.Content.Headers,
            await response.Content.ReadAsByteArrayAsync()
        );
    }

    /// <summary>Sends, expects the status, and compares the answer with Graph's closed schema of that type.</summary>
    public async Task<JsonElement> SendAsync(
        string method,
        string address,
        HttpStatusCode expected,
        string? type,
        object? body = null,
        string? token = "app",
        params IReadOnlyList<(string Name, string Value)> headers
    )
    {
        var reply = await SendAsync(method, address, body, token, headers);
        Assert.True(reply.Status == expected, $"{method} {address}: {(int)reply.Status} {reply.Text}");
        if (type is null)
            return default;
        AssertValid(type, reply.Json);
        return reply.Json;
    }

    public Task<JsonElement> GetAsync(string address, string type, string? token = "app") =>
        SendAsync("GET", address, HttpStatusCode.OK, type, token: token);

    /// <summary>Expects an error in Graph's form with this status and code; answers its message.</summary>
    public async Task<string> RefusedAsync(
        string method,
        string address,
        HttpStatusCode expected,
        string code,
        object? body = null,
        params IReadOnlyList<(string Name, string Value)> headers
    )
    {
        var error = (await SendAsync(method, address, expected, "error", body, "app", headers)).GetProperty("error");
        Assert.Equal(code, error.Text("code"));
        return error.Text("message");
    }

    /// <summary>A list of the site with these columns, made through Graph; answers its address.</summary>
    public async Task<string> CreateListAsync(string title, params IReadOnlyList<object> columns)
    {
        var list = await SendAsync(
            "POST",
            $"{SitePath}/lists",
            HttpStatusCode.Created,
            "list",
            new
            {
                displayName = title,
                columns,
                list = new { template = "genericList" },
            }
        );
        return $"{SitePath}/lists/{list.Text("id")}";
    }

    public async Task<JsonElement> CreateItemAsync(string list, object fields, string token = "app") =>
        await SendAsync("POST", $"{list}/items", HttpStatusCode.Created, "listItem", new { fields }, token);

    public void AssertValid(string type, JsonElement json)
    {
        if (schema is not null)
            Assert.Empty(schema.Validate(type, json));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Server.DisposeAsync();
        if (ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    /// <summary>An answer with its body read.</summary>
    internal sealed record Reply(
        HttpStatusCode Status,
        HttpResponseHeaders Headers,
        HttpContentHeaders ContentHeaders,
        byte[] Bytes
    )
    {
        public string Text => Encoding.UTF8.GetString(Bytes);

        public JsonElement Json
        {
            get
            {
                using var json = JsonDocument.Parse(Bytes);
                return json.RootElement.Clone();
            }
        }

        public string? Header(string name) =>
            Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
    }
}
