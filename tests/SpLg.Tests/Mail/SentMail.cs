namespace SpLg.Tests.Mail;

/// <summary>A mail the local site has taken.</summary>
internal sealed record SentMail(string From, IReadOnlyList<string> To, string Subject, string Content)
{
    /// <summary>Oldest first.</summary>
    public static async Task<IReadOnlyList<SentMail>> OfAsync(TestSite test)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "program");
        var text = await http.GetStringAsync(new Uri(test.Server.SiteAddress, "/_mail.json"));
        return JsonSerializer.Deserialize<List<SentMail>>(text, JsonSerializerOptions.Web)!;
    }
}
