namespace SpLg.Tests.PersonalData;

public sealed class CoverChecksTests
{
    [Theory]
    [InlineData("Settings", "OrganisationName", "Nämnden, anmält av 811228-9874", "Organisation", "ett personnummer")]
    [InlineData("Settings", "ApproverGroup", "chef(at)exempel.se", "Grupp som fastställer", "en e-postadress")]
    [InlineData("Settings", "OrganisationName", "Nämnden, 070-123 45 67", "Organisation", "ett telefonnummer")]
    [InlineData("ReviewRequests", "RegistryNumber", "８１１２２８-9874", "Diarienummer", "ett personnummer")]
    public void What_stands_on_every_cover_stops_the_open_edition(
        string list,
        string column,
        string text,
        string shown,
        string what
    )
    {
        var finding = Assert.Single(
            PublicationStop.Of(new Organisation().Add(list, (column, text)).Read(), Edition.Open)
        );

        Assert.Equal((FindingLevel.Error, "1", shown), (finding.Level, finding.RowId, finding.Column));
        Assert.Contains(what, finding.Message, StringComparison.Ordinal);
        Assert.Empty(PublicationStop.Of(new Organisation().Add(list, (column, "KFN 2026/0412")).Read(), Edition.Open));
    }
}
