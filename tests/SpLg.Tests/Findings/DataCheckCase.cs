namespace SpLg.Tests.Findings;

/// <summary>A row that breaks a rule, and the smallest change that mends it.</summary>
/// <param name="Says">Words of the finding.</param>
internal sealed record DataCheckCase(
    string List,
    FindingLevel Level,
    string Column,
    string Says,
    (string Column, object Value)[] Row,
    (string Column, object Value) Mend
)
{
    private static readonly Dictionary<string, DataCheckCase> OfOtherLists = new(StringComparer.Ordinal)
    {
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
        ["requirement not answered"] = new(
            "RequirementAssessments",
            FindingLevel.Warning,
            "Uppfyllt",
            "inte besvarat",
            [("Year", 2026), ("Clause", "4.1"), ("Edition", "2022")],
            ("Fulfilled", "Ja")
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
        ["decision on an action that is not there"] = new(
            "Decisions",
            FindingLevel.Warning,
            "Åtgärd",
            "”Utbilda” finns inte i listan Åtgärder",
            [("Year", 2026), ("ActionItem", "Utbilda")],
            ("ActionItem", "")
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

    public static IReadOnlyDictionary<string, DataCheckCase> All { get; } =
        EventCheckCases.All.Concat(OfOtherLists).ToDictionary(StringComparer.Ordinal);
}
