namespace SpLg.Requests;

/// <summary>A request as it was after one change.</summary>
/// <param name="Label">For example <c>7.0</c>.</param>
internal sealed record RequestVersion(
    string Label,
    DateTimeOffset ModifiedOn,
    Author ModifiedBy,
    ReviewRequest Request
);
