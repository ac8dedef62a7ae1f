using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Lists;

public sealed class DayTextTests
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    [Theory]
    // Midnight in Stockholm as UTC, in winter, in summer, and on both sides of each change of clocks.
    [InlineData("2026-01-14T23:00:00Z", "2026-01-15")]
    [InlineData("2026-07-14T22:00:00Z", "2026-07-15")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    [InlineData("2025-12-31T23:00:00Z", "2026-01-01")]
    [InlineData("2026-01-14T23:00:00.0000000Z", "2026-01-15")]
    [InlineData("2026-01-15T00:00:00+01:00", "2026-01-15")]
    // Without offset: already the site's time.
    [InlineData("2026-01-15T00:00:00", "2026-01-15")]
    [InlineData("2026-01-15 23:59", "2026-01-15")]
    [InlineData("2026-01-15 23.59", "2026-01-15")]
    [InlineData("2026-01-15 23:59:59", "2026-01-15")]
    [InlineData("2026-01-15", "2026-01-15")]
    [InlineData("2026-1-5", "2026-01-05")]
    [InlineData("2026/01/15", "2026-01-15")]
    [InlineData("20260115", "2026-01-15")]
    [InlineData("15/1 2026", "2026-01-15")]
    [InlineData("15.1.2026", "2026-01-15")]
    [InlineData("15 januari 2026", "2026-01-15")]
    [InlineData("den 15 januari 2026", "2026-01-15")]
    [InlineData("3 Mars 2026", "2026-03-03")]
    [InlineData("3 jan 2026", "2026-01-03")]
    [InlineData("3 sept. 2026", "2026-09-03")]
    [InlineData("3\u00a0maj 2026", "2026-05-03")]
    [InlineData("söndag 1 mars 2026", "2026-03-01")]
    [InlineData("Söndagen den 1 mars 2026", "2026-03-01")]
    [InlineData("söndag, 1 mars 2026", "2026-03-01")]
    [InlineData("2026-03-01 00:00:00.000", "2026-03-01")]
    [InlineData("2026-03-01 23:59:59.1234567", "2026-03-01")]
    // What a spreadsheet keeps 1 March 2026 as.
    [InlineData("46082", "2026-03-01")]
    public void A_date_is_the_day_on_the_site(string text, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), DayText.TryRead(text, Stockholm));

    [Theory]
    [InlineData("Q3 2026")]
    [InlineData("efter sommaren")]
    [InlineData("2026")]
    [InlineData("mars 2026")]
    [InlineData("OCT 2026")]
    [InlineData("31 februari 2026")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("3/1/2026")]
    [InlineData("3 foo 2026")]
    [InlineData("måndag 1 mars 2026")]
    [InlineData("00001")]
    [InlineData("460821")]
    [InlineData("2026-01-15T99:00:00Z")]
    [InlineData("")]
    public void What_is_no_date_or_could_be_two_is_not_guessed(string text) =>
        Assert.Null(DayText.TryRead(text, Stockholm));

    [Theory]
    [InlineData("Europe/Stockholm")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Asia/Kolkata")]
    [InlineData("UTC")]
    public void Every_day_sent_as_the_sites_midnight_in_UTC_comes_back(string zoneId)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var days = Gen.Choose(new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2049, 12, 31).DayNumber)
            .Select(DateOnly.FromDayNumber);

        Check.QuickThrowOnFailure(
            Prop.ForAll(
                days.ToArbitrary(),
                day =>
                {
                    var midnight = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone);
                    return DayText.TryRead(
                            midnight.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                            zone
                        ) == day;
                }
            )
        );
    }
}
