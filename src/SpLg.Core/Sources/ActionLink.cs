namespace SpLg.Core.Sources;

/// <summary>Where an action comes from and which processing activities it is about.</summary>
/// <param name="State">How well the row it comes from is known.</param>
/// <param name="Rows">
/// The rows it comes from, and the activity that is chosen for it: one when it is known, all that may be meant when
/// <paramref name="State"/>is <see cref="SourceState.Ambiguous"/>, none when nothing is.
/// </param>
/// <param name="About">How well it is known what the action is about; <see cref="SourceState.NotSaid"/> when it comes
/// from a row that is about no activity.</param>
/// <param name="Activities">What it is about: one activity, or all of a system or a managed object; those that may be
/// meant when it is not clear.</param>
public sealed record ActionLink(
    ActionItem Action,
    SourceState State,
    IReadOnlyList<RowOrigin> Rows,
    SourceState About,
    IReadOnlyList<ProcessingActivity> Activities
)
{
    /// <summary>True when the words may name more rows than are found.</summary>
    public bool HasMore { get; init; }

    /// <summary>True when it stands in the plan of a managed object.</summary>
    public bool IsPlaced => About == SourceState.Found;

    /// <summary>
    /// True when its words point at something that cannot be made out, so that it stands in no plan although it may
    /// belong there.
    /// </summary>
    public bool IsUnplaced => About is SourceState.Unknown or SourceState.Ambiguous;
}
