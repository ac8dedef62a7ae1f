using System.Diagnostics;

namespace SpLg.Tests.Secrecy;

/// <summary>What an open row gives as an address leads to what every employee may open, or is no link.</summary>
public sealed class OpenLinksTests
{
    private const string Site = "https://contoso.sharepoint.com/sites/infosak";

    [Theory]
    [InlineData(Site + "/SitePages/ledningens-genomgang-2026.aspx", true)]
    [InlineData(Site + "/PublishedReviews/Ledningens%20genomg%C3%A5ng%202026.docx?web=1", true)]
    [InlineData("https://contoso.sharepoint.com/sites/intranet/Lists/Nyheter/AllItems.aspx", true)]
    [InlineData("https://contoso.sharepoint.com/sites/infosakerhet2/Delade%20dokument/x.pdf", true)]
    [InlineData("https://www.imy.se/vagledning", true)]
    [InlineData(Site + "/Lists/Incidents/DispForm.aspx?ID=3", false)]
    [InlineData("HTTPS://CONTOSO.SharePoint.com:443/Sites/InfoSak/lists/incidents/3_.000", false)]
    [InlineData(Site + "/%4Cists/Incidents", false)]
    [InlineData(Site + "/SitePages/%2e%2e/Lists/Incidents", false)]
    [InlineData(Site + "/SitePages/%252e%252e/WorkDocuments/x.docx", false)]
    [InlineData(Site + "/WorkDocuments/Ledningens%20genomg%C3%A5ng%202026.docx", false)]
    [InlineData(Site + "/_layouts/15/Doc.aspx?sourcedoc=%7B1%7D", false)]
    [InlineData(Site, false)]
    [InlineData("https://contoso.sharepoint.com/:w:/r/sites/infosak/WorkDocuments/x.docx", false)]
    [InlineData("https://contoso.sharepoint.com/_layouts/15/x.aspx?u=%2Fsites%2Finfosak%2FLists%2FIncidents", false)]
    [InlineData("/sites/infosak/Lists/Incidents", false)]
    [InlineData("http://contoso.sharepoint.com./sites/infosak/Lists/Incidents", false)]
    [InlineData("https://contoso.sharepoint.com//sites/infosak//Lists/Incidents", false)]
    [InlineData("https:/contoso.sharepoint.com/sites/infosak/Lists/Incidents", false)]
    [InlineData("https:\\\\contoso.sharepoint.com\\sites\\infosak\\Lists\\Incidents", false)]
    [InlineData("https://exempel.se/r?u=https://contoso.sharepoint.com/sites/infosak/Lists/Incidents", false)]
    [InlineData("mailto:a@b.se?body=https%3A%2F%2Fcontoso.sharepoint.com%2Fsites%2Finfosak%2FLists", false)]
    [InlineData("ms-word:ofe|u|https://contoso.sharepoint.com/sites/infosak/WorkDocuments/x.docx", false)]
    [InlineData("https://exempel.se/sites/infosak/Lists/Incidents", true)]
    [InlineData("https://min-contoso.sharepoint.com/sites/infosak/Lists/Incidents", true)]
    public void An_address_is_kept_where_every_employee_may_open_it(string address, bool isKept)
    {
        var review = Build(address, Edition.Open, [new("Incidenter", new(Site + "/Lists/Incidents"))]);

        Assert.Equal(isKept ? address : null, review.Context.Factors.Single().SourceUrl);
        Assert.Equal(isKept ? address : null, review.GoverningDocuments.Local.Single().Url);
        Assert.Equal(
            address,
            Build(address, Edition.Full, [new("Incidenter", new(Site + "/Lists/Incidents"))])
                .Context.Factors.Single()
                .SourceUrl
        );
    }

    [Theory]
    [InlineData("https://contoso.sharepoint.com/sites/infosak/Lists/Incidents/DispForm.aspx?ID=3", false)]
    [InlineData("https://contoso.sharepoint.com/sites/infosak/Templates/mall.docx", false)]
    [InlineData("https://contoso.sharepoint.com/sites/infosak/Mallar/mall.docx", false)]
    [InlineData("https://contoso.sharepoint.com/sites/infosak/Arbetsdokument/utkast.docx", false)]
    [InlineData("https://contoso.sharepoint.com/sites/infosak/_vti_bin/client.svc", false)]
    [InlineData("https://www.imy.se/vagledning", true)]
    public void Of_rows_from_files_an_address_of_a_list_is_told_by_itself(string address, bool isKept) =>
        Assert.Equal(isKept ? address : null, Build(address, Edition.Open, []).Context.Factors.Single().SourceUrl);

