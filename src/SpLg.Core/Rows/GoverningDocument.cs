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

    /// <summary>The description of the list.</summary>
    public static ListOf<GoverningDocument> AsList { get; } =
        new(List, "Styrdokument", Read)
        {
            Noun = new("styrdokument", "styrdokument", IsNeuter: true),
            KnownBy =
            [
                [nameof(Title)],
            ],
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
            PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear),
            Checks = GoverningDocumentChecks.Of,
        };

    public static GoverningDocument Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Level: row.Choice<DocumentLevel>("Level"),
            AdoptedOn: row.Date("AdoptedOn"),
            AdoptedBy: row.Text("AdoptedBy"),
            PresentedText: row.Text("PresentedText"),
            Url: row.Text("Url"),
            NextReviewOn: row.Date("NextReviewOn"),
            Status: row.Choice<DocumentStatus>("Status")
        );
}

/// <summary>Rules for Styrdokument.</summary>
internal static class GoverningDocumentChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<GoverningDocument> rows, DataToCheck data) =>
        [
            .. rows.Select(r => ReviewOverdue(r, data.Today)),
            .. RowChecks.Named(rows, r => r.Title, "Dokument"),
            .. RowChecks.Different(
                rows,
                r => RowChecks.Key(r.Title, r.Level.Text),
                r => $"Dokumentet ”{r.Title}”",
                ("Fastställt", r => r.AdoptedOn.Text)
            ),
        ];

    private static Finding? ReviewOverdue(GoverningDocument row, DateOnly today) =>
        row.NextReviewOn.Value < today
            ? row.Origin.Warning(
                "Ses över senast",
                $"Dokumentet skulle ha setts över senast den {Swedish.Long(row.NextReviewOn.Value.Value)}. Se över det eller ändra datumet."
            )
            : null;
}

public enum DocumentLevel
{
    [ChoiceText("Stad")]
    City,

    [ChoiceText("Lokal")]
    Local,
}

public enum DocumentStatus
{
    [ChoiceText("Gällande")]
    InForce,

    [ChoiceText("Under framtagande")]
    BeingWritten,

    [ChoiceText("Under revidering")]
    BeingRevised,
}
