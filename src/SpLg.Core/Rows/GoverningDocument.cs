using SpLg.Core.Choices;
using SpLg.Core.Lists;

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
    Entry<DocumentStatus> Status) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "GoverningDocuments";

    public static GoverningDocument Read(RowReader row) => new(
        row.Origin(),
        row.Text("Title"),
        row.Choice<DocumentLevel>("Level"),
        row.Date("AdoptedOn"),
        row.Text("AdoptedBy"),
        row.Text("PresentedText"),
        row.Text("Url"),
        row.Date("NextReviewOn"),
        row.Choice<DocumentStatus>("Status"));
}
