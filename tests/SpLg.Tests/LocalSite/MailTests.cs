namespace SpLg.Tests.LocalSite;

public sealed class MailTests(ITestOutputHelper output)
{
    private const string From = "users/karin.lindqvist@exempel.se/sendMail";

    [Fact]
    public async Task A_mail_is_taken_kept_over_a_restart_and_shown_to_people_and_programs()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"splg-site-{Guid.NewGuid():N}");
        try
        {
            await using (var site = await RunningSite.StartAsync(output, folder: folder))
            {
                var reply = await site.SendAsync("POST", From, Mail("Försenade <åtgärder>", "per.nystrom@exempel.se"));
                Assert.Equal(HttpStatusCode.Accepted, reply.Status);
                Assert.Empty(reply.Bytes);
            }
            await using var again = await RunningSite.StartAsync(output, folder: folder);
            var mail = Assert.Single(
                (
                    await again.SendAsync("GET", new Uri(again.Server.SiteAddress, "/_mail.json").ToString())
                ).Json.EnumerateArray()
            );
            Assert.Equal("karin.lindqvist@exempel.se", mail.Text("from"));
            Assert.Equal("per.nystrom@exempel.se", mail.GetProperty("to")[0].GetString());
            Assert.Equal("Försenade <åtgärder>", mail.Text("subject"));
            // Somebody's mail is theirs: Per Nyström is number 6, and nobody else sees what he got.
            var address = new Uri(again.Server.SiteAddress, "/_mail").ToString();
            var page = (await again.SendAsync("GET", address, token: null, headers: ("Cookie", "splg-person=6"))).Text;
            Assert.DoesNotContain(
                "Försenade",
                (await again.SendAsync("GET", address, token: null, headers: ("Cookie", "splg-person=3"))).Text,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain(
                "Försenade",
                (await again.SendAsync("GET", address, token: null)).Text,
                StringComparison.Ordinal
            );
            Assert.Empty(
                (await again.SendAsync("GET", address + ".json", token: "user:Karin Lindqvist")).Json.EnumerateArray()
            );
            Assert.Equal(
                HttpStatusCode.Unauthorized,
                (await again.SendAsync("GET", address + ".json", token: null)).Status
            );
            Assert.Contains("<h2>Försenade &lt;åtgärder&gt;</h2>", page, StringComparison.Ordinal);
            Assert.Contains("Rad ett<br>Rad två", page, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_is_no_mail_is_refused()
    {
        await using var site = await RunningSite.StartAsync(output);
        await site.RefusedAsync(
            "POST",
            "users/okand@exempel.se/sendMail",
            HttpStatusCode.NotFound,
            "ErrorInvalidUser",
            Mail("x", "per@exempel.se")
        );
        await site.RefusedAsync(
            "POST",
            From,
            HttpStatusCode.BadRequest,
            "ErrorInvalidRecipients",
            new { message = new { subject = "x", toRecipients = Array.Empty<object>() } }
        );
        await site.RefusedAsync("POST", From, HttpStatusCode.BadRequest, "ErrorInvalidRecipients", Mail("x", "per"));
        await site.RefusedAsync("POST", From, HttpStatusCode.BadRequest, "RequestBodyRead", new { subject = "x" });
        await site.RefusedAsync(
            "POST",
            From,
            HttpStatusCode.BadRequest,
            "RequestBodyRead",
            new { message = new { titel = "x" } }
        );
        await site.RefusedAsync(
            "POST",
            From,
            HttpStatusCode.BadRequest,
            "RequestBodyRead",
            new { message = new { body = new { contentType = "pdf", content = "x" } } }
        );
        await site.RefusedAsync(
            "GET",
            "users/karin.lindqvist@exempel.se",
            HttpStatusCode.NotImplemented,
            "notImplemented"
        );
        await site.RefusedAsync("GET", From, HttpStatusCode.MethodNotAllowed, "invalidRequest");
    }

    private static object Mail(string subject, string to) =>
        new
        {
            message = new
            {
                subject,
                body = new { contentType = "Text", content = "Rad ett\nRad två" },
                toRecipients = new[] { new { emailAddress = new { address = to } } },
            },
            saveToSentItems = false,
        };
}
