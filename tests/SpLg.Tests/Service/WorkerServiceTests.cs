using System.Collections.Concurrent;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace SpLg.Tests.Service;

/// <summary>The worker as systemd, a collector of logs and whoever watches over it meet it: a process of its own.</summary>
public sealed class WorkerServiceTests(ITestOutputHelper told)
{
    private const string Planted = "Plantagenvägen hemlighet";

    [Fact]
    public async Task Its_log_for_machines_is_an_object_a_line_with_date_level_event_and_scopes()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);

        var output = await WorkedAsync(test, site, id, [], "--set", "Log:Format=Json", "--set", "Log:Level=Debug");

        var lines = output
            .Split('\n')
            .Where(l => l.StartsWith('{'))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToList();
        Assert.NotEmpty(lines);
        Assert.All(
            lines,
            l =>
            {
                Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", l.GetProperty("Timestamp").GetString());
                Assert.NotNull(l.GetProperty("LogLevel").GetString());
            }
        );
        var done = lines.Single(l => l.GetProperty("EventId").GetInt32() == 20);
        Assert.Contains(
            done.GetProperty("Scopes").EnumerateArray(),
            s => s.TryGetProperty("Request", out var request) && request.GetString() == id
        );
    }

    [Fact]
    public async Task Its_log_for_people_begins_each_line_with_date_and_level_and_leaves_steps_out()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);

        var output = await WorkedAsync(test, site, id, []);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1];
        Assert.All(lines, l => Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (info|warn|fail) ", l));
        Assert.Contains(lines, l => l.Contains($" info request {id}: done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_says_how_it_is_on_loopback_and_is_not_ready_while_a_site_does_not_answer()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        var port = FreePort();
        using var worker = SplgProcess.Start(["worker", .. test.Options, "--set", $"Worker:HealthPort={port}"]);
        await worker.SaidAsync("watches");
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };

        await UntilAsync(async () => (await http.GetAsync("/readyz")).StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/")).StatusCode);
        test.Server.Faults.Add(new FaultRule("/items/delta", Status: 403, Count: int.MaxValue));
        await UntilAsync(async () => (await http.GetAsync("/readyz")).StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz")).StatusCode);
        using var answer = JsonDocument.Parse(await http.GetStringAsync("/healthz"));
        Assert.False(
            string.IsNullOrEmpty(
                answer.RootElement.GetProperty("organisations").GetProperty("site").GetProperty("fault").GetString()
            )
        );

        worker.Terminate();
        Assert.Equal(ExitCode.Ok, (await worker.EndAsync()).Code);
    }

    [Fact]
    public async Task Systemd_is_told_that_it_is_ready_that_it_is_alive_and_that_it_stops()
    {
        if (!OperatingSystem.IsLinux())
        {
            told.WriteLine("systemd is on Linux only: nothing was tested.");
            return;
        }
        await using var test = await TestSite.WithFewRowsAsync();
        var path = Path.Combine(test.Folder, "notify");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        var said = new ConcurrentQueue<string>();
        _ = ListenAsync();
        using var worker = SplgProcess.StartAsUnit(
            test.Folder,
            new() { ["NOTIFY_SOCKET"] = path, ["WATCHDOG_USEC"] = "200000" },
            ["worker", .. test.Options]
        );

        await UntilAsync(() => Task.FromResult(said.Count(s => s == "WATCHDOG=1") >= 3));
        worker.Terminate();
        Assert.Equal(ExitCode.Ok, (await worker.EndAsync()).Code);

        await UntilAsync(() => Task.FromResult(said.Contains("STOPPING=1")));
        Assert.Contains("READY=1", said);

        async Task ListenAsync()
        {
            var buffer = new byte[1024];
            while (true)
                said.Enqueue(Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer)));
        }
    }

    [Fact]
    public async Task A_collector_gets_traces_metrics_and_logs_and_no_text_of_a_row_is_in_them()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        await test.AddIncidentAsync(site, Planted, "i-9");
        var id = await test.RequestAsync(site);
        var got = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var collector = await CollectorAsync(got);

        await WorkedAsync(
            test,
            site,
            id,
            new()
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.Single(),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            },
            "--set",
            "Log:Level=Debug"
        );

        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], got.Keys.Order());
        Assert.Contains("splg.request", got["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("splg.requests.ended", got["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("Utkast klart", got["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("Watches", got["/v1/logs"], StringComparison.Ordinal);
        Assert.All(got.Values, text => Assert.DoesNotContain(Planted, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_of_the_same_name_and_a_port_that_is_taken_end_it_with_what_to_do()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var first = SplgProcess.Start(["worker", .. test.Options]);
        await first.SaidAsync("watches");

        using var second = SplgProcess.Start(["worker", .. test.Options]);
        var (code, output) = await second.EndAsync();
        using var third = SplgProcess.Start([
            "worker",
            .. test.Options,
            "--set",
            "Worker:Name=third",
            "--set",
            $"Worker:HealthPort={port}",
        ]);
        var (otherCode, otherOutput) = await third.EndAsync();

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("already the worker", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, otherCode);
        Assert.DoesNotContain("watches", otherOutput, StringComparison.Ordinal);
        Assert.Contains(port.ToString(CultureInfo.InvariantCulture), otherOutput, StringComparison.Ordinal);
    }

    /// <summary>What the worker wrote until the request was done and it was told to stop.</summary>
    private static async Task<string> WorkedAsync(
        TestSite test,
        OpenSite site,
        string request,
        Dictionary<string, string> environment,
        params string[] more
    )
    {
        using var worker = SplgProcess.Start(environment, ["worker", .. test.Options, .. more]);
        await UntilAsync(async () =>
            (await test.ReadRequestAsync(site, request)) is { RunId: null } read
            && read.Status.Is(ReviewStatus.DraftReady)
        );
        worker.Terminate();
        var (code, output) = await worker.EndAsync();
        Assert.True(code == ExitCode.Ok, output);
        return output;
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentDictionary<string, string> got)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            got.AddOrUpdate(
                context.Request.Path.Value!,
                Encoding.UTF8.GetString(body.ToArray()),
                (_, before) => before + Encoding.UTF8.GetString(body.ToArray())
            );
        });
        await app.StartAsync();
        return app;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !await condition(); await Task.Delay(25))
            Assert.True(
                TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(30),
                "It did not happen within 30 s."
            );
    }
}
