using SpLg.Demo;

namespace SpLg.Tests.Demo;

/// <summary>The made-up organisation's lists, read from the files that are shipped.</summary>
internal static class DemoLists
{
    /// <summary>A day on which the data were current; ages are counted from it.</summary>
    public static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>The years of the review that the files are of.</summary>
    public static readonly ReviewYears Years = ReviewYears.Of(DemoData.Year);

    public static OrganisationLists Read(FileFindings findings)
    {
        var schema = ShippedFiles.Schema();
        return OrganisationLists.Read(
            RowFolder.Read(ShippedFiles.DemoFolder, schema, findings),
            schema,
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"),
            findings
        );
    }

    /// <summary>The review of the demo's year, without a request.</summary>
    public static BuiltReview Review(Edition edition = Edition.Full)
    {
        var findings = new FileFindings();
        return BuiltReview.Build(Read(findings), null, Years, edition, Today, findings);
    }
}
