namespace SpLg.Core.Checklists;

/// <summary>The top of every checklist.</summary>
/// <param name="ReadOn">The day the lists were read.</param>
/// <param name="LeftOut">What an open edition leaves out of the lists that the checklist is made of.</param>
public sealed record ChecklistCover(
    string Title,
    string? Organisation,
    string? City,
    int Year,
    DateOnly ReadOn,
    Edition Edition,
    LeftOutRows LeftOut
)
{
    public const string GroupName = "Dokument";

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ChecklistCover>()
            .Text("Titel", "Dokumentets titel, till exempel Lathund 2026 för chefer.", c => c.Title)
            .Text("Organisation", "Nämndens eller bolagets namn.", c => c.Organisation)
            .Text("Stad", "Stadens eller kommunens namn.", c => c.City)
            .Text("År", "Året som dokumentet gäller.", c => c.Year.ToString(CultureInfo.InvariantCulture))
            .Text("Förra året", "Året före.", c => (c.Year - 1).ToString(CultureInfo.InvariantCulture))
            .Date("Underlaget läst", "Dagen då listorna lästes.", c => (DateOnly?)c.ReadOn)
            .Text("Utgåva", "Fullständig eller Öppen.", c => Choice.Text(c.Edition))
            .YesNo(
                "Öppen utgåva",
                "Ja i den öppna utgåvan, som inte har namn på personer.",
                c => c.Edition == Edition.Open
            )
            .Text(
                "Utelämnat",
                "Hur många rader som den öppna utgåvan utelämnar och varför, i en mening; tomt när inget är utelämnat.",
                c => c.LeftOut.Sentence
            )
            .Build();

    /// <param name="made">Swedish titles of the lists that the checklist is made of.</param>
    public static ChecklistCover Build(
        string title,
        OrganisationLists lists,
        ChecklistContext context,
        params IReadOnlyList<string> made
    )
    {
        var setting = lists.Of(Setting.AsList).OrderBy(s => RowOrder.ById(s.Origin)).FirstOrDefault();
        return new(
            title,
            Organisation: setting?.OrganisationName,
            City: setting?.CityName,
            Year: context.Year,
            ReadOn: context.Today,
            Edition: context.Edition,
            LeftOut: made.Select(m => lists.LeftOut.GetValueOrDefault(m, LeftOutRows.None))
                .Aggregate(LeftOutRows.None, (sum, next) => sum + next)
        );
    }
}
