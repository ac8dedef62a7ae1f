namespace SpLg.Core.Rows;

/// <summary>A decision of the head of administration on the management system. A row of the list Beslut.</summary>
public sealed record Decision(
    RowOrigin Origin,
    string? Title,
    string? Text,
    Entry<DateOnly> DecidedOn,
    Reference? DecidedBy,
    Entry<DecisionKind> Kind,
    Reference? ActionItem
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "Decisions";

    /// <summary>The description of the list.</summary>
    public static ListOf<Decision> AsList { get; } =
        new(List, "Beslut", Read)
        {
            LongTitle = nameof(Text),
            Noun = new("beslut", "beslut", IsNeuter: true),
            Rule = OpenRule.UnlessClosed,
            Open =
            [
                nameof(Title),
                nameof(Text),
                nameof(DecidedOn),
                nameof(DecidedBy),
                nameof(Kind),
                nameof(ActionItem),
            ],
            Sections = [NewDecisions.GroupName, EarlierActions.GroupName],
            ComesFrom = lists =>
            {
                var actions = new RowLookup<ActionItem>(lists.Of(Rows.ActionItem.AsList), a => a.Origin, a => a.Title);
                return r =>
                {
                    if (r.ActionItem is null)
                        return SourceRows.None;
                    return actions.TryFind(r.ActionItem) is { } action ? new([action]) : SourceRows.Missing;
                };
            },
            YearColumns = ["Year", nameof(DecidedOn)],
            YearsTold = y => (y.Title - 1, y.Title),
            IsDecidedAhead = true,
            MeantBy = [ActionSource.Decision],
            PointedAt = r => new(r.Origin, r.Title, RowOrder.YearOf(r.Origin, r.DecidedOn), r.Kind.Text),
            Checks = DecisionChecks.Of,
        };

    public static Decision Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Text: row.Text("Text"),
            DecidedOn: row.Date("DecidedOn"),
            DecidedBy: row.Reference("DecidedBy"),
            Kind: row.Choice<DecisionKind>("Kind"),
            ActionItem: row.Reference("ActionItem")
        );
}

/// <summary>Rules for Beslut.</summary>
internal static class DecisionChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<Decision> rows, DataToCheck data) =>
        [
            .. rows.Select(r => r.Origin.WithoutYear(RowOrder.YearOf(r.Origin, r.DecidedOn))),
            .. RowChecks.Pointing(
                rows.Select(r => (r.Origin, r.ActionItem)),
                data,
                ActionItem.AsList,
                a => a.Title,
                "Åtgärd",
                ". Välj om åtgärden."
            ),
            .. RowChecks.Named(rows, r => r.Title ?? r.Text, "Beslut"),
            .. RowChecks.Different(
                rows,
                r => RowChecks.Key(r.Title, RowChecks.Year(r.Origin)),
                r => $"Beslutet ”{r.Title}”",
                ("Beslutat", r => r.DecidedOn.Text)
            ),
        ];
}

public enum DecisionKind
{
    [ChoiceText("Förbättring")]
    Improvement,

    [ChoiceText("Ändring av LIS")]
    ChangeOfLis,

    [ChoiceText("Resurs")]
    Resource,

    [ChoiceText("Övrigt")]
    Other,
}
