namespace SpLg.Core.Checklists;

/// <summary>The sheets of each checklist's workbook: its main tables, columns named as in Word.</summary>
internal static class ChecklistSheets
{
    private static readonly IReadOnlyList<string> YesOrNo = ["Ja", "Nej"];

    public static IReadOnlyList<Sheet> Of(SelfAssessmentChecklist checklist) =>
        [
            new(
                "Självskattning",
                checklist.Cover.Title,
                [
                    .. About(checklist.Cover),
                    .. SheetFact.Of(SelfAssessmentChecklist.Fields, checklist, "Standard", "Mening"),
                    .. SheetFact.Of(SelfAssessment.Fields, checklist.Assessment, "Jämförelse"),
                ],
                [
                    .. Columns(ClauseRow.Fields, ("Avsnitt", 9), ("Krav", 32)),
                    SheetColumn.Of(ClauseRow.Fields, "Uppfyllt", 11, Choice.Texts<Fulfilment>()),
                    .. Columns(
                        ClauseRow.Fields,
                        ("Uppfyllt förra året", 11),
                        ("Kommentar", 34),
                        ("Föreslagen åtgärd", 34),
                        ("Ansvarig", 18)
                    ),
                    SheetColumn.Of(ClauseRow.Fields, "Prioritet", 11, Choice.Texts<Priority>()),
                    .. Columns(ClauseRow.Fields, ("Tid", 17)),
                ],
                checklist.Assessment.Clauses
            ),
            new(
                "Per kapitel",
                $"{checklist.Cover.Title} per kapitel",
                [],
                Columns(
                    ChapterTotals.Fields,
                    ("Kapitel", 10),
                    ("Rubrik", 24),
                    ("Ja", 8),
                    ("Delvis", 9),
                    ("Nej", 8),
                    ("Obesvarade", 13),
                    ("Summa", 10),
                    ("Andel", 10),
                    ("Trend", 50)
                ),
                [.. checklist.Assessment.Chapters, checklist.Assessment.Total]
            ),
        ];

    public static IReadOnlyList<Sheet> Of(ProcurementChecklist checklist) =>
        [
            new(
                "Kontrollpunkter",
                checklist.Cover.Title,
                [
                    .. About(checklist.Cover),
                    .. SheetFact.Of(ProcurementRow.Fields, checklist.Row, "Diarienummer", "Fas", "Upphandlare"),
                    .. SheetFact.Of(
                        ProcurementChecklist.Fields,
                        checklist,
                        "Klartecken",
                        checklist.Checks.Count > 0 ? "Mening" : "Underlag"
                    ),
                ],
                [
                    .. Columns(CheckFields.Fields, ("Fas", 15), ("Kontrollpunkt", 48)),
                    SheetColumn.Of(CheckFields.Fields, "Obligatorisk", 13, YesOrNo),
                    SheetColumn.Of(CheckFields.Fields, "Svar", 16, Choice.Texts<CheckAnswer>()),
                    .. Columns(CheckFields.Fields, ("Kommentar", 48), ("Besvarad av", 20), ("Besvarad den", 14)),
                ],
                checklist.Checks
            ),
            .. OnlyWithRows(
                new(
                    "Kvar att göra",
                    "Kvar att göra",
                    [],
                    Columns(Remaining.Fields, ("Uppgift", 70), ("Vem", 36), ("Läge", 14)),
                    checklist.Remaining
                )
            ),
        ];

    public static IReadOnlyList<Sheet> Of(RoleChecklist checklist) =>
        [
            new(
                "Årshjul",
                checklist.Cover.Title,
                [
                    .. About(checklist.Cover),
                    .. SheetFact.Of(
                        RoleChecklist.Fields,
                        checklist,
                        checklist.Source.Sentence is null ? "Mening" : "Underlag"
                    ),
                ],
                Columns(
                    WheelActivity.Fields,
                    ("Aktivitet", 46),
                    ("Månader", 30),
                    ("Återkommer", 18),
                    ("Beskrivning", 50),
                    ("Process", 24)
                ),
                checklist.Activities
            ),
            .. OnlyWithRows(Actions("Åtgärder", $"Öppna åtgärder {checklist.Cover.Year}", checklist.Actions)),
        ];

    public static IReadOnlyList<Sheet> Of(ActionPlan plan) =>
        [
            new(
                "Brister",
                plan.Cover.Title,
                [
                    .. About(plan.Cover),
                    .. SheetFact.Of(ActionPlan.Fields, plan, "Objektägare", "Objektledare", "Mening", "Åtgärdsmening"),
                ],
                Columns(
                    ActivityGaps.Fields,
                    ("Informationsbehandling", 28),
                    ("System", 18),
                    ("Brister i ord", 46),
                    ("Antal brister", 9),
                    ("Gula", 8),
                    ("Röda", 8),
                    ("Senaste KLASSA", 13),
                    ("Senaste RSA", 13),
                    ("Senaste behörighetskontroll", 16),
                    ("Öppna åtgärder", 34)
                ),
                plan.Activities
            ),
            .. OnlyWithRows(Actions("Öppna åtgärder", "Öppna åtgärder", plan.Open)),
            .. OnlyWithRows(Actions("Avslutade åtgärder", "Avslutade åtgärder", plan.Closed)),
            .. OnlyWithRows(Actions("Ej placerade", "Åtgärder som kan höra hit", plan.Unplaced)),
        ];

    /// <summary>
    /// The first sheet says in its facts that there is nothing; one more without rows would say it again.
    /// </summary>
    private static IEnumerable<Sheet> OnlyWithRows(Sheet sheet) => sheet.Rows.Count > 0 ? [sheet] : [];

    private static Sheet Actions(string name, string title, IReadOnlyList<ListedAction> actions) =>
        new(
            name,
            title,
            [],
            [
                .. Columns(
                    ListedAction.Fields,
                    ("Åtgärd", 34),
                    ("Beskrivning", 34),
                    ("Gäller", 22),
                    ("Ansvarig eller roll", 18)
                ),
                SheetColumn.Of(ListedAction.Fields, "Prioritet", 11, Choice.Texts<Priority>()),
                .. Columns(ListedAction.Fields, ("Klart senast", 12), ("När", 18)),
                SheetColumn.Of(ListedAction.Fields, "Status", 15, Choice.Texts<ActionStatus>()),
                .. Columns(ListedAction.Fields, ("Procent klart", 9), ("Klar den", 12), ("Skäl", 26)),
            ],
            actions
        );

    private static IReadOnlyList<SheetFact> About(ChecklistCover cover) =>
        SheetFact.Of(ChecklistCover.Fields, cover, "Organisation", "Underlaget läst", "Utgåva");

    private static IReadOnlyList<SheetColumn> Columns(
        FieldSet fields,
        params IReadOnlyList<(string Name, int Width)> columns
    ) => [.. columns.Select(c => SheetColumn.Of(fields, c.Name, c.Width))];
}
