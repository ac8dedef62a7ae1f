using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>
/// What people write into an open edition keeps it from the hand-over as what stands in an open row does.
/// </summary>
public sealed class WrittenFaultTests
{
    private static readonly OpenLinks Links = OpenLinks.Of([
        new("https://contoso.sharepoint.com/sites/infosak/Lists/Incidents"),
    ]);

    [Theory]
    [InlineData("Frågor: anna.svensson (at) exempel.se", "vad som ser ut som en e-postadress")]
    [InlineData("Ring 070-123 45 67", "vad som ser ut som ett telefonnummer")]
    public void An_address_or_a_phone_number_stops_until_somebody_has_decided(string text, string what)
    {
        Assert.StartsWith(
            $"{what}, som alla medarbetare skulle kunna läsa. Det står i brödtexten.",
            Fault(text, isReviewed: false),
            StringComparison.Ordinal
        );
        Assert.Null(Fault(text, isReviewed: true));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_identity_number_stops_whatever_somebody_has_decided(bool isReviewed) =>
        Assert.StartsWith(
            "vad som ser ut som ett personnummer",
            Fault("811228-9874", isReviewed),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_identity_number_that_two_paragraphs_share_stops_and_two_of_which_each_says_something_do_not()
    {
        string? Of(string body) => WrittenFault.Of(WrittenText.In(Create(body)), isReviewed: false, Links);

        Assert.StartsWith(
            "vad som ser ut som ett personnummer",
            Of(P("Nr 811228") + P("-9874")),
            StringComparison.Ordinal
        );
        Assert.Null(Of(P("Den 811228") + P("9874 kronor")));
    }

    [Fact]
    public void An_address_that_not_all_may_open_stops_as_link_and_as_words_and_one_that_all_may_does_not()
    {
        const string Closed = "https://contoso.sharepoint.com/sites/infosak/Lists/Incidents/DispForm.aspx?ID=3";
        Assert.StartsWith(
            "en adress som bara vissa får öppna. Den står i brödtexten.",
            Fault($"Se {Closed}", isReviewed: true),
            StringComparison.Ordinal
        );
        var linked = Create(
            P("Text"),
            more: d => d.MainDocumentPart!.AddHyperlinkRelationship(new(Closed), isExternal: true, "rIdUsed")
        );
        Assert.StartsWith(
            "en adress som bara vissa får öppna. Den står i adressen till en länk.",
            WrittenFault.Of(WrittenText.In(linked), isReviewed: true, Links),
            StringComparison.Ordinal
        );
        Assert.Null(
            Fault(
                "Se https://contoso.sharepoint.com/sites/infosak/SitePages/x.aspx och https://www.imy.se/",
                isReviewed: false
            )
        );
    }

    [Fact]
    public void What_is_generated_between_two_words_keeps_them_apart()
    {
        var template = Template.Compile(Create(P("811228 {{Organisation}} -9874")), "m", Sample.Fields);
        Assert.Null(WrittenFault.Of(WrittenText.In(template.Fill(new Sample(Name: "x"))), isReviewed: false, Links));
    }

    private static string? Fault(string text, bool isReviewed) =>
        WrittenFault.Of(WrittenText.In(Create(P(text))), isReviewed, Links);
}
