namespace SpLg.Tests.Findings;

/// <summary>The rules of incidents and of undesired events.</summary>
internal static class EventCheckCases
{
    public static readonly Dictionary<string, DataCheckCase> All = new(StringComparer.Ordinal)
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
        ["incident of an activity that is not there"] = new(
            "Incidents",
            FindingLevel.Warning,
            "Informationsbehandling",
            "”Lån” finns inte i listan Informationsbehandlingar",
            [("Year", 2026), ("ProcessingActivity", "Lån")],
            ("ProcessingActivity", "")
        ),
        ["summary without publication"] = new(
            "Incidents",
            FindingLevel.Warning,
            "Publicering",
            "visas inte",
            [("Year", 2026), ("ReportSummary", "Ett konto låg kvar.")],
            ("Publication", "Öppen")
        ),
    };
}
