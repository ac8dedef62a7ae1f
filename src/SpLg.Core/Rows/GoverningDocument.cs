namespace SpLg.Core.Rows;

/// <summary>A governing document, of the city or local. A row of the list Styrdokument.</summary>
public sealed record GoverningDocument(
    RowOrigin Origin,
    string? Title,
    Entry<DocumentLevel> Level,
    Entry<DateOnly> AdoptedOn,
    string? AdoptedBy,
    string? PresentedText,
    string? Url,
    Entry<DateOnly> NextReviewOn,
    Entry<DocumentStatus> Status
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "GoverningDocuments";

    /// <summary>What an open edition holds of it.</summary>
    public static ListOf<GoverningDocument> AsList { get; } =
        new(List, Read)
        {
            Noun = new("styrdokument", "styrdokument", IsNeuter: true),
            Rule = OpenRule.UnlessClosed,
            Open =
            [
                nameof(Title),
                nameof(Level),
                nameof(AdoptedOn),
                nameof(AdoptedBy),
                nameof(PresentedText),
                nameof(Url),
                nameof(NextReviewOn),
                nameof(Status),
            ],
            Addresses = [nameof(Url)],
            Sections = [GoverningDocuments.GroupName],
        };

    public static GoverningDocument Read(RowReader row) =>
        new(
            row.Origin(),
            row.Text("Title"),
            row.Choice<DocumentLevel>("Level"),
            row.Date("AdoptedOn"),
            row.Text("AdoptedBy"),
            row.Text("PresentedText"),
            row.Text("Url"),
            row.Date("NextReviewOn"),
            row.Choice<DocumentStatus>("Status")
        );
}
