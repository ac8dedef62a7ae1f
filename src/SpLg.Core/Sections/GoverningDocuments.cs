namespace SpLg.Core.Sections;

/// <summary>The governing documents in force or being written, whatever their year.</summary>
/// <param name="City">The city's; <paramref name="Local"/> is every other, also those whose level cannot be read.</param>
public sealed record GoverningDocuments(
    SectionSource Source,
    IReadOnlyList<GoverningDocument> City,
    IReadOnlyList<GoverningDocument> Local
)
{
    public const string GroupName = "Styrdokument";

    private static readonly FieldSet RowFields = new FieldSetBuilder<GoverningDocument>()
        .Text("Dokument", "Dokumentets namn.", d => d.Title)
        .Choice("Nivå", "Stad eller Lokal.", d => d.Level)
        .Date("Fastställt", "Dagen då det fastställdes.", d => d.AdoptedOn)
        .Text("Fastställt av", "Vem som fastställde det.", d => d.AdoptedBy)
        .Text(
            "Uppgifter",
            "När och av vem det fastställdes, status när den inte är Gällande och nästa översyn, i ord; tomt när inget är angivet.",
            Facts
        )
        .Text("Hur det är känt", "Hur dokumentet har gjorts känt.", d => d.PresentedText)
        .Text("Adress", "Dokumentets webbadress.", d => d.Url)
        .Date("Ses över senast", "Nästa översyn.", d => d.NextReviewOn)
        .Choice("Status", "Gällande, Under framtagande eller Under revidering.", d => d.Status)
        .Build();

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<GoverningDocuments>(d => d.Source)
            .Number("Antal", "Antal styrdokument.", d => d.City.Count + d.Local.Count)
            .List("Rader", "Alla styrdokument, stadens först.", d => d.All, RowFields)
            .List("Stadens", "Stadens styrdokument.", d => d.City, RowFields)
            .List("Lokala", "De lokala styrdokumenten.", d => d.Local, RowFields)
            .Build();

    public static Section<GoverningDocuments> Section { get; } =
        new(GroupName, "Styrdokumenten.", () => Fields, s => Build(s.Lists));

    private static string? Facts(GoverningDocument document)
    {
        List<string> facts = [];
        if (!document.AdoptedOn.IsEmpty || document.AdoptedBy is not null)
        {
            var on = document.AdoptedOn.IsEmpty ? "" : $" den {Day(document.AdoptedOn)}";
            var by = document.AdoptedBy is { } name ? $" av {Adopter(name)}" : "";
            facts.Add($"Fastställt{on}{by}.");
        }
        if (document.Status is { IsEmpty: false } status && !status.Is(DocumentStatus.InForce))
            facts.Add($"{status}.");
        if (!document.NextReviewOn.IsEmpty)
            facts.Add($"Ses över senast den {Day(document.NextReviewOn)}.");
        return facts.Count == 0 ? null : string.Join(' ', facts);
    }

    // A body's name of one word is written with a small letter inside a sentence; a person has two.
    private static string Adopter(string name) =>
        name.Contains(' ', StringComparison.Ordinal) ? name : Swedish.InSentence(name);

    private static string Day(Entry<DateOnly> date) => date.Value is { } day ? Swedish.Long(day) : date.ToString();

    public IReadOnlyList<GoverningDocument> All => [.. City, .. Local];

    public static GoverningDocuments Build(OrganisationLists lists)
    {
        var byLevel = lists
            .Of(GoverningDocument.AsList)
            .OrderBy(d => RowOrder.ByDate(d.AdoptedOn))
            .ThenBy(d => RowOrder.ById(d.Origin))
            .ToLookup(d => d.Level.Is(DocumentLevel.City));
        return new(
            SectionSource.Of(
                lists,
                Trace.Of(GoverningDocument.AsList.Title, Trace.AllRows, lists.Of(GoverningDocument.AsList)),
                lists.Of(GoverningDocument.AsList).Count,
                ""
            ),
            [.. byLevel[true]],
            [.. byLevel[false]]
        );
    }
}