    [Theory]
    [InlineData("<p>Se <a href=\"{0}/Lists/Incidents/DispForm.aspx?ID=3\">raden</a></p>", "Se raden")]
    [InlineData(
        "<p>Se <a title=\"href='https://www.imy.se/\" href=\"{0}/Lists/Incidents\" lang=\"'\">raden</a></p>",
        "Se raden"
    )]
    [InlineData("<p>Se <a href=\"{0}&#x2f;Lists&sol;Incidents\">raden</a></p>", "Se raden")]
    [InlineData("<p>Se <a href=\"/sites/infosak/WorkDocuments/x.docx\">raden</a></p>", "Se raden")]
    [InlineData("<p>Se <a href=\"{0}/Lists/Incidents\"></a></p>", "Se (adressen visas inte öppet)")]
    [InlineData("<p>Se {0}/Lists/Incidents/AllItems.aspx.</p>", "Se (adressen visas inte öppet).")]
    [InlineData("<p>Se {0}/Li<b>sts</b>/Incidents</p>", "Se (adressen visas inte öppet)")]
    [InlineData(
        "Se \\\\contoso.sharepoint.com\\sites\\infosak\\Lists och https://exempel.se/?u={0}/Lists/x.",
        "Se (adressen visas inte öppet) och (adressen visas inte öppet)."
    )]
    [InlineData(
        "Se contoso.sharepoint.com/sites/infosak/WorkDocuments/x.docx, tack",
        "Se (adressen visas inte öppet), tack"
    )]
    [InlineData("<ol start=3><li>Se (/sites/infosak/Lists/Incidents)</ol>", "3. Se ((adressen visas inte öppet))")]
    public void A_text_that_is_open_leads_to_no_closed_place_by_link_or_words(string text, string expected)
    {
        var html = text.Replace("{0}", Site, StringComparison.Ordinal);
        var open = TextBlock(html, Edition.Open);

        Assert.Equal(expected, HtmlText.Plain(open));
        Assert.DoesNotContain("/sites/infosak", open, StringComparison.Ordinal);
        Assert.Equal(html, TextBlock(html, Edition.Full));
    }

    [Theory]
    [InlineData(
        "<p>Se <a href=\"{0}/SitePages/x.aspx\">sidan</a> och https://www.imy.se/vagledning, ”och/eller” KFN 2024/0412</p>"
    )]
    [InlineData("{0}/PublishedReviews/Ledningens%20genomgång%202026.docx")]
    public void A_text_that_leads_to_open_places_stands_as_it_is(string text)
    {
        var html = text.Replace("{0}", Site, StringComparison.Ordinal);
        Assert.Equal(html, TextBlock(html, Edition.Open));
    }

    [Fact]
    public void An_address_in_the_words_of_any_open_row_is_covered_where_not_all_may_open_it()
    {
        var lists = new Organisation()
            .Add(
                "ContextFactors",
                ("Title", "Ny lag"),
                ("Publication", "Öppen"),
                ("Year", "2026"),
                ("AsOf", $"{Site}/Lists/Incidents"),
                ("Text", $"Se {Site}/Lists/Incidents och {Site}/SitePages/x.aspx")
            )
            .Read();
        var links = new Dictionary<string, Uri> { ["Incidenter"] = new(Site + "/Lists/Incidents") };

        var review = BuiltReview.Build(
            lists with
            {
                ListLinks = links,
            },
            null,
            Organisation.Years,
            Edition.Open,
            new(2026, 11, 30),
            []
        );
        var factor = Assert.Single(review.Context.Factors);

        Assert.Equal($"Se (adressen visas inte öppet) och {Site}/SitePages/x.aspx", factor.Text);
        Assert.DoesNotContain(
            "/Lists/",
            factor.AsOf.Text + string.Concat(factor.Origin.Unread),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a/")]
    [InlineData("/")]
    [InlineData("https://contoso.sharepoint.com/sites/infosak/SitePages/")]
    public void A_megabyte_of_anything_is_looked_through_in_a_moment(string piece)
    {
        var links = OpenLinks.Of([new(Site + "/Lists/Incidents")]);
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)) + " /";
        var clock = Stopwatch.StartNew();

        Assert.NotNull(links.Words(text));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{piece}: {clock.Elapsed}");
    }

    private static string TextBlock(string html, Edition edition)
    {
        var lists = new Organisation()
            .Add(
                "TextBlocks",
                ("Title", "T"),
                ("Key", "Inledning"),
                ("Form", "Alla"),
                ("Publication", "Öppen"),
                ("Text", html)
            )
            .Read() with
        {
            ListLinks = new Dictionary<string, Uri> { ["Incidenter"] = new(Site + "/Lists/Incidents") },
        };
        return (edition == Edition.Open ? OpenEdition.Of(lists) : lists).TextBlocks.Single().Text!;
    }

    private static BuiltReview Build(string address, Edition edition, IReadOnlyList<KeyValuePair<string, Uri>> links)
    {
        var lists = new Organisation()
            .Add(
                "ContextFactors",
                ("Title", "Ny lag"),
                ("Publication", "Öppen"),
                ("Year", "2026"),
                ("SourceUrl", address)
            )
            .Add(
                "GoverningDocuments",
                ("Title", "Riktlinje"),
                ("Publication", "Öppen"),
                ("Year", "2026"),
                ("Url", address)
            )
            .Read();
        return BuiltReview.Build(
            lists with
            {
                ListLinks = new Dictionary<string, Uri>(links),
            },
            null,
            Organisation.Years,
            edition,
            new(2026, 11, 30),
            new List<Finding>()
        );
    }
}
