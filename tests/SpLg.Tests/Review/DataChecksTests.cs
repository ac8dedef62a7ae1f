namespace SpLg.Tests.Review;

/// <summary>Every rule with a row that breaks it and the smallest change that mends it.</summary>
public class DataChecksTests
{
    private static readonly Dictionary<string, Case> Cases = new(StringComparer.Ordinal)
    {
        ["open incident with a closing day"] = new(
            "Incidents",
            FindingLevel.Error,
            "Avslutad den",
            "status är Utreds",
            [("Year", 2026), ("Status", "Utreds"), ("ClosedOn", "2026-02-01")],
            ("Status", "Avslutad")
        ),
        ["closed incident without day"] = new(
            "Incidents",
            FindingLevel.Warning,
            "Avslutad den",
            "datumet saknas",
            [("Year", 2026), ("Status", "Avslutad")],
            ("ClosedOn", "2026-02-01")
        ),
        ["closed before it happened"] = new(
            "Incidents",
            FindingLevel.Error,
            "Avslutad den",
            "före den dag",
            [("Year", 2026), ("Status", "Avslutad"), ("OccurredOn", "2026-02-02"), ("ClosedOn", "2026-02-01")],
            ("ClosedOn", "2026-02-02")
        ),
        ["discovered before it happened"] = new(
            "Incidents",
            FindingLevel.Warning,
            "Upptäcktes",
            "före den dag",
            [("Year", 2026), ("OccurredOn", "2026-02-02"), ("DiscoveredOn", "2026-02-01")],
            ("DiscoveredOn", "2026-02-02")
        ),
        ["reported to IMY but no breach"] = new(
            "Incidents",
            FindingLevel.Warning,
            "Personuppgiftsincident",
            "inte märkt",
            [("Year", 2026), ("ReportedToImyOn", "2026-02-01"), ("PersonalDataBreach", false)],
            ("PersonalDataBreach", true)
        ),
        ["significant but not reported"] = new(
            "Incidents",
            FindingLevel.Warning,
            "Anmäld enligt cybersäkerhetslagen",
            "betydande",
            [("Year", 2026), ("SignificantUnderCybersecurityAct", true)],
            ("ReportedOn", "2026-02-01")
        ),
        ["incident in the future"] = new(
            "Incidents",
            FindingLevel.Error,
            "Inträffade",
            "i framtiden",
            [("Year", 2026), ("OccurredOn", "2026-11-21")],
            ("OccurredOn", "2026-11-20")
        ),
        ["incident without any year"] = new(
            "Incidents",
            FindingLevel.Warning,
            "År",
            "räknas inte med",
            [("Title", "x")],
            ("Year", 2026)
        ),
        ["half a year"] = new(
            "Incidents",
            FindingLevel.Warning,
            "År",
            "”2026,5” är inte ett helt år",
            [("Year", 2026.5)],
            ("Year", 2026)
        ),
        ["year against date"] = new(
            "Incidents",
            FindingLevel.Warning,
            "År",
            "Året är 2025 men Inträffade är 1 mars 2026",
            [("Year", 2025), ("OccurredOn", "2026-03-01")],
            ("Year", 2026)
        ),
        ["clause of the newer edition"] = new(
            "RequirementAssessments",
            FindingLevel.Warning,
            "Avsnitt",
            "finns inte i utgåva 2013",
            [("Year", 2026), ("Edition", "2013"), ("Clause", "9.3.2"), ("Fulfilled", "Ja")],
            ("Clause", "9.3")
        ),
        ["open action planned for the past"] = new(
            "ActionItems",
            FindingLevel.Warning,
            "Planerade år",
            "som har gått, senast 2025",
            [("Title", "Öva"), ("Status", "Pågår"), ("PlannedYears", new[] { "2024", "2025" })],
            ("PlannedYears", new[] { "2025", "2026" })
        ),
        ["secrecy without ground"] = new(
            "Audits",
            FindingLevel.Error,
            "Sekretessgrund (OSL)",
            "grunden saknas",
            [("Publication", "Sekretess")],
            ("SecrecyGround", "18 kap. 8 §")
        ),
        ["ground without publication"] = new(
            "Audits",
            FindingLevel.Warning,
            "Publicering",
            "visas inte i den öppna utgåvan",
            [("SecrecyGround", "18 kap. 8 §")],
            ("Publication", "Sekretess")
        ),
        ["open row with a ground"] = new(
            "Audits",
            FindingLevel.Warning,
            "Publicering",
            "märkt Öppen men har en sekretessgrund",
            [("Publication", "Öppen"), ("SecrecyGround", "18 kap. 8 §")],
            ("SecrecyGround", "")
        ),
        ["ground without paragraph"] = new(
            "Audits",
            FindingLevel.Warning,
            "Sekretessgrund (OSL)",
            "ingen paragraf",
            [("Publication", "Sekretess"), ("SecrecyGround", "hemligt")],
            ("SecrecyGround", "OSL 18:8")
        ),
        ["closed before it was discovered"] = new(
            "Incidents",
            FindingLevel.Error,
            "Avslutad den",
            "upptäcktes",
            [
                ("Year", 2026),
                ("Status", "Avslutad"),
                ("OccurredOn", "2026-02-01"),
                ("DiscoveredOn", "2026-02-10"),
                ("ClosedOn", "2026-02-05"),
            ],
            ("ClosedOn", "2026-02-10")
        ),
        ["reported to IMY before it was discovered"] = new(
            "Incidents",
            FindingLevel.Error,
            "Anmäld till IMY",
            "före den dag",
            [
                ("Year", 2026),
                ("DiscoveredOn", "2026-02-10"),
                ("ReportedToImyOn", "2026-02-05"),
                ("PersonalDataBreach", true),
            ],
            ("ReportedToImyOn", "2026-02-10")
        ),
        ["reported to IMY in the future"] = new(
            "Incidents",
            FindingLevel.Error,
            "Anmäld till IMY",
            "i framtiden",
            [("Year", 2026), ("ReportedToImyOn", "2026-11-21"), ("PersonalDataBreach", true)],
            ("ReportedToImyOn", "2026-11-20")
        ),
        ["requirement not answered"] = new(
            "RequirementAssessments",
            FindingLevel.Warning,
            "Uppfyllt",
            "inte besvarat",
            [("Year", 2026), ("Clause", "4.1"), ("Edition", "2022")],
            ("Fulfilled", "Ja")
        ),
        ["identity number in a summary"] = new(
            "Incidents",
            FindingLevel.Error,
            "Sammanfattning för publicering",
            "personnummer",
            [("Year", 2026), ("ReportSummary", "Gällde 811228-9874 och ärende 12.")],
            ("ReportSummary", "Gällde 811228-9875 och ärende 12.")
        ),
        ["last year's event not judged"] = new(
            "UndesiredEvents",
            FindingLevel.Warning,
            "Bedömning",
            "inte bedömd",
            [("Year", 2025), ("Assessment", "Ej bedömd")],
            ("Assessment", "Följs")
        ),
        ["not followed without recommendation"] = new(
            "UndesiredEvents",
            FindingLevel.Warning,
            "ISAM:s rekommendation",
            "rekommendation saknas",
            [("Year", 2025), ("Assessment", "Följs inte")],
            ("Assessment", "Följs")
        ),
        ["recommendation without owner"] = new(
            "UndesiredEvents",
            FindingLevel.Warning,
            "Ansvarig för rekommendationen",
            "ingen ansvarig",
            [("Year", 2026), ("Recommendation", "Gör så.")],
            ("RecommendationOwner", "Eva")
        ),
        ["classification too old"] = new(
            "ProcessingActivities",
            FindingLevel.Warning,
            "Senaste KLASSA",
            "24\u00a0månader",
            [("LastClassifiedOn", "2024-11-19")],
            ("LastClassifiedOn", "2024-11-20")
        ),
        ["red points with decimals"] = new(
            "ProcessingActivities",
            FindingLevel.Warning,
            "Öppna punkter, uppfyller inte (röda)",
            "12,5\u00a0röda punkter",
            [("Title", "Lån"), ("OpenNot", "12,5")],
            ("OpenNot", 0)
        ),
        ["incident of an activity that is not there"] = new(
            "Incidents",
            FindingLevel.Warning,
            "Informationsbehandling",
            "”Lån” finns inte i listan Informationsbehandlingar",
            [("Year", 2026), ("ProcessingActivity", "Lån")],
            ("ProcessingActivity", "")
        ),
        ["decision on an action that is not there"] = new(
            "Decisions",
            FindingLevel.Warning,
            "Åtgärd",
            "”Utbilda” finns inte i listan Åtgärder",
            [("Year", 2026), ("ActionItem", "Utbilda")],
            ("ActionItem", "")
        ),
        ["summary without publication"] = new(
            "Incidents",
            FindingLevel.Warning,
            "Publicering",
            "visas inte",
            [("Year", 2026), ("ReportSummary", "Ett konto låg kvar.")],
            ("Publication", "Öppen")
        ),
        ["training without number"] = new(
            "TrainingResults",
            FindingLevel.Warning,
            "Antal som gått",
            "räknas inte med",
            [("Year", 2026), ("Expected", 10)],
            ("Completed", 8)
        ),
        ["red points without action"] = new(
            "ProcessingActivities",
            FindingLevel.Warning,
            "Öppna punkter, uppfyller inte (röda)",
            "2\u00a0röda punkter",
            [("Title", "Lån"), ("OpenNot", 2)],
            ("OpenNot", 0)
        ),
        ["protocol without date"] = new(
            "ProcessingActivities",
            FindingLevel.Warning,
            "Senaste KLASSA",
            "Klassningsprotokoll finns",
            [("ClassificationProtocol", true)],
            ("LastClassifiedOn", "2026-01-01")
        ),
        ["cleared after publication"] = new(
            "Procurements",
            FindingLevel.Error,
            "Klartecken den",
            "först den 5 mars 2026",
            [("Phase", "Annonserad"), ("PublishedOn", "2026-03-01"), ("ClearedOn", "2026-03-05")],
            ("ClearedOn", "2026-03-01")
        ),
        ["published without clearance"] = new(
            "Procurements",
            FindingLevel.Error,
            "Klartecken den",
            "utan klartecken",
            [("Phase", "Annonserad"), ("PublishedOn", "2026-03-01")],
            ("HandlesInformation", false)
        ),
        ["advertised without day"] = new(
            "Procurements",
            FindingLevel.Warning,
            "Annonserad den",
            "annonseringsdatum saknas",
            [("Phase", "Avtal"), ("HandlesInformation", false)],
            ("PublishedOn", "2026-03-01")
        ),
        ["published in an early phase"] = new(
            "Procurements",
            FindingLevel.Warning,
            "Fas",
            "fasen är Behov",
            [("Phase", "Behov"), ("HandlesInformation", false), ("PublishedOn", "2026-03-01")],
            ("Phase", "Annonserad")
        ),
        ["no without comment"] = new(
            "ProcurementChecks",
            FindingLevel.Warning,
            "Kommentar",
            "Svaret är Delvis",
            [("Answer", "Delvis")],
            ("Comment", "Återstår ett krav.")
        ),
        ["check of an unknown procurement"] = new(
            "ProcurementChecks",
            FindingLevel.Warning,
            "Upphandling",
            "finns inte",
            [("Procurement", "Okänd")],
            ("Procurement", "")
        ),
        ["action without responsible"] = new(
            "ActionItems",
            FindingLevel.Warning,
            "Ansvarig",
            "ingen ansvarig",
            [("Status", "Pågår"), ("PlannedYears", new[] { "2026" })],
            ("Responsible", "Eva")
        ),
        ["action without year"] = new(
            "ActionItems",
            FindingLevel.Warning,
            "Planerade år",
            "inget planerat år",
            [("Status", "Pågår"), ("Responsible", "Eva")],
            ("PlannedYears", new[] { "2026" })
        ),
        ["planned for what is no year"] = new(
            "ActionItems",
            FindingLevel.Warning,
            "Planerade år",
            "”nästa år”",
            [("Status", "Klar"), ("CompletedOn", "2026-01-01"), ("PlannedYears", new[] { "nästa år" })],
            ("PlannedYears", new[] { "2027" })
        ),
        ["overdue action"] = new(
            "ActionItems",
            FindingLevel.Warning,
            "Klart senast",
            "har status Pågår",
            [("Status", "Pågår"), ("DueOn", "2026-11-19")],
            ("DueOn", "2026-11-20")
        ),
        ["done without day"] = new(
            "ActionItems",
            FindingLevel.Warning,
            "Klar den",
            "datumet saknas",
            [("Status", "Klar")],
            ("CompletedOn", "2026-01-01")
        ),
        ["open with a day of completion"] = new(
            "ActionItems",
            FindingLevel.Warning,
            "Klar den",
            "men status är Pågår",
            [("Status", "Pågår"), ("CompletedOn", "2026-01-01")],
            ("Status", "Klar")
        ),
        ["done but not all of it"] = new(
            "ActionItems",
            FindingLevel.Warning,
            "Procent klart",
            "50 procent",
            [("Status", "Klar"), ("PercentDone", 50)],
            ("PercentDone", 100)
        ),
        ["postponed without reason"] = new(
            "ActionItems",
            FindingLevel.Warning,
            "Skäl till status",
            "skälet saknas",
            [("Status", "Uppskjuten")],
            ("StatusReason", "Ingen budget.")
        ),
        ["prose deadline"] = new(
            "ActionItems",
            FindingLevel.Info,
            "Tidsangivelse i ord",
            "kan inte läsas",
            [("DueText", "efter sommaren")],
            ("DueOn", "2027-09-01")
        ),
        ["deadline written twice"] = new(
            "ActionItems",
            FindingLevel.Warning,
            "Tidsangivelse i ord",
            "olika dagar",
            [("DueText", "1 mars 2027"), ("DueOn", "2027-04-01")],
            ("DueOn", "2027-03-01")
        ),
        ["proposed action without responsible"] = new(
            "RequirementAssessments",
            FindingLevel.Warning,
            "Ansvarig",
            "ingen ansvarig",
            [("Year", 2026), ("Fulfilled", "Delvis"), ("ProposedAction", "Gör klart.")],
            ("Responsible", "Eva")
        ),
        ["gap without action"] = new(
            "RequirementAssessments",
            FindingLevel.Warning,
            "Föreslagen åtgärd",
            "åtgärd saknas",
            [("Year", 2026), ("Fulfilled", "Delvis"), ("Comment", "Återstår.")],
            ("ProposedAction", "Gör klart.")
        ),
        ["no without priority"] = new(
            "RequirementAssessments",
            FindingLevel.Warning,
            "Prioritet",
            "prioritet är Ingen",
            [("Year", 2026), ("Fulfilled", "Nej"), ("Priority", "Ingen")],
            ("Priority", "Hög")
        ),
        ["no such clause"] = new(
            "RequirementAssessments",
            FindingLevel.Warning,
            "Avsnitt",
            "”A.5.1”",
            [("Year", 2026), ("Clause", "A.5.1")],
            ("Clause", "5.1")
        ),
        ["more than expected"] = new(
            "TrainingResults",
            FindingLevel.Error,
            "Antal som gått",
            "Fler har gått",
            [("Year", 2026), ("Expected", 10), ("Completed", 11)],
            ("Completed", 10)
        ),
        ["deviations not told"] = new(
            "InternalControlResults",
            FindingLevel.Warning,
            "Avvikelser",
            "inte vilka",
            [("Year", 2026), ("Result", "Avvikelser")],
            ("Deviations", "Två konton.")
        ),
        ["recommendation of the officer not answered"] = new(
            "DpoFindings",
            FindingLevel.Warning,
            "Vårt svar",
            "inte besvarad",
            [("ReportYear", 2025), ("Severity", 3)],
            ("OurAnswer", "Tas om hand.")
        ),
        ["document not reviewed in time"] = new(
            "GoverningDocuments",
            FindingLevel.Warning,
            "Ses över senast",
            "19 november 2026",
            [("NextReviewOn", "2026-11-19")],
            ("NextReviewOn", "2026-11-20")
        ),
        ["closed audit without day"] = new(
            "Audits",
            FindingLevel.Warning,
            "Genomförd",
            "datumet saknas",
            [("Status", "Avslutad")],
            ("CompletedOn", "2026-01-01")
        ),
        ["text block without a place"] = new(
            "TextBlocks",
            FindingLevel.Warning,
            "Nyckel",
            "”inledning”",
            [("Key", "inledning")],
            ("Key", "syfte")
        ),
        ["text block ends before it begins"] = new(
            "TextBlocks",
            FindingLevel.Error,
            "Gäller till",
            "slutar gälla",
            [("Key", "syfte"), ("ValidFrom", "2026-02-01"), ("ValidTo", "2026-01-01")],
            ("ValidTo", "2026-02-01")
        ),
        ["form of both"] = new(
            "Settings",
            FindingLevel.Warning,
            "Organisationsform",
            "Välj något av: Nämnd, Bolag, ",
            [("OrganisationForm", "Båda")],
            ("OrganisationForm", "Bolag")
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_fault_is_found_with_list_row_column_and_link(string name)
    {
        var (list, level, column, says, row, _) = Cases[name];

        var finding = Assert.Single(
            Find(list, row),
            f => f.Column == column && f.Message.Contains(says, StringComparison.Ordinal)
        );

        Assert.Equal((level, SplgTemplate.Schema.List(list).Title, "1"), (finding.Level, finding.List, finding.RowId));
        Assert.NotNull(finding.Link);
        Assert.Contains(SplgTemplate.Schema.List(list).Columns, c => c.DisplayName == finding.Column);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mended_row_is_not_complained_of(string name)
    {
        var (list, _, column, says, row, mend) = Cases[name];

        Assert.DoesNotContain(
            Find(list, [.. row.Where(c => c.Column != mend.Column), mend]),
            f => f.Column == column && f.Message.Contains(says, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Rows_without_publication_are_told_of_once_a_list()
    {
        var organisation = new Organisation()
            .Add(3, "Audits", ("Title", "x"))
            .Add("Audits", ("Publication", "Öppen"))
            .Add("Objectives", ("Publication", "Intern"));
        organisation.Build();

        var finding = Assert.Single(organisation.Findings, f => f.Column == "Publicering");
        Assert.Equal((FindingLevel.Warning, "Revisioner", null), (finding.Level, finding.List, finding.RowId));
        Assert.StartsWith("Publicering är inte angiven på 3\u00a0rader i listan Revisioner.", finding.Message);
    }

    [Fact]
    public void Two_rows_with_one_key_are_found_and_name_each_other()
    {
        var organisation = new Organisation()
            .Add("Audits", ("ExternalKey", "R1"))
            .Add("Audits", ("ExternalKey", "r1"))
            .Add("Audits", ("ExternalKey", "R1"));
        organisation.Build();

        var finding = Assert.Single(organisation.Findings, f => f.Column == "Extern nyckel");
        Assert.Equal("3", finding.RowId);
        Assert.StartsWith("Rad 1 har samma nyckel", finding.Message);
    }

    [Fact]
    public void Red_points_with_an_open_action_for_the_system_are_accepted()
    {
        var organisation = new Organisation()
            .Add("ProcessingActivities", ("Title", "Lån"), ("System", "Librion"), ("OpenNot", 2))
            .Add("ActionItems", ("SourceRow", "librion"), ("Status", "Pågår"));
        organisation.Build();

        Assert.DoesNotContain(organisation.Findings, f => f.Message.Contains("röda punkter"));
    }

    [Fact]
    public void A_mandatory_check_unanswered_after_its_phase_is_found()
    {
        var organisation = new Organisation()
            .Add("Procurements", ("Title", "Lås"), ("Phase", "Utvärdering"))
            .Add(
                "ProcurementChecks",
                ("Procurement", "Lås"),
                ("ProcurementLookupId", "1"),
                ("Phase", "Behov"),
                ("Mandatory", true)
            )
            .Add(
                "ProcurementChecks",
                ("Procurement", "Lås"),
                ("ProcurementLookupId", "1"),
                ("Phase", "Avtal"),
                ("Mandatory", true)
            );
        organisation.Build();

        Assert.Equal("1", Assert.Single(organisation.Findings, f => f.Column == "Svar").RowId);
    }

    [Fact]
    public void One_fact_with_two_values_is_found_between_years_of_an_objective()
    {
        var organisation = new Organisation()
            .Add("Objectives", ("Title", "Alla utbildade"), ("Year", 2025), ("Outcome", 68))
            .Add("Objectives", ("Title", "Alla utbildade"), ("Year", 2026), ("Previous", 71));
        organisation.Build();

        Assert.Equal(
            "Föregående utfall är 71 men förra årets rad säger 68. Rätta det tal som är fel.",
            Assert.Single(organisation.Findings, f => f.Column == "Föregående utfall").Message
        );
    }

    [Fact]
    public void A_clause_or_an_incident_entered_twice_is_found()
    {
        var organisation = new Organisation()
            .Add(2, "RequirementAssessments", ("Year", 2026), ("Edition", "2022"), ("Clause", "9.3"))
            .Add("RequirementAssessments", ("Year", 2025), ("Edition", "2022"), ("Clause", "9.3"))
            .Add(2, "Incidents", ("Year", 2026), ("IaId", "IA-1"));
        organisation.Build();

        var finding = Assert.Single(organisation.Findings, f => f.Message.Contains("skattat två gånger"));
        Assert.Equal(("2", FindingLevel.Error), (finding.RowId, finding.Level));
        Assert.Equal("2", Assert.Single(organisation.Findings, f => f.Column == "IA-nummer").RowId);
    }

    [Fact]
    public void The_settings_must_be_one_row()
    {
        var (none, two) = (new Organisation(), new Organisation().Add(2, "Settings", ("OrganisationName", "Nämnden")));
        none.Build();
        two.Build();

        Assert.Contains(none.Findings, f => f is { List: "Inställningar", RowId: null });
        Assert.Contains(
            two.Findings,
            f => f is { List: "Inställningar", RowId: "2" } && f.Message.Contains("en enda rad")
        );
    }

    [Fact]
    public void The_annex_shows_the_gravest_first_and_counts_by_level()
    {
        var organisation = new Organisation()
            .Add("Settings", ("OrganisationForm", "Nämnd"))
            .Add("ActionItems", ("Status", "Klar"), ("CompletedOn", "2026-01-01"), ("DueText", "snart"))
            .Add("Incidents", ("Year", 2026), ("Status", "Ny"), ("ClosedOn", "2026-01-02"));
        var review = organisation.Build();

        Assert.Equal(organisation.Findings.Count, review.Findings.Rows.Count);
        Assert.Equal(
            review.Findings.Rows.OrderByDescending(f => f.Level).Select(f => f.Level),
            review.Findings.Rows.Select(f => f.Level)
        );
        Assert.Equal(1m, FieldText.Of(review, "Iakttagelser.Antal fel"));
        Assert.Equal(1m, FieldText.Of(review, "Iakttagelser.Antal upplysningar"));
        Assert.Matches(
            "gjordes \\d+\u00a0iakttagelser: 1\u00a0fel, \\d+\u00a0varning(ar)? och 1\u00a0upplysning\\.$",
            FieldText.Of(review, "Iakttagelser.Mening") as string
        );
    }

    private static List<Finding> Find(string list, (string Column, object Value)[] row)
    {
        var organisation = new Organisation().Add(list, row);
        organisation.Build();
        return organisation.Findings;
    }

    private sealed record Case(
        string List,
        FindingLevel Level,
        string Column,
        string Says,
        (string Column, object Value)[] Row,
        (string Column, object Value) Mend
    );
}
