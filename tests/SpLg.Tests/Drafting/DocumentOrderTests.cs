namespace SpLg.Tests.Drafting;

public class DocumentOrderTests
{
    [Fact]
    public void An_empty_type_and_edition_mean_the_full_review() =>
        Assert.Equal(new DocumentOrder(2026), DocumentOrder.Of(Request(new() { ["Year"] = 2026 })));

    [Fact]
    public void A_request_says_type_selection_edition_and_template()
    {
        var order = DocumentOrder.Of(
            Request(
                new()
                {
                    ["Year"] = 2026,
                    ["DocumentType"] = "Lathund för roll",
                    ["Selection"] = "Chefer",
                    ["Edition"] = "Öppen",
                    ["Template"] = "egen",
                }
            )
        );

        Assert.Equal(new(2026, DocumentType.RoleChecklist, "Chefer", Edition.Open, "egen"), order);
    }

    [Theory]
    [InlineData(
        "DocumentType",
        "Roman",
        "”Roman” i kolumnen Dokumenttyp går inte att använda. Välj Ledningens genomgång, Självskattning, "
            + "Checklista för upphandling, Lathund för roll eller Handlingsplan för förvaltningsobjekt."
    )]
    [InlineData(
        "Edition",
        "Halvöppen",
        "”Halvöppen” i kolumnen Utgåva går inte att använda. Välj Fullständig eller Öppen."
    )]
    public void What_cannot_be_read_is_refused_with_what_can_be_chosen(string column, string text, string expected) =>
        Assert.Equal(
            expected,
            Assert
                .Throws<SiteFaultException>(() => DocumentOrder.Of(Request(new() { ["Year"] = 2026, [column] = text })))
                .Message
        );

    [Fact]
    public void The_latest_request_is_that_for_the_same_document()
    {
        ReviewRequest[] requests =
        [
            Request(new() { ["Year"] = 2026, ["RegistryNumber"] = "full" }),
            Request(
                new()
                {
                    ["Year"] = 2026,
                    ["Edition"] = "Öppen",
                    ["RegistryNumber"] = "open",
                }
            ),
            Request(
                new()
                {
                    ["Year"] = 2026,
                    ["DocumentType"] = "Lathund för roll",
                    ["Selection"] = "Chefer",
                    ["RegistryNumber"] = "role",
                }
            ),
            Request(new() { ["Year"] = 2025, ["RegistryNumber"] = "before" }),
        ];

        Assert.Equal("full", new DocumentOrder(2026).Latest(requests)?.RegistryNumber);
        Assert.Equal("open", new DocumentOrder(2026, Edition: Edition.Open).Latest(requests)?.RegistryNumber);
        Assert.Equal(
            "role",
            new DocumentOrder(2026, DocumentType.RoleChecklist, "chefer ").Latest(requests)?.RegistryNumber
        );
        Assert.Null(new DocumentOrder(2026, DocumentType.RoleChecklist).Latest(requests));
    }

    private static ReviewRequest Request(Dictionary<string, object> fields) =>
        ReviewRequest.Read(
            new(
                ShippedFiles.Schema().List(ReviewRequest.List),
                new ListRow(
                    "1",
                    null,
                    null,
                    fields.ToDictionary(f => f.Key, f => JsonSerializer.SerializeToElement(f.Value))
                ),
                TimeZoneInfo.Utc,
                []
            )
        );
}
