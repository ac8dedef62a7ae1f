namespace SpLg.Core.Checklists;

/// <summary>Checklista för upphandling: one procurement, its clearance and its check points phase by phase.</summary>
/// <param name="Phases">All six, or the one that was asked for; after them the check points without a phase.</param>
/// <param name="Shown">Those of them that have check points or are under way.</param>
/// <param name="Sources">The lists it is made of, the procurements first.</param>
/// <param name="Small">Which numbers are too small to be told.</param>
public sealed record ProcurementChecklist(
    ChecklistCover Cover,
    ProcurementRow Row,
    IReadOnlyList<ProcurementPhaseChecks> Phases,
    IReadOnlyList<ProcurementPhaseChecks> Shown,
    IReadOnlyList<Remaining> Remaining,
    IReadOnlyList<ListSource> Sources,
    SmallCounts Small
)
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ProcurementChecklist>()
            .Group(ChecklistCover.GroupName, "Uppgifter om dokumentet.", c => c.Cover, ChecklistCover.Fields)
            .Group("Upphandling", "Uppgifterna om upphandlingen.", c => c.Row, ProcurementRow.Fields)
            .From(c => c.OfProcurement)
            .Text(
                "Klartecken",
                "I en mening: om informationssäkerhetssamordnaren har gett klartecken före annonseringen.",
                c => c.Gate.Sentence
            )
            .From(c => c.OfProcurement)
            .Text(
                "Klartecken läge",
                "Avvikelse, Givet, Saknas, Behövs inte eller Går inte att bedöma.",
                c => c.Gate.State
            )
            .From(c => c.OfProcurement)
            .Text("Mening", "Hur många av kontrollpunkterna som är besvarade.", c => c.Sentence)
            .From(c => c.OfChecks)
            .Text(
                "Underlag",
                "En mening när upphandlingen inte har några kontrollpunkter, med vem som lägger in dem; annars tomt.",
                c => c.Row.Checks.Count > 0 ? null : c.WithoutChecks
            )
            .Number("Antal", "Antal kontrollpunkter.", c => c.Checks.Count)
            .From(c => c.OfChecks)
            .Number(
                "Antal obesvarade",
                "Antal kontrollpunkter utan svar.",
                c => SmallCounts.Shown(c.Unanswered.Count, c.AnsweredCount.IsHidden)
            )
            .From(c => c.OfUnanswered)
            .List(
                "Kvar att göra",
                "Det som återstår nu, det försenade först.",
                c => c.Remaining,
                Checklists.Remaining.Fields
            )
            .List("Faser", "Upphandlingens faser i ordning.", c => c.Phases, ProcurementPhaseChecks.Fields)
            .List(
                "Faser med punkter",
                "Bara faserna som har kontrollpunkter eller pågår nu.",
                c => c.Shown,
                ProcurementPhaseChecks.Fields
            )
            .List("Kontrollpunkter", "Alla kontrollpunkter i fasernas ordning.", c => c.Checks, CheckFields.Fields)
            .RichText(
                SectionSource.SourceName,
                "Listorna som checklistan kommer ur, med länk, antal rader och dagen då de lästes, i ett eget stycke.",
                c => ListSource.Line(c.Sources, c.Cover.ReadOn)
            )
            .Build();

    public static ChecklistKind Kind { get; } =
        new(DocumentType.ProcurementChecklist, "procurement-checklist", "checklista-upphandling", Fields, Documents);

    public IReadOnlyList<ProcurementCheck> Checks => [.. Phases.SelectMany(p => p.Checks)];

    private IReadOnlyList<ProcurementCheck> Unanswered => [.. Checks.Where(c => c.Answer.IsEmpty)];

    private Trace OfProcurement => Sources[0].Used;

    private Trace OfChecks => Sources[1].Used;

    private Trace OfUnanswered => OfChecks.Described("Svar är tomt", Unanswered);

    private ProcurementGate Gate => ProcurementGate.Of(Row);

    private string WithoutChecks =>
        "Inga kontrollpunkter är inlagda för upphandlingen. "
        + $"{(Row.Procurement.Buyer?.Text is { } buyer ? $"Upphandlaren, {buyer}," : "Upphandlaren")} lägger in dem "
        + "i listan Kontrollpunkter tillsammans med informationssäkerhetssamordnaren.";

    internal const string NotAllTold = "Alla redovisas inte var för sig i den öppna utgåvan.";

    private CountWithGaps AnsweredCount =>
        CountWithGaps.Of(
            new ChosenRows<ProcurementCheck>(ProcurementCheck.AsList.Title, OfChecks.Filter, Checks),
            "Svar är ifyllt",
            c => !c.Answer.IsEmpty,
            Small
        );

    private string? Sentence =>
        Checks.Count(k => !k.Answer.IsEmpty) switch
        {
            _ when Checks.Any(c => c.Origin.IsCounted) =>
                $"Upphandlingen har {Swedish.Count(Checks.Count, "kontrollpunkt", "kontrollpunkter")}. {NotAllTold}",
            _ when Checks.Count == 0 => null,
            var answered when answered == Checks.Count => Checks.Count == 1
                ? "Den enda kontrollpunkten är besvarad."
                : $"Alla {Swedish.InWords(Checks.Count)} kontrollpunkter är besvarade.",
            var answered => $"Av {Swedish.Count(Checks.Count, "kontrollpunkt", "kontrollpunkter")} är "
                + $"{Swedish.HowMany(answered)} {(answered <= 1 ? "besvarad" : "besvarade")}. "
                + Mandatory(Checks.Count(k => k.Mandatory.Is(true) && k.Answer.IsEmpty)),
        };

    private static string Mandatory(int unanswered) =>
        unanswered switch
        {
            0 => "Ingen av dem som saknar svar är obligatorisk.",
            1 => "En av dem som saknar svar är obligatorisk.",
            _ => $"{Swedish.Sentence(Swedish.InWords(unanswered))} av dem som saknar svar är obligatoriska.",
        };

    /// <param name="phase">Null for all phases.</param>
    public static ProcurementChecklist Build(
        ProcurementRow row,
        ProcurementPhase? phase,
        OrganisationLists lists,
        ChecklistContext context
    )
    {
        var current = row.Procurement.Phase.Value;
        var phases = ProcurementPhaseChecks
            .Build(row.Checks, current)
            .Where(p => phase is null || p.Phase == phase)
            .ToList();
        var title = $"Checklista för upphandling: {row.Procurement.Title ?? $"rad {row.Procurement.Origin.Id}"}";
        return new(
            Cover: ChecklistCover.Build(
                phase is { } one ? $"{title}, fasen {Choice.Text(one)}" : title,
                lists,
                context,
                Procurement.AsList.Title,
                ProcurementCheck.AsList.Title
            ),
            Row: row,
            Phases: phases,
            Shown:
            [
                .. phases.Where(p =>
                    p.Checks.Count > 0 || (row.Checks.Count > 0 && p.Phase == current) || phase is not null
                ),
            ],
            Remaining: Checklists.Remaining.Build(row, phases),
            Sources:
            [
                ListSource.Of(
                    lists,
                    Trace.Of(Procurement.AsList.Title, $"Upphandling är {row.Procurement.Title}", [row.Procurement]),
                    lists.Of(Procurement.AsList).Count
                ),
                ListSource.Of(
                    lists,
                    Trace.Of(
                        ProcurementCheck.AsList.Title,
                        $"Upphandling är {row.Procurement.Title}",
                        phases.SelectMany(p => p.Checks)
                    ),
                    lists.Of(ProcurementCheck.AsList).Count
                ),
            ],
            Small: lists.Small
        );
    }

    private static IReadOnlyList<ChecklistDocument> Documents(
        OrganisationLists lists,
        string? selection,
        ChecklistContext context
    )
    {
        var names = FileNames.Unique(
            lists.Of(Procurement.AsList),
            p => $"Checklista {p.Title}",
            p => $"rad {p.Origin.Id}"
        );
        var (wanted, phase) = ProcurementSelection.Read(lists.Of(Procurement.AsList), selection);
        // A procurement that somebody names is made into a checklist whatever its year.
        var years = ReviewYears.OfOneYear(context.Year, context.Year);
        var rows = wanted is null
            ? Procurements.Build(lists, years, context.Today).Rows
            : [Procurements.RowOf(lists, wanted)];
        return
        [
            .. rows.Select(row =>
            {
                var checklist = Build(row, phase, lists, context);
                var name = phase is { } one ? $"{names[row.Procurement]} {Choice.Text(one)}" : names[row.Procurement];
                return Kind.Document(checklist.Cover.Title, name, checklist, SheetsOf(checklist));
            }),
        ];
    }

    private static IReadOnlyList<Sheet> SheetsOf(ProcurementChecklist checklist) =>
        [
            new(
                "Kontrollpunkter",
                checklist.Cover.Title,
                [
                    .. ChecklistSheets.About(checklist.Cover),
                    .. SheetFact.Of(ProcurementRow.Fields, checklist.Row, "Diarienummer", "Fas", "Upphandlare"),
                    .. SheetFact.Of(
                        Fields,
                        checklist,
                        "Klartecken",
                        checklist.Checks.Count > 0 ? "Mening" : "Underlag"
                    ),
                ],
                [
                    .. ChecklistSheets.Columns(CheckFields.Fields, ("Fas", 15), ("Kontrollpunkt", 48)),
                    SheetColumn.Of(CheckFields.Fields, "Obligatorisk", 13, ChecklistSheets.YesOrNo),
                    SheetColumn.Of(CheckFields.Fields, "Svar", 16, Choice.Texts<CheckAnswer>()),
                    .. ChecklistSheets.Columns(
                        CheckFields.Fields,
                        ("Kommentar", 48),
                        ("Besvarad av", 20),
                        ("Besvarad den", 14)
                    ),
                ],
                checklist.Checks
            ),
            .. ChecklistSheets.OnlyWithRows(
                new(
                    "Kvar att göra",
                    "Kvar att göra",
                    [],
                    ChecklistSheets.Columns(Checklists.Remaining.Fields, ("Uppgift", 70), ("Vem", 36), ("Läge", 14)),
                    checklist.Remaining
                )
            ),
        ];
}
