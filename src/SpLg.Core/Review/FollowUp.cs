namespace SpLg.Core.Review;

/// <summary>Outcome of an action from an earlier year; each action has one of these.</summary>
internal enum FollowUp
{
    Done,

    /// <summary>Open, and in the plan.</summary>
    Planned,

    /// <summary>Open, and in no year of the plan.</summary>
    NotPlanned,

    ClosedWithoutAction,

    /// <summary>Its status is empty or cannot be read.</summary>
    Unknown,
}
