namespace SpLg.Core.Review;

/// <summary>The cover, the registration data and the words an organisation form goes by.</summary>
/// <param name="Years">The years that it tells of.</param>
/// <param name="ReadOn">The day the lists were read.</param>
/// <param name="LeftOut">What the open edition leaves out of all lists.</param>
/// <param name="PlanYears">The years of the plan in order, at least three.</param>
public sealed record Cover(
    ReviewYears Years,
    Edition Edition,
    LeftOutRows LeftOut,
    string? Organisation,
    Entry<OrganisationForm> Form,
    string? City,
    string? RegistryNumber,
    DateOnly ReadOn,
    Reference? Approver,
    string? ApproverGroup,
    DateOnly? ApprovedOn,
    IReadOnlyList<int> PlanYears
)
{
    public const string GroupName = "Genomgång";

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<Cover>()
            .Text(
                "Titel",
                "Dokumentets titel, till exempel Ledningens genomgång 2026.",
                r => $"Ledningens genomgång {r.YearText}"
            )
            .Text("År", "Året som genomgången gäller.", r => r.YearText)
            .Text("Förra året", "Året före det som genomgången gäller.", r => Text(r.Year - 1))
            .Text("Uppföljningsår", "Året som följs upp.", r => Text(r.Years.FollowUp))
            .Text("Året före uppföljningen", "Året som siffrorna jämförs med.", r => Text(r.Years.FollowUp - 1))
            .Text(
                "Uppföljning",
                "Tiden som följs upp, till exempel 2026 till och med den 31 augusti.",
                r => r.Years.InWords(r.ReadOn)
            )
            .Text("Utgåva", "Fullständig eller Öppen.", r => Choice.Text(r.Edition))
            .YesNo("Öppen utgåva", "Ja i den öppna utgåvan.", r => r.Edition == Edition.Open)
            .Text(
                "Utelämnat",
                "Hur många rader som den öppna utgåvan utelämnar och varför, i en mening; tomt när inget är utelämnat.",
                r => r.LeftOut.Sentence
            )
            .Text("Organisation", "Nämndens eller bolagets namn.", r => r.Organisation)
            .Text(
                "Organisationsform",
                "Nämnd, Bolag, Kommunalförbund, Region eller Statlig myndighet.",
                r => r.Form.Text
            )
            .Text("Stad", "Stadens eller kommunens namn.", r => r.City)
            .Text("Chef", "Högsta chefens titel, till exempel förvaltningschef eller bolagschef.", r => r.Words.Head)
            .Text(
                "Chefen",
                "Titeln i bestämd form, till exempel förvaltningschefen eller bolagschefen.",
                r => r.Words.TheHead
            )
            .Text(
                "Verksamheten",
                "Förvaltningen eller bolaget, i bestämd form med liten bokstav.",
                r => r.Words.TheOrganisation
            )
            .Text(
                "Verksamhetens",
                "Förvaltningens eller bolagets, i genitiv med liten bokstav.",
                r => r.Words.TheOrganisation + "s"
            )
            .Text(
                "Huvudmannen",
                "Vars dokument gäller hela koncernen: staden, kommunen, förbundet, regionen eller staten.",
                r => r.Words.Principal
            )
            .Text("Huvudmannens", "Huvudmannen i genitiv, till exempel stadens.", r => r.Words.Principals)
            .Text(
                "Planägarens",
                "Vems verksamhetsplan genomgången läggs till: nämndens, bolagets, förbundets eller myndighetens.",
                r => r.Words.PlanOwners
            )
            .Text("Ledningen", "Nämnden eller styrelsen, i bestämd form med liten bokstav.", r => r.Words.TheBoard)
            .Text("Diarienummer", "Genomgångens diarienummer.", r => r.RegistryNumber)
            .Date("Underlaget läst", "Dagen då listorna lästes.", r => (DateOnly?)r.ReadOn)
            .Text(
                "Fastställs av",
                "Namnet på den som fastställer; i den öppna utgåvan chefens titel.",
                r => r.Edition == Edition.Open ? r.Officer : r.Approver?.Text
            )
            .Text(
                "Fastställs av med titel",
                "Namnet och chefens titel, eller bara titeln när ingen är vald och i den öppna utgåvan.",
                r => r.Approver?.Text is { } name ? $"{name}, {r.Words.Head}" : Swedish.Sentence(r.Words.TheHead)
            )
            .Text(
                "Fastställandemening",
                "När och av vem genomgången fastställdes; tomt när den inte är fastställd.",
                r => r.ApprovalSentence
            )
            .Text("Grupp som fastställer", "Gruppen eller befattningen som fastställer.", r => r.ApproverGroup)
            .YesNo("Fastställd", "Ja när genomgången är fastställd.", r => r.ApprovedOn is not null)
            .Date("Fastställd den", "Dagen då genomgången fastställdes; tomt före det.", r => r.ApprovedOn)
            .Text(
                "Planperiod",
                "Planens första år till dess sista, till exempel 2027–2029.",
                r => $"{Text(r.PlanYears[0])}–{Text(r.PlanYears[^1])}"
            )
            .Build();

    public static Section<Cover> Section { get; } =
        new(GroupName, "Försättsblad och registreringsuppgifter.", () => Fields, Build);

    /// <summary>The year in the title.</summary>
    public int Year => Years.Title;

    private string YearText => Text(Year);

    internal string? ApprovalSentence
    {
        get
        {
            if (ApprovedOn is { } day)
                return $"Fastställd den {Swedish.Long(day)} av {(Approver?.Text is { } who ? $"{who}, {Words.Head}" : Words.TheHead)}.";
            return null;
        }
    }

    /// <summary>Who approves, by office and not by name: what every employee reads names nobody.</summary>
    public string Officer => Swedish.Sentence(Words.TheHead);

    internal FormWords Words { get; init; } = FormWords.Of(null);

    private static Cover Build(ReviewSource source)
    {
        var (lists, request) = (source.Lists, source.Request);
        var setting = lists.Setting;
        return new(
            source.Years,
            source.Edition,
            LeftOut: lists.LeftOut.Values.Aggregate(LeftOutRows.None, (all, one) => all + one),
            Organisation: setting?.OrganisationName,
            Form: setting?.OrganisationForm ?? default,
            City: setting?.CityName,
            RegistryNumber: request?.RegistryNumber,
            ReadOn: source.Today,
            Approver: request?.Approver,
            ApproverGroup: setting?.ApproverGroup,
            ApprovedOn: request?.ApprovedOn.Value,
            PlanYears: [.. source.Of(Plan.Section).Years.Select(y => y.Year)]
        )
        {
            Words = FormWords.Of(setting),
        };
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
