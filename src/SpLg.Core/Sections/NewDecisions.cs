namespace SpLg.Core.Sections;

/// <summary>The decisions of the review's year.</summary>
public sealed record NewDecisions(SectionSource Source, IReadOnlyList<Decision> Rows)
{
    public const string GroupName = "Beslut";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<NewDecisions>(d => d.Source)
            .Number("Antal", "Antal beslut i år.", d => d.Rows.Count)
            .List("Rader", "Årets beslut i tidsordning.", d => d.Rows, DecisionFields.Fields)
            .Build();

    public static Section<NewDecisions> Section { get; } =
        new(GroupName, "Årets beslut.", () => Fields, s => Build(s.Lists, s.Years))
        {
            Texts = [new("Beslut", "besluten") { After = "Förbättringar" }],
            Compares = new(
                "Årets beslut.",
                d => d.Source,
                t => $"Ledningarna har fattat {t("Antal").Counted("beslut", "beslut")} under året.",
                [new("Antal", "Antal beslut i år.", d => d.Rows.Count)]
            )
            {
                After = SelfAssessment.GroupName,
            },
        };

    public static NewDecisions Build(OrganisationLists lists, ReviewYears years)
    {
        var year = years.Title;
        var rows = DecisionFields.Of(lists, years, year);
        return new(
            SectionSource
                .Of(
                    lists,
                    Trace.Of(Decision.AsList.Title, DecisionFields.Filter(years, year), rows),
                    lists.Of(Decision.AsList).Count,
                    $"Inga beslut är antecknade för {year}.",
                    lists.Of(Decision.AsList).Count(d => RowOrder.YearOf(d.Origin, d.DecidedOn) is null)
                )
                .ShowingRows(rows),
            rows
        );
    }
}

/// <summary>A decision as the sections on earlier and new decisions show it.</summary>
internal static class DecisionFields
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<Decision>()
            .Text("Beslut", "Beslutets rubrik.", d => d.Title)
            .Text("Beslutstext", "Beslutets ordalydelse.", d => d.Text)
            .Date("Beslutat", "Dagen för beslutet.", d => d.DecidedOn)
            .Text("Beslutat av", "Namnet på den som beslutade.", d => d.DecidedBy?.Text)
            .Choice("Slag", "Förbättring, Ändring av LIS, Resurs eller Övrigt.", d => d.Kind)
            .Text(
                "Åtgärd",
                "Åtgärden som beslutet ledde till, med ordet försenad när den är det.",
                d => d.ActionItem?.Text
            )
            .Build();

    /// <summary>The words for <see cref="Of"/>.</summary>
    public static string Filter(ReviewYears years, int year) =>
        years.DecidesAhead
            ? $"{YearFilter.Of(year)} (där År är tomt: Beslutat under {YearFilter.Text(year - 1)})"
            : YearFilter.Of(year, "Beslutat");

    /// <summary>The year of the review that decided: one that is written before its year decides the year before.</summary>
    private static int? YearOf(Decision decision, ReviewYears years) =>
        decision.Origin.WholeYear ?? decision.DecidedOn.Value?.Year + (years.DecidesAhead ? 1 : 0);

    /// <summary>
    /// The decisions of the review of a year: by their Year column, where it is empty by the date of the decision. That
    /// the action one led to is late is told with its name.
    /// </summary>
    public static IReadOnlyList<Decision> Of(OrganisationLists lists, ReviewYears years, int year)
    {
        var actions = new RowLookup<ActionItem>(lists.Of(ActionItem.AsList), a => a.Origin, a => a.Title);
        return
        [
            .. lists
                .Of(Decision.AsList)
                .Where(d => YearOf(d, years) == year)
                .OrderBy(d => RowOrder.ByDate(d.DecidedOn))
                .ThenBy(d => RowOrder.ById(d.Origin))
                .Select(d =>
                    d.ActionItem is { Text: { } text } named && actions.TryFind(named) is { } action
                        ? d with
                        {
                            ActionItem = named with { Text = Lateness.Mark(text, Lateness.IsLate(action)) },
                        }
                        : d
                ),
        ];
    }
}
