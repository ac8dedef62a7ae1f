namespace SpLg.Core.Sections;

/// <summary>The annual wheel (årshjul): what is done every year, by month. It is standing, whatever its year.</summary>
/// <param name="Rows">By month; those without a month that can be read come last.</param>
public sealed record AnnualWheel(
    SectionSource Source,
    IReadOnlyList<AnnualWheelActivity> Rows,
    IReadOnlyList<AnnualWheelMonth> Months
)
{
    public const string GroupName = "Årshjul";

    private static readonly FieldSet RowFields = new FieldSetBuilder<AnnualWheelActivity>()
        .Text(
            "Månad",
            "Månadens namn; det som står i kolumnen när det inte är en månad.",
            r => MonthOf(r) is { } month ? Swedish.Sentence(Swedish.Month(month)) : r.Month.Text
        )
        .Text("Aktivitet", "Vad som görs.", r => r.Title)
        .Text("Beskrivning", "Aktivitetens beskrivning.", r => r.Description)
        .Text(
            "Roller",
            "Rollerna som gör det, med och mellan.",
            r => ActionFields.RolesInWords(r.Role.Select(x => x.Text).OfType<string>())
        )
        .Choice("Återkommer", "Årligen, Tertial eller Månad.", r => r.Recurs)
        .Text("Process", "Processen som aktiviteten hör till.", r => r.Process)
        .Build();

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<AnnualWheel>(w => w.Source)
            .Number("Antal", "Antal återkommande aktiviteter.", w => w.Rows.Count)
            .List("Rader", "Aktiviteterna efter månad.", w => w.Rows, RowFields)
            .List(
                "Per månad",
                "Aktiviteterna grupperade efter månad; månader utan aktiviteter är inte med.",
                w => w.Months,
                new FieldSetBuilder<AnnualWheelMonth>()
                    .Text("Månad", "Månadens namn.", m => m.Month)
                    .Number("Antal", "Antal aktiviteter i månaden.", m => m.Rows.Count)
                    .List("Aktiviteter", "Månadens aktiviteter.", m => m.Rows, RowFields)
                    .Build()
            )
            .Build();

    public static Section<AnnualWheel> Section { get; } =
        new(GroupName, "Årshjulet.", () => Fields, s => Build(s.Lists)) { Texts = [new("Årshjul", "årshjulet")] };

    public static AnnualWheel Build(OrganisationLists lists)
    {
        IReadOnlyList<AnnualWheelActivity> rows =
        [
            .. lists.Of(AnnualWheelActivity.AsList).OrderBy(r => MonthOf(r) ?? 13).ThenBy(r => RowOrder.ById(r.Origin)),
        ];
        return new(
            SectionSource.Of(lists, Trace.Of(AnnualWheelActivity.AsList.Title, Trace.AllRows, rows), rows.Count, ""),
            rows,
            [
                .. rows.GroupBy(MonthOf)
                    .Select(g => new AnnualWheelMonth(
                        g.Key is { } month ? Swedish.Sentence(Swedish.Month(month)) : "Månad ej angiven",
                        [.. g]
                    )),
            ]
        );
    }

    /// <summary>1–12, or null when the cell does not say.</summary>
    internal static int? MonthOf(AnnualWheelActivity row) =>
        row.Month.Value is { } number && number is >= 1 and <= 12 && number == decimal.Truncate(number)
            ? (int)number
            : null;
}

/// <summary>Activities of one month of the annual wheel.</summary>
/// <param name="Month">The month's name with a capital, or words for none.</param>
public sealed record AnnualWheelMonth(string Month, IReadOnlyList<AnnualWheelActivity> Rows);
