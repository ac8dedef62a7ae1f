using System.Text.RegularExpressions;
using System.Xml.Linq;
using SpLg.Core.Pages;
using SpLg.Tests.Demo;

namespace SpLg.Tests.Pages;

public partial class ReviewPageTests
{
    private static readonly ReviewLinks Links = new(
        new("https://contoso.sharepoint.com/sites/i/PublishedReviews/Ledningens%20genomg%C3%A5ng%202026.docx?web=1"),
        new("https://contoso.sharepoint.com/sites/i/PublishedReviews/Ledningens%20genomg%C3%A5ng%202026.pdf"),
        new("https://contoso.sharepoint.com/sites/i/PublishedReviews"),
        [
            new(2024, new("https://contoso.sharepoint.com/2024.docx"), null),
            new(2025, new("https://contoso.sharepoint.com/2025.docx"), new("https://contoso.sharepoint.com/2025.aspx")),
            new(2026, new("https://contoso.sharepoint.com/2026.docx"), null),
        ]
    );

    [Fact]
    public void No_secret_is_anywhere_in_the_page_and_what_is_open_is_there()
    {
        var organisation = PlantedRows.Build();
        var lists = organisation.Read();
        var review = BuiltReview.Build(
            lists,
            PlantedRows.Request(lists),
            Organisation.Years,
            Edition.Open,
            Organisation.Today,
            organisation.Findings
        );

        var page = ReviewPage.Of(review, Links);

        var all = string.Join('\n', [page.Title, page.Description, .. page.Sections]);
        Assert.DoesNotContain(PlantedRows.Secret, WebUtility.HtmlDecode(all), StringComparison.OrdinalIgnoreCase);
        Assert.All(
            (string[])["SettingsOrganisationName", "ReviewRequestsRegistryNumber", "DecisionsTitle", "DecisionsText"],
            shown => Assert.Contains(PlantedRows.Public + shown, all, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_full_edition_makes_no_page()
    {
        var organisation = PlantedRows.Build();

        Assert.Throws<ArgumentException>(() => ReviewPage.Of(organisation.Build(), Links));
    }

    [Fact]
    public void What_people_have_written_stands_as_words_and_never_as_markup()
    {
        var page = Page(
            new Organisation()
                .Add("Settings", ("OrganisationName", "Nämnden för <barn> & unga"), ("OrganisationForm", "Nämnd"))
                .Add(
                    "Decisions",
                    ("Title", "Köp \"larm\" <script>alert(1)</script>"),
                    ("Text", "A < B & C"),
                    ("Year", Organisation.Year)
                )
                .Add(
                    "TextBlocks",
                    ("Key", "slutsats"),
                    ("Form", "Alla"),
                    (
                        "Text",
                        "<p onclick=\"x()\">Systemet är <b>lämpligt</b>.</p><ul><li>ett "
                            + "&lt;i&gt;</li><li>två</li></ul><script>alert(2)</script>"
                    )
                )
        );

        var text = TextOf(page);
        Assert.Contains("Nämnden för <barn> & unga", text, StringComparison.Ordinal);
        Assert.Contains("Köp \"larm\" <script>alert(1)</script>. A < B & C", text, StringComparison.Ordinal);
        Assert.Contains("Systemet är lämpligt.", text, StringComparison.Ordinal);
        Assert.Contains("<ul><li>ett &lt;i&gt;</li><li>två</li></ul>", Html(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Html(page), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onclick", Html(page), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_element_is_closed_headings_follow_each_other_and_the_table_names_its_columns_and_rows()
    {
        var root = XElement.Parse($"<body>{Html(DemoPage())}</body>");

        var levels = root.Descendants().Select(e => e.Name.LocalName).Where(n => n is "h2" or "h3").ToList();
        Assert.Equal("h2", levels[0]);
        Assert.DoesNotContain(root.Descendants(), e => e.Name.LocalName is "h1" or "img" or "style" or "script");
        var table = Assert.Single(root.Descendants("table"));
        Assert.Equal("Siffror för 2026 jämförda med 2025", table.Element("caption")!.Value);
        var columns = table.Element("thead")!.Descendants("th").ToList();
        Assert.Equal(["Vad som mäts", "2026", "2025", "Jämfört med 2025"], columns.Select(c => c.Value));
        Assert.All(columns, c => Assert.Equal("col", c.Attribute("scope")!.Value));
        Assert.All(
            table.Element("tbody")!.Elements("tr"),
            row =>
            {
                Assert.Equal("row", row.Element("th")!.Attribute("scope")!.Value);
                Assert.Equal(columns.Count, row.Elements().Count());
                Assert.All(row.Elements(), cell => Assert.NotEqual("", cell.Value.Trim()));
            }
        );
        // A link says where it leads without the words around it.
        var links = root.Descendants("a").Select(a => a.Value).ToList();
        Assert.Equal(links.Distinct(), links);
    }

    [Fact]
    public void The_figures_are_those_of_the_document_and_say_what_they_mean()
    {
        var review = DemoReview();
        var text = TextOf(ReviewPage.Of(review, Links));

        Assert.NotEmpty(review.Summary.Figures);
        Assert.All(
            review.Summary.Figures,
            f =>
            {
                Assert.Contains(
                    $"{f.Name}{f.Now}{f.BeforeText}{Trend.WithoutNumbers(f.Trend)}",
                    text,
                    StringComparison.Ordinal
                );
                Assert.Contains($"{f.Name}: {f.Meaning}.", text, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("Nämnd", "går förvaltningschefen igenom hur Provet skyddar sin information")]
    [InlineData("Bolag", "går bolagschefen igenom hur Provet skyddar sin information")]
    [InlineData("", "går den ansvariga chefen igenom hur Provet skyddar sin information")]
    public void It_speaks_of_the_head_that_the_organisation_has(string form, string says) =>
        Assert.Contains(
            says,
            TextOf(
                Page(new Organisation().Add("Settings", ("OrganisationName", "Provet"), ("OrganisationForm", form)))
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_there_is_nothing_of_is_said()
    {
        var text = TextOf(Page(new Organisation(), new(Links.Document, null, Links.Library, [])));

        Assert.Contains(
            "går den ansvariga chefen igenom hur verksamheten skyddar sin information",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Det finns inga siffror att visa.", text, StringComparison.Ordinal);
        Assert.Contains("Inga beslut redovisas i den öppna utgåvan.", text, StringComparison.Ordinal);
        Assert.Contains("Ingen samlad bedömning är nedskriven i den öppna utgåvan.", text, StringComparison.Ordinal);
        Assert.Contains("Det finns ingen PDF av dokumentet.", text, StringComparison.Ordinal);
        Assert.Contains("Inga andra år är publicerade här ännu.", text, StringComparison.Ordinal);
        Assert.Contains("Genomgången har inget diarienummer.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_years_stand_with_the_latest_first_and_the_year_itself_is_not_among_them()
    {
        var text = TextOf(Page(new Organisation()));

        Assert.Contains(
            "Sidan om genomgången 2025 och hela genomgången 2025 (Word)Hela genomgången 2024 (Word)",
            text,
            StringComparison.Ordinal
        );
        Assert.Single(
            Regex.Matches(text, @"Hela genomgången 2026 \(Word\)", RegexOptions.None, TimeSpan.FromSeconds(1))
        );
    }

    [Fact]
    public void The_mark_is_the_same_for_the_same_page_and_another_for_another()
    {
        var (one, same) = (DemoPage(), DemoPage());
        var other = ReviewPage.Of(DemoReview(), Links with { Pdf = null });

        Assert.Equal(one.Sections, same.Sections);
        Assert.Matches("^[0-9a-f]{8}$", one.Mark);
        Assert.EndsWith(
            $"<p>Kontrollnummer: {one.Mark}. Det visar vilken version av sidan det här är.</p>",
            one.Sections[^1],
            StringComparison.Ordinal
        );
        Assert.NotEqual(one.Mark, other.Mark);
    }

    private static ReviewPage DemoPage() => ReviewPage.Of(DemoReview(), Links);

    private static BuiltReview DemoReview() => DemoLists.Review(Edition.Open);

    private static ReviewPage Page(Organisation organisation, ReviewLinks? links = null) =>
        ReviewPage.Of(organisation.Build(Edition.Open), links ?? Links);

    private static string Html(ReviewPage page) => string.Concat(page.Sections);

    private static string TextOf(ReviewPage page) => WebUtility.HtmlDecode(Tags().Replace(Html(page), ""));

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
