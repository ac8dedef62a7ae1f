using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using SpLg.Core.Pages;
using SpLg.Tests.Demo;

namespace SpLg.Tests.Pages;

/// <summary>
/// Every number of the page is one of the review that it is made of, whose document says the same. With
/// <c>SPLG_FULL=1</c> many made-up organisations, without it some.
/// </summary>
public sealed partial class PageFiguresTests
{
    private static readonly (int Rounds, ulong[] Seeds) Tried = SampleOrAll.IsAll
        ? (100, [20261130, 7, 4711])
        : (10, [20261130]);

    private static readonly ReviewLinks Links = new(
        new("https://contoso.sharepoint.com/a.docx"),
        null,
        new("https://contoso.sharepoint.com/a"),
        []
    );

    [Fact]
    public void Every_number_of_the_page_is_one_of_the_review() => AssertFigures(DemoLists.Review(Edition.Open));

    [Fact]
    public void Every_number_of_the_page_is_one_of_the_review_whatever_the_rows_are()
    {
        foreach (var seed in Tried.Seeds)
        {
            Check.One(
                Config.QuickThrowOnFailure.WithMaxTest(Tried.Rounds).WithReplay(seed, 23),
                Prop.ForAll(
                    RandomRows.Of(RandomRows.Loose, "Öppen", "", "Öppen", "Intern").ToArbitrary(),
                    rows =>
                    {
                        var organisation = rows.Organisation();
                        AssertFigures(organisation.Build(Edition.Open));
                    }
                )
            );
        }
    }

    private static void AssertFigures(BuiltReview review)
    {
        var page = ReviewPage.Of(review, Links);
        var body = XElement.Parse($"<body>{string.Concat(page.Sections)}</body>");

        // The table says each figure of the summary in its row.
        Assert.Equal(
            review.Of(Summary.Section).Figures.Select(f => string.Join('|', f.Name, f.Now, f.BeforeText)),
            body.Descendants("tbody")
                .Elements("tr")
                .Select(r => string.Join('|', r.Elements().Take(3).Select(c => c.Value)))
        );
        // Every sentence with a number stands in the review as it stands on the page. The mark is a hash and no figure.
        var told = Told(review);
        var elsewhere = body.Descendants("li")
            .Concat(body.Elements("p"))
            .Select(e => e.Value)
            .Where(t => !t.StartsWith("Kontrollnummer: ", StringComparison.Ordinal));
        foreach (var text in elsewhere)
        {
            Assert.All(
                Numbers(text),
                number => Assert.True(told.Contains(number), $"{number} is no number of the review: {text}")
            );
        }
    }

    private static HashSet<string> Told(BuiltReview review) =>
        [
            .. Numbers(FieldText.Of(review)),
            .. review.Of(StandingTexts.Section).HtmlByKey.Values.SelectMany(Numbers),
            .. review.Of(Summary.Section).Figures.SelectMany(f => Numbers(f.Meaning ?? "")),
        ];

    private static IEnumerable<string> Numbers(string text) =>
        Number().Matches(text).Select(m => m.Value.Replace("\u00a0", "", StringComparison.Ordinal).TrimStart('0'));

    // With the thousands of 12 345 and the decimals of 3,5.
    [GeneratedRegex(@"\d+(?:\u00a0\d{3})*(?:,\d+)?", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
