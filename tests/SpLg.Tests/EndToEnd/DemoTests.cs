using System.Net.Sockets;

namespace SpLg.Tests.EndToEnd;

public sealed class DemoTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("splg-demo-test-").FullName;

    [Fact]
    public async Task The_demonstration_ends_with_a_document_and_a_second_run_on_its_folder_changes_nothing()
    {
        var document = Path.Combine(folder, "Ledningens genomgång 2027.docx");
        var site = Path.Combine(folder, "kept");

        // The lists have addresses, and a document leads to them: another port would be another site.
        var port = FreePort();
        var first = await SplgRun.InProcessAsync("demo", "--folder", site, "--port", port, "--out", folder);
        Assert.True(first.Code == ExitCode.Ok, first.ToString());
        Assert.Contains("status Utkast klart", first.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Request: Ledningens genomgång 2027, status Publicerad",
            first.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("/SitePages/ledningens-genomgang-2027.aspx", first.Output, StringComparison.Ordinal);
        Assert.Contains("The local site listens at http://", first.Error, StringComparison.Ordinal);
        var story = first
            .Error.Split('\n')
            .Select(l => l.Trim())
            .Where(l => l.Contains("  Ledningens genomgång 2027: ", StringComparison.Ordinal))
            .ToList();
        Assert.All(story, l => Assert.Matches("^[0-9]{2}:[0-9]{2}:[0-9]{2}  ", l));
        Assert.Equal(
            [
                "Begärd",
                "Läser",
                "Utkast klart",
                "Uppdatering begärd",
                "Läser",
                "Utkast klart",
                "För fastställande",
                "Fastställs trots brister (set by Karin Ekdahl)",
                "Publicerad",
            ],
            story.Select(l => l.Split(": ")[1])
        );
        Assert.DoesNotContain("Opening", first.Error, StringComparison.Ordinal);
        var made = await File.ReadAllBytesAsync(document);
        Documents.AssertValid(made);
        Assert.DoesNotContain("{{", Documents.Text(made), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await SplgRun.InProcessAsync("verify", document)).Code);

        var second = await SplgRun.InProcessAsync("demo", "--folder", site, "--port", port, "--out", folder);
        Assert.True(second.Code == ExitCode.Ok, second.ToString());
        Assert.Contains("the library has this document already", second.Error, StringComparison.Ordinal);
        Assert.Equal(made, await File.ReadAllBytesAsync(document));
    }

    [Fact]
    public async Task Kept_up_it_serves_its_pages_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        using var output = new StringWriter();
        var shown = new ShownLines(output);
        var screen = new Terminal.Screen(shown, TextWriter.Synchronized(new StringWriter()), interactive: false);
        var run = new CommandLine(screen, new Dictionary<string, string>(), TimeProvider.System).RunAsync(
            ["demo", "--keep", "--out", folder],
            stop.Token
        );

        var address = await shown.LineWith("The site stays up at ").WaitAsync(TimeSpan.FromSeconds(120));
        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(
            address.Split(' ').First(w => w.StartsWith("http", StringComparison.Ordinal))
        );
        await stop.CancelAsync();

        var article = await shown.LineWith("The page that employees read: ").WaitAsync(TimeSpan.FromSeconds(20));
        Assert.EndsWith("/SitePages/ledningens-genomgang-2027.aspx", article, StringComparison.Ordinal);
        Assert.Contains("Publicerade genomgångar", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await run);
    }

    /// <summary>
    /// A port below those that systems give out by themselves (from 32768 on Linux, 49152 elsewhere): one of these is
    /// soon taken by another test's connection, between the two runs that need it.
    /// </summary>
    private static string FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return $"{port}";
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Another one then.
            }
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Lets a test wait for a line instead of for a time.</summary>
    private sealed class ShownLines(StringWriter all) : StringWriter
    {
        private readonly Lock gate = new();
        private readonly List<(string Part, TaskCompletionSource<string> Seen)> waiting = [];

        public Task<string> LineWith(string part)
        {
            var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (gate)
                waiting.Add((part, seen));
            Look();
            return seen.Task;
        }

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value)
        {
            lock (gate)
                all.Write(value);
            Look();
        }

        private void Look()
        {
            lock (gate)
            {
                var lines = all.ToString().ReplaceLineEndings("\n").Split('\n')[..^1];
                foreach (var (part, seen) in waiting)
                {
                    if (lines.FirstOrDefault(l => l.Contains(part, StringComparison.Ordinal)) is { } line)
                        seen.TrySetResult(line);
                }
            }
        }
    }
}
