namespace SpLg.Tests.Requests;

public sealed class FaultTextTests
{
    [Fact]
    public void A_missing_list_is_told_to_staff_in_Swedish() =>
        Assert.Equal(
            "Webbplatsen saknar ”Publicerade genomgångar”. Be administratören köra ”splg doctor”. Sätt sedan "
                + "status Fastställd för att försöka igen.",
            FaultText.ForStaff(
                new MissingListException("Publicerade genomgångar", new("https://contoso.sharepoint.com/sites/a")),
                ReviewStatus.Approved
            )
        );

    [Theory]
    [InlineData(true, ReviewStatus.Approved, "För fastställande")]
    [InlineData(true, ReviewStatus.ForApproval, "För fastställande")]
    [InlineData(true, ReviewStatus.Requested, "Begärd")]
    [InlineData(false, ReviewStatus.Approved, "Fastställd")]
    public void What_needs_a_new_draft_is_handed_over_before_it_is_approved(
        bool needsNewDraft,
        ReviewStatus again,
        string told
    ) =>
        Assert.Equal(
            $"Utkastet finns inte. Sätt sedan status {told} för att försöka igen.",
            FaultText.ForStaff(
                new MissingFileException("Utkastet finns inte.") { NeedsNewDraft = needsNewDraft },
                again
            )
        );
}
