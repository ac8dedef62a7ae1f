namespace SpLg.Core.Review;

/// <summary>The key figures of the other sections and the actions marked for the summary.</summary>
public sealed record Summary(Basis Basis, IReadOnlyList<KeyFigure> Figures, IReadOnlyList<ActionItem> Actions)
{
    public const string GroupName = "Sammanfattning";

    public static FieldSet Fields { get; } =
        Basis
            .Fields<Summary>(s => s.Basis)
            .List("Nyckeltal", "Nyckeltal i år mot förra året.", s => s.Figures, KeyFigure.Fields)
            .Number("Antal åtgärder", "Antal åtgärder som är med i sammanfattningen.", s => s.Actions.Count)
            .List(
                "Åtgärder",
                "Åtgärderna som ska vara med i sammanfattningen, de viktigaste först.",
                s => s.Actions,
                ActionFields.Fields
            )
            .Build();

    public static Section<Summary> Section { get; } =
        new(GroupName, "Sammanfattningen.", () => Fields, Build)
        {
            Texts = [new(6, "Sammanfattning", "sammanfattningen")],
        };

    private static Summary Build(ReviewSource source)
    {
        var lists = source.Lists;
        var actions = ActionFields.InOrder(
            lists.ActionItems.Where(a => a.InSummary.Is(true) && EarlierActions.IsOpen(a))
        );
        return new(
            Basis
                .Of(
                    lists,
                    Trace.Of(ActionItem.AsList.Title, "Med i sammanfattningen är ja och Status är öppen", actions),
                    lists.ActionItems.Count,
                    "Inga åtgärder är valda till sammanfattningen."
                )
                .ShowingRows(actions),
            [
                .. ReviewSections
                    .All.Select(s => s.KeyFiguresIn(source))
                    .OfType<(int Place, IEnumerable<KeyFigure> Figures)>()
                    .OrderBy(s => s.Place)
                    .SelectMany(s => s.Figures),
            ],
            ToldLines.Of(actions)
        );
    }
}
