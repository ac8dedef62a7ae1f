namespace SpLg.Core.Checklists;

/// <summary>Parts of the checklists' workbooks: their main tables, columns named as in Word.</summary>
internal static class ChecklistSheets
{
    public static readonly IReadOnlyList<string> YesOrNo = ["Ja", "Nej"];

    /// <summary>
    /// The first sheet says in its facts that there is nothing; one more without rows would say it again.
    /// </summary>
    public static IEnumerable<Sheet> OnlyWithRows(Sheet sheet) => sheet.Rows.Count > 0 ? [sheet] : [];

    public static Sheet Actions(string name, string title, IReadOnlyList<ListedAction> actions) =>
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

    public static IReadOnlyList<SheetFact> About(ChecklistCover cover) =>
        SheetFact.Of(ChecklistCover.Fields, cover, "Organisation", "Underlaget läst", "Utgåva");

    public static IReadOnlyList<SheetColumn> Columns(
        FieldSet fields,
        params IReadOnlyList<(string Name, int Width)> columns
    ) => [.. columns.Select(c => SheetColumn.Of(fields, c.Name, c.Width))];
}
