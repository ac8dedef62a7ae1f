namespace SpLg.Core.Review;

/// <summary>
/// Lateness: not done although its day had passed when its row was read (<see cref="RowOrigin.ReadOn"/>), so that a
/// document says the same whenever it is made again. A status that cannot be read says nothing either way.
/// </summary>
internal static class Lateness
{
    public static bool IsLate(ActionItem action) => action.Origin.ReadOn is { } day && IsLate(action, day);

    public static bool IsLate(ActionItem action, DateOnly day) =>
        (action.Status.IsEmpty || action.Status.Value is not null)
        && EarlierActions.IsOpen(action)
        && action.DueOn.Value < day;

    /// <summary>Of what the assessment of a requirement proposes; done when the requirement is fulfilled.</summary>
    public static bool IsLate(RequirementAssessment assessment) =>
        assessment.ProposedAction is not null
        && (assessment.Fulfilled.IsEmpty || assessment.Fulfilled.Value is Fulfilment.Partly or Fulfilment.No)
        && assessment.DueOn.Value < assessment.Origin.ReadOn;

    /// <summary>A time with the word for being late.</summary>
    public static string? Mark(string? time, bool isLate) => isLate ? $"{time}, försenad" : time;
}
