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

    /// <summary>What an open edition holds of it.</summary>
    public static ListOf<Decision> AsList { get; } =
        new(List, Read)
        {
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
                var actions = new RowLookup<ActionItem>(lists.ActionItems, a => a.Origin, a => a.Title);
                return r =>
                    r.ActionItem is null ? SourceRows.None
                    : actions.TryFind(r.ActionItem) is { } action ? new([action])
                    : SourceRows.Missing;
            },
        };

    public static Decision Read(RowReader row) =>
        new(
            row.Origin(),
            row.Text("Title"),
            row.Text("Text"),
            row.Date("DecidedOn"),
            row.Reference("DecidedBy"),
            row.Choice<DecisionKind>("Kind"),
            row.Reference("ActionItem")
        );
}
