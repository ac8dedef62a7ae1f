namespace SpLg.Core.Review;

/// <summary>An action in one year of the plan.</summary>
/// <param name="IsFirst">The plan's first year that holds it, where it is described.</param>
public sealed record PlanItem(ActionItem Action, bool IsFirst) : ISourceRow
{
    public RowOrigin Origin => Action.Origin;

    public static FieldSet Fields { get; } =
        new([
            .. ActionFields.Fields.Fields.Select(f => f with { Read = row => f.Read(((PlanItem)row).Action) }),
            new(
                "Beskrivning en gång",
                FieldKind.Text,
                "Beskrivningen med punkt efter, bara i planens första år med åtgärden.",
                row => row is PlanItem { IsFirst: true, Action.Description: { } text } ? Swedish.WithStop(text) : null,
                null
            ),
        ]);
}
