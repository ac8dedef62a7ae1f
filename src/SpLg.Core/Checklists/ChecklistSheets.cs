using SpLg.Core.Choices;
using SpLg.Core.Fields;
using SpLg.Core.Lists;
using SpLg.Core.Review;

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
            [.. About(checklist.Cover), .. SheetFact.Of(SelfAssessmentChecklist.Fields, checklist, "Standard", "Mening"), .. SheetFact.Of(SelfAssessment.Fields, checklist.Assessment, "Jämförelse")],
            [
                .. Columns(ClauseRow.Fields, ("Avsnitt", 9), ("Krav", 38)),
                SheetColumn.Of(ClauseRow.Fields, "Uppfyllt", 12, Choice.Texts<Fulfilment>()),
                .. Columns(ClauseRow.Fields, ("Uppfyllt förra året", 12), ("Kommentar", 40), ("Föreslagen åtgärd", 40), ("Ansvarig", 20)),
                SheetColumn.Of(ClauseRow.Fields, "Prioritet", 11, Choice.Texts<Priority>()),
                .. Columns(ClauseRow.Fields, ("Tid", 20)),
            ],
            checklist.Assessment.Clauses),
        new(
            "Per kapitel",
            $"{checklist.Cover.Title} per kapitel",
            [],
            Columns(ChapterTotals.Fields, ("Kapitel", 10), ("Rubrik", 24), ("Ja", 8), ("Delvis", 9), ("Nej", 8), ("Obesvarade", 13), ("Summa", 10), ("Andel", 10), ("Trend", 50)),
            [.. checklist.Assessment.Chapters, checklist.Assessment.Total]),
    ];

    public static IReadOnlyList<Sheet> Of(ProcurementChecklist checklist) =>
    [
        new(
            "Kontrollpunkter",
            checklist.Cover.Title,
            [
                .. About(checklist.Cover),
                .. SheetFact.Of(
                    ProcurementRow.Fields, checklist.Row, "Diarienummer", "Fas", "Hanterar information", "ISAM involverad", "Informationsklassad", "Biträdesavtal", "Annonserad den", "Upphandlare", "Avtalet löper ut"),
                .. SheetFact.Of(ProcurementChecklist.Fields, checklist, "Klartecken", checklist.Checks.Count > 0 ? "Mening" : "Underlag"),
            ],
            [
                .. Columns(CheckFields.Fields, ("Fas", 15), ("Kontrollpunkt", 48)),
                SheetColumn.Of(CheckFields.Fields, "Obligatorisk", 13, YesOrNo),
                SheetColumn.Of(CheckFields.Fields, "Svar", 16, Choice.Texts<CheckAnswer>()),
                .. Columns(CheckFields.Fields, ("Kommentar", 48), ("Besvarad av", 20), ("Besvarad den", 14)),
            ],
            checklist.Checks),
        new(
            "Kvar att göra",
            "Kvar att göra",
            [],
            Columns(Remaining.Fields, ("Uppgift", 70), ("Vem", 36), ("Läge", 14)),
            checklist.Remaining),
    ];

    public static IReadOnlyList<Sheet> Of(RoleChecklist checklist) =>
    [
        new(
            "Årshjul",
            checklist.Cover.Title,
            [.. About(checklist.Cover), .. SheetFact.Of(RoleChecklist.Fields, checklist, checklist.Basis.Sentence is null ? "Mening" : "Underlag")],
            Columns(WheelActivity.Fields, ("Aktivitet", 46), ("Månader", 30), ("Återkommer", 18), ("Beskrivning", 50), ("Process", 24)),
            [.. checklist.Months.SelectMany(m => m.Activities).Concat(checklist.Monthly).Concat(checklist.Undated).Distinct()]),
        Actions("Åtgärder", $"Öppna åtgärder {checklist.Cover.Year}", checklist.Actions),
    ];

    public static IReadOnlyList<Sheet> Of(ActionPlan plan) =>
    [
        new(
            "Brister",
            plan.Cover.Title,
            [.. About(plan.Cover), .. SheetFact.Of(ActionPlan.Fields, plan, "Objektägare", "Objektledare", "Mening", "Åtgärdsmening")],
            Columns(
                ActivityGaps.Fields,
                ("Informationsbehandling", 36), ("System", 24), ("Brister", 60), ("Antal brister", 10), ("Gula", 8), ("Röda", 8),
                ("Senaste KLASSA", 13), ("Senaste RSA", 13), ("Senaste behörighetskontroll", 16), ("Öppna åtgärder", 48)),
            plan.Activities),
        Actions("Öppna åtgärder", "Öppna åtgärder", plan.Open),
        Actions("Avslutade åtgärder", "Avslutade åtgärder", plan.Closed),
    ];

    private static Sheet Actions(string name, string title, IReadOnlyList<ListedAction> actions) => new(
        name,
        title,
        [],
        [
            .. Columns(ListedAction.Fields, ("Åtgärd", 48), ("Beskrivning", 48), ("Källans rad", 30), ("Ansvarig eller roll", 24)),
            SheetColumn.Of(ListedAction.Fields, "Prioritet", 11, Choice.Texts<Priority>()),
            .. Columns(ListedAction.Fields, ("Klart senast", 13), ("När", 26)),
            SheetColumn.Of(ListedAction.Fields, "Status", 20, Choice.Texts<ActionStatus>()),
            .. Columns(ListedAction.Fields, ("Procent klart", 10), ("Klar den", 13), ("Skäl", 40)),
        ],
        actions);

    private static IReadOnlyList<SheetFact> About(ChecklistCover cover) => SheetFact.Of(ChecklistCover.Fields, cover, "Organisation", "Underlaget läst", "Utgåva");

    private static IReadOnlyList<SheetColumn> Columns(FieldSet fields, params IReadOnlyList<(string Name, int Width)> columns) =>
        [.. columns.Select(c => SheetColumn.Of(fields, c.Name, c.Width))];
}
