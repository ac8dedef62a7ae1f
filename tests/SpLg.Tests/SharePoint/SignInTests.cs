using System.Diagnostics;
using System.IO.Compression;

namespace SpLg.Tests.SharePoint;

/// <summary>
/// Whatever the sign-in service answers is told in one line; what may pass is tried again, what the settings are to
/// blame for is not.
/// </summary>
public sealed class SignInTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(90);

    public static TheoryData<string> Odd =>
        [
            "",
            "null",
            "7",
            "[]",
            "{",
            "{}",
            "<html>Logga in</html>",
            "{\"access_token\":\"the-token",
            "{\"access_token\":null,\"expires_on\":\"4102444800\"}",
            "{\"access_token\":\"\",\"expires_on\":\"4102444800\"}",
            "{\"access_token\":7,\"expires_on\":\"4102444800\"}",
            "{\"access_token\":{},\"expires_on\":\"4102444800\"}",
            "{\"access_token\":\"två\\nrader\",\"expires_on\":\"4102444800\"}",
            "{\"access_token\":\"the-token-of-the-test\"}",
            "{\"access_token\":\"the-token-of-the-test\",\"expires_on\":null}",
            "{\"access_token\":\"the-token-of-the-test\",\"expires_on\":\"soon\"}",
            "{\"access_token\":\"the-token-of-the-test\",\"expires_on\":{}}",
            "{\"access_token\":\"the-token-of-the-test\",\"expires_on\":\"99999999999999999999\"}",
            "{\"access_token\":\"the-token-of-the-test\",\"expires_on\":\"999999999999999\"}",
            "{\"access_token\":\"the-token-of-the-test\",\"expires_on\":\"-1\"}",
            "{\"access_token\":\"the-token-of-the-test\",\"expires_on\":1e300}",
            "{\"access_token\":\"the-token-of-the-test\",\"expires_on\":\"0\"}",
            "{\"access_token\":\"the-token-of-the-test\",\"access_token\":\"x\",\"expires_on\":\"4102444800\"}",
            new string('[', 20_000),
            "{\"access_token\":\"" + new string('a', 100_000) + "\",\"expires_on\":\"4102444800\"}",
            "{\"access_token\":\"" + new string('a', 3_000_000) + "\",\"expires_on\":\"4102444800\"}",
        ];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_token_that_is_none_is_told_in_one_line_and_may_pass(string body)
    {
        var fault = await SignInAsync(GraphAnswer.Bytes(200, Encoding.UTF8.GetBytes(body)));
        output.WriteLine(fault?.Message ?? "signed in");
        Assert.True(fault is null || fault.MayPass, fault?.Message);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(520)]
    public async Task A_status_that_says_nothing_of_the_settings_may_pass_and_is_not_waited_for_longer_than_we_will(
        int status
    )
    {
        var answer = GraphAnswer.Bytes(
            status,
            "<html>\n<body>Försök senare</body></html>"u8.ToArray(),
            "text/html",
            ("Retry-After", "86400"),
            ("Location", "/token")
        );
        var fault = await SignInAsync(answer);
        Assert.True(fault!.MayPass, fault.Message);
    }

    [Fact]
    public async Task A_connection_that_breaks_and_a_packed_text_without_end_may_pass()
    {
        Assert.True((await SignInAsync(GraphAnswer.Drop))!.MayPass);
        var endless = new GraphAnswer(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var body = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            var piece = new byte[1 << 20];
            for (var n = 0; n < 2048 && !context.RequestAborted.IsCancellationRequested; n++)
                await body.WriteAsync(piece, context.RequestAborted);
        });
        Assert.True((await SignInAsync(endless))!.MayPass);
    }

    [Fact]
    public async Task A_sign_in_service_that_answers_in_drops_is_given_up_like_any_other()
    {
        var drops = new GraphAnswer(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(" "u8.ToArray(), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(20, context.RequestAborted);
            }
        });
        var fault = await SignInAsync(drops, TimeSpan.FromSeconds(1));
        Assert.True(fault!.MayPass, fault.Message);
    }

    [Theory]
    [InlineData(
        """{"error":"invalid_client","error_description":"AADSTS700027: The certificate is not registered."}"""
    )]
    [InlineData("""{"error":"unauthorized_client","error_description":"AADSTS700016: Application was not found."}""")]
    public void What_the_service_says_of_application_and_certificate_is_for_somebody_to_mend(string error)
    {
        var code = error.Split('"')[3];
        var cause = new Microsoft.Identity.Client.MsalServiceException(code, error, statusCode: 401);
        Assert.False(SignInFault.MayPass(new Azure.Identity.AuthenticationFailedException("x", cause)));
        var busy = new Microsoft.Identity.Client.MsalServiceException(
            "temporarily_unavailable",
            error,
            statusCode: 503
        );
        Assert.True(SignInFault.MayPass(new Azure.Identity.AuthenticationFailedException("x", busy)));
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_is_for_somebody_to_mend()
    {
        await using var script = await GraphScript.StartAsync(output);
        var options = script.Options() with
        {
            SignIn = new SignIn.Certificate(Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), "/nowhere/splg.pem"),
        };
        using var graph = new GraphClient(options, new GraphClock());

        var fault = await Assert.ThrowsAsync<AccessDeniedException>(() => new SiteReader(graph).FindAsync(default));

        Assert.False(fault.MayPass, fault.Message);
    }

    [Fact]
    public async Task A_worker_that_is_alone_waits_until_it_can_sign_in_and_says_so_in_one_line()
    {
        await using var identity = await IdentityServer.StartAsync();
        identity.Answer = GraphAnswer.Bytes(503, "<html>Stängt</html>"u8.ToArray(), "text/html");
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        var log = new Lines();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestSite.Deadline());
        var local = SpLg.Commands.LocalSettings.Of(
            test.Server,
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"),
            test.Worker("one")
        );
        var settings = local with
        {
            Site = local.Site! with { SignIn = SignInKind.ManagedIdentity, ClientId = Guid.NewGuid().ToString() },
        };

        var work = new OrganisationWork(settings, TimeProvider.System, log).RunAsync(once: false, stop.Token);
        while (!log.Events.Contains(nameof(WorkerLog.WillTryAgain)))
        {
            Assert.False(work.IsCompleted, log.ToString());
            await Task.Delay(50, stop.Token);
        }
        Assert.DoesNotContain(log.All, l => l.Contains('\n', StringComparison.Ordinal));
        identity.Answer = IdentityServer.Token();
        while (!(await test.ReadRequestAsync(site, id)).Status.Is(SpLg.Core.Rows.ReviewStatus.DraftReady))
        {
            Assert.False(work.IsCompleted, log.ToString());
            await Task.Delay(50, stop.Token);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    /// <returns>Null when it could sign in.</returns>
    private async Task<GraphException?> SignInAsync(GraphAnswer answer, TimeSpan? within = null)
    {
        await using var identity = await IdentityServer.StartAsync();
        identity.Answer = answer;
        var options = new SharePointOptions
        {
            Site = new("https://contoso.sharepoint.com/sites/informationssakerhet"),
            Graph = identity.Graph,
            // Tokens are remembered by the id, for the whole process.
            SignIn = new SignIn.ManagedIdentity(Guid.NewGuid().ToString()),
        };
        using var graph = new GraphClient(options, new GraphClock());
        var since = Stopwatch.StartNew();
        var fault = await Record.ExceptionAsync(() =>
            graph.AskAsync(
                (option, token) => graph.Api.Sites["x"].GetAsync(option.On, token),
                read => read,
                default,
                new() { Limit = within ?? TimeSpan.FromSeconds(100) }
            )
        );

        Assert.True(since.Elapsed < Soon, $"{since.Elapsed}");
        if (fault is null)
            return null;
        var told = Assert.IsAssignableFrom<GraphException>(fault);
        Assert.DoesNotContain(told.Message, char.IsControl);
        Assert.True(told.Message.Length < 2500, told.Message);
        return told;
    }
}
