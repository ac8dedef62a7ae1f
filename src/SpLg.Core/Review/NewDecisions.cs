namespace SpLg.Core.Review;

/// <summary>The decisions of the review's year.</summary>
public sealed record NewDecisions(Basis Basis, IReadOnlyList<Decision> Rows)
{
    public const string GroupName = "Beslut";

    public static FieldSet Fields { get; } =
        Basis
            .Fields<NewDecisions>(d => d.Basis)
            .Number("Antal", "Antal beslut i år.", d => d.Rows.Count)
            .List("Rader", "Årets beslut i tidsordning.", d => d.Rows, DecisionFields.Fields)
            .Build();

    public static Section<NewDecisions> Section { get; } =
        new(GroupName, "Årets beslut.", () => Fields, s => Build(s.Lists, s.Year))
        {
            Texts = [new(25, "Beslut", "besluten")],
            Compares = new(
                13,
                "Årets beslut.",
                d => d.Basis,
                t => $"Ledningarna har fattat {t("Antal").Counted("beslut", "beslut")} under året.",
                [new("Antal", "Antal beslut i år.", d => d.Rows.Count)]
            ),
        };

    public static NewDecisions Build(OrganisationLists lists, int year)
    {
        var rows = DecisionFields.Of(lists, year);
        return new(
            Basis
                .Of(
                    lists,
                    Trace.Of(Decision.AsList.Title, YearFilter.Of(year, "Beslutat"), rows),
                    lists.Decisions.Count,
                    $"Inga beslut är antecknade för {year}.",
                    lists.Decisions.Count(d => RowOrder.YearOf(d.Origin, d.DecidedOn) is null)
                )
                .ShowingRows(rows),
            rows
        );
    }
}
