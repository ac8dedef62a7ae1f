namespace SpLg.Core.Review;

/// <summary>The key figures of the other sections and the actions marked for the summary.</summary>
public sealed record Summary(SectionSource Source, IReadOnlyList<KeyFigure> Figures, IReadOnlyList<ActionItem> Actions)
{
    public const string GroupName = "Sammanfattning";

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<Summary>(s => s.Source)
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
            Texts = [new("Sammanfattning", "sammanfattningen") { After = "Årshjul" }],
        };

    private static Summary Build(ReviewSource source)
    {
        var lists = source.Lists;
        var actions = ActionFields.InOrder(
            lists.Of(ActionItem.AsList).Where(a => a.InSummary.Is(true) && EarlierActions.IsOpen(a))
        );
        return new(
            SectionSource
                .Of(
                    lists,
                    Trace.Of(ActionItem.AsList.Title, "Med i sammanfattningen är ja och Status är öppen", actions),
                    lists.Of(ActionItem.AsList).Count,
                    "Inga åtgärder är valda till sammanfattningen."
                )
                .ShowingRows(actions),
            [
                .. ToldAfter
                    .InOrder(
                        [.. ReviewSections.All.Select(s => s.SummarisedIn(source)).OfType<SummarisedPart>()],
                        s => s.Section,
                        s => s.After
                    )
                    .SelectMany(s => s.Figures),
            ],
            ToldLines.Of(actions)
        );
    }
}

/// <summary>One figure of the summary: as text, so that shares, days and counts stand in one table.</summary>
/// <param name="Before">Null when last year has no such figure.</param>
public sealed record KeyFigure(
    string Name,
    string Now,
    string? Before,
    string Trend,
    Trace Counted,
    Trace? CountedBefore = null
)
{
    /// <summary>
    /// Its meaning for somebody who does not work with it, in a Swedish clause without capital and full stop; null when
    /// its name tells.
    /// </summary>
    public string? Meaning { get; init; }

    /// <summary>The text of last year's column: a figure that is not counted by year is not missing.</summary>
    internal string BeforeText => Before ?? (Trend == NotByYear ? "–" : Footing.NoRows);

    /// <summary>The words beside a figure that says how things are and not how a year was.</summary>
    internal const string NotByYear = "jämförs inte mellan år";

    /// <summary>A number of rows.</summary>
    internal static KeyFigure OfCount(string name, RowCount now, RowCount? before) =>
        new(name, now.Figure.ToString(), before?.Figure.Text, now.Trend(before), now.Trace, before?.Trace);

    internal static string Missing(int rows) => rows == 0 ? "" : $" (uppgift saknas för {Swedish.Number(rows)})";

    internal static string Percent(decimal percent) => $"{Swedish.Number(percent)}\u00a0%";

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<KeyFigure>()
            .Text("Nyckeltal", "Vad som mäts.", k => k.Name)
            .Text("I år", "Värdet i år.", k => k.Now)
            .Text(
                "Förra året",
                "Värdet förra året; saknas när det inte finns, – när det inte räknas.",
                k => k.BeforeText
            )
            .From(k => k.CountedBefore)
            .Text("Trend", "Jämförelsen i ord.", k => k.Trend)
            .From(k => k.Counted.Against(k.CountedBefore))
            .Text(
                "Riktning",
                "Jämförelsen i ord utan talen, för en tabell som har dem i egna kolumner.",
                k => Language.Trend.WithoutNumbers(k.Trend)
            )
            .From(k => k.Counted.Against(k.CountedBefore))
            .AllFrom(k => k.Counted)
            .Build();
}
