using SpLg.Tracing;

namespace SpLg.Tests.Tracing;

public sealed class EvidenceTests
{
    private const string Whole = """
        {
          "format": "splg-evidence", "version": 1, "document": "Ledningens genomgång 2026", "sha256": "00",
          "type": "Ledningens genomgång", "year": 2026,
          "edition": "Fullständig", "selection": null, "request": null, "run": "r", "readOn": "2026-03-01T08:00:00Z",
          "timeZone": "Europe/Stockholm", "lists": []
        }
        """;

    [Fact]
    public void The_smallest_evidence_there_is_can_be_read() => Assert.Equal(2026, Read(Whole).Order.Year);

    [Theory]
    [InlineData("\"version\": 1, ", "")]
    [InlineData("\"version\": 1", "\"version\": \"ett\"")]
    [InlineData("\"version\": 1", "\"version\": 2")]
    [InlineData("Europe/Stockholm", "Europe/Lindö")]
    [InlineData("\"type\": \"Ledningens genomgång\"", "\"type\": null")]
    [InlineData("\"year\": 2026", "\"year\": 2026.5")]
    [InlineData("\"lists\": []", "\"lists\": {}")]
    [InlineData("\"lists\": []", "\"lists\": [{ \"name\": \"Incidents\" }]")]
    [InlineData("2026-03-01T08:00:00Z", "igår")]
    public void An_evidence_that_has_been_tampered_with_is_refused_as_such(string part, string instead)
    {
        Assert.Contains(part, Whole, StringComparison.Ordinal);

        Assert.Throws<InvalidDataException>(() => Read(Whole.Replace(part, instead, StringComparison.Ordinal)));
    }

    /// <summary>Evidence from before the years were told apart has one year for all.</summary>
    [Theory]
    [InlineData("", "2026-01-01", "2026-12-31")]
    [InlineData("\"hasOneYear\": true, ", "2026-01-01", "2026-12-31")]
    [InlineData("\"hasOneYear\": false, ", "2025-01-01", "2025-12-31")]
    public void An_evidence_has_the_years_that_its_version_of_the_program_gave_it(string said, string from, string to)
    {
        var years = Read(Whole.Replace("\"version\": 1, ", $"\"version\": 1, {said}", StringComparison.Ordinal))
            .YearsOf();

        Assert.Equal((Day(from), Day(to)), (years.FollowUpFrom, years.FollowUpTo));

        static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
    }

    private static Evidence Read(string json) => Evidence.Read(Encoding.UTF8.GetBytes(json), SplgTemplate.Schema, []);
}
