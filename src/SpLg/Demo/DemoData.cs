using SpLg.LocalSite;

namespace SpLg.Demo;

/// <summary>The made-up organisation: one CSV file a list, in the shape of SharePoint's own export.</summary>
internal static class DemoData
{
    /// <summary>The year of the title of the made-up organisation's review, which is written in the autumn before it.</summary>
    public const int Year = 2027;

    /// <summary>The head of administration, who decides and approves.</summary>
    public static SitePerson Head { get; } =
        Person("Karin Ekdahl") with
        {
            Part = "förvaltningschef, fastställer genomgången",
            Groups = [SiteGroup.Approvers],
        };

    /// <summary>What the head fills in on the row of the review before approving it.</summary>
    public static RequestChange Decided { get; } =
        new()
        {
            MeetingOn = new(2026, 10, 19),
            Present =
                "Karin Ekdahl, förvaltningschef\nSara Nyquist, informationssäkerhetssamordnare\nMats Hellgren, handläggare",
            Suitable = Verdict.Yes,
            SuitableReason = "Arbetssätten följer förvaltningens styrning, och riskerna är kända.",
            Adequate = Verdict.Partly,
            AdequateReason = "Samordnaren är på heltid, men flera objekt saknar aktuell klassning.",
            Effective = Verdict.Partly,
            EffectiveReason = "Incidenterna är färre, men åtgärder blir försenade.",
            GapsReason = "Felen i underlaget ändrar inte bedömningen och rättas till nästa genomgång.",
        };

    /// <summary>Asks for the review, writes in it and hands it over.</summary>
    private static readonly SitePerson Coordinator = Person("Sara Nyquist") with
    {
        Part = "informationssäkerhetssamordnare (ISAM), beställer och lämnar för fastställande",
        Groups = [SiteGroup.Coordinators],
    };

    /// <summary>Keep the lists; of incidents each sees their own. Everybody else is an employee and no more.</summary>
    private static readonly IReadOnlyList<SitePerson> CaseOfficers =
    [
        .. new[] { "Fatima Rahimi", "Johan Brandt", "Mats Hellgren" }.Select(n =>
            Person(n) with
            {
                Part = "handläggare",
                Groups = [SiteGroup.CaseOfficers],
            }
        ),
    ];

    public static IReadOnlyList<(string Path, ListSchema List)> Files(SiteSchema schema) =>
        [
            .. RowFolder
                .Files(ShippedFiles.DemoFolder)
                .Select(path =>
                    (
                        path,
                        RowFolder.ListOf(path, schema)
                            ?? throw new InvalidDataException(
                                $"{path} is not named after a list of the provisioning template."
                            )
                    )
                ),
        ];

    /// <summary>Everybody the files name, so that the local site knows them as a real site knows its users.</summary>
    public static IReadOnlyList<SitePerson> People(SiteSchema schema)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (path, list) in Files(schema))
        {
            var people = list.Columns.Where(c => c.Kind == ColumnKind.Person).ToList();
            foreach (
                var row in RowFolder.TryReadFile(path, list, [])
                    ?? throw new InvalidDataException($"{path} cannot be read.")
            )
                names.UnionWith(
                    people
                        .Select(c => new RowReader(list, row, TimeZoneInfo.Utc, []).Reference(c.Name)?.Text)
                        .OfType<string>()
                );
        }
        return
        [
            .. names.Select(n =>
                CaseOfficers.Append(Head).Append(Coordinator).FirstOrDefault(p => p.Name == n) ?? Person(n)
            ),
        ];
    }

    private static SitePerson Person(string name) =>
        new(
            name,
            string.Join('.', name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Replace('å', 'a')
                .Replace('ä', 'a')
                .Replace('ö', 'o')
                .Replace('é', 'e')
                .Replace('ü', 'u') + "@lindo.example"
        );
}
