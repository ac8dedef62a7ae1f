using Microsoft.Graph.Models;

namespace SpLg.SharePoint.Publishing;

/// <summary>
/// The body that makes a page. A single web part cannot be changed reliably: the whole canvas is always sent.
/// https://learn.microsoft.com/graph/api/sitepage-create
/// </summary>
internal static class PageBody
{
    public static Microsoft.Graph.Models.SitePage New(string name, SitePageContent content)
    {
        var page = Changed(content);
        page.Name = name;
        page.PageLayout = PageLayoutType.Article;
        page.PromotionKind = PagePromotionType.NewsPost;
        return page;
    }

    public static Microsoft.Graph.Models.SitePage Changed(SitePageContent content) =>
        new()
        {
            // The model says that it is a baseSitePage, and a wrong type is answered with "Invalid request" and nothing
            // more.
            OdataType = "#microsoft.graph.sitePage",
            Title = content.Title,
            Description = content.Description,
            ShowComments = false,
            ShowRecommendedPages = false,
            TitleArea = new()
            {
                Layout = TitleAreaLayoutType.Plain,
                TextAlignment = TitleAreaTextAlignmentType.Left,
                ShowAuthor = false,
                ShowPublishedDate = true,
                ShowTextBlockAboveTitle = false,
                EnableGradientEffect = false,
            },
            CanvasLayout = new()
            {
                HorizontalSections = [.. content.Sections.Select((html, index) => Section(index + 1, html))],
            },
        };

    private static HorizontalSection Section(int number, string html) =>
        new()
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Layout = HorizontalSectionLayoutType.OneColumn,
            Emphasis = SectionEmphasisType.None,
            Columns =
            [
                new()
                {
                    Id = "1",
                    Width = 12,
                    Webparts = [new TextWebPart { OdataType = "#microsoft.graph.textWebPart", InnerHtml = html }],
                },
            ],
        };
}
