using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Review;
using SpLg.Tests.Review;

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
    public void An_address_is_kept_where_every_employee_may_open_it(string address, bool isKept)
    {
        var review = Build(address, Edition.Open, [new("Incidenter", new(Site + "/Lists/Incidents"))]);

        Assert.Equal(isKept ? address : null, review.Context.Factors.Single().SourceUrl);
        Assert.Equal(isKept ? address : null, review.GoverningDocuments.Local.Single().Url);
        Assert.Equal(address, Build(address, Edition.Full, [new("Incidenter", new(Site + "/Lists/Incidents"))]).Context.Factors.Single().SourceUrl);
    }

    [Theory]
    [InlineData("https://contoso.sharepoint.com/sites/infosak/Lists/Incidents/DispForm.aspx?ID=3", false)]
    [InlineData("https://www.imy.se/vagledning", true)]
    public void Of_rows_from_files_an_address_of_a_list_is_told_by_itself(string address, bool isKept) =>
        Assert.Equal(isKept ? address : null, Build(address, Edition.Open, []).Context.Factors.Single().SourceUrl);

    private static ManagementReview Build(string address, Edition edition, IReadOnlyList<KeyValuePair<string, Uri>> links)
    {
        var lists = new Organisation()
            .Add("ContextFactors", ("Title", "Ny lag"), ("Publication", "Öppen"), ("Year", "2026"), ("SourceUrl", address))
            .Add("GoverningDocuments", ("Title", "Riktlinje"), ("Publication", "Öppen"), ("Year", "2026"), ("Url", address))
            .Read();
        return ReviewBuilder.Build(lists with { ListLinks = new Dictionary<string, Uri>(links) }, null, 2026, edition, new(2026, 11, 30), new List<Finding>());
    }
}
