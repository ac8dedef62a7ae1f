namespace SpLg.Core.Figures;

/// <summary>
/// The figures that objectives may follow, taken from the sections that print them, so that one thing has one figure.
/// </summary>
internal static class FollowedFigures
{
    /// <summary>The figure that the objective follows; null when it follows none that can be read.</summary>
    public static FollowedValue? Of(Objective objective, ReviewSource source) =>
        objective.Follows.Value is { } figure ? In(figure).Value(objective, source) : null;

    /// <summary>The list that the figure is counted in, by its Swedish title.</summary>
    public static string ListOf(FollowedFigure figure) => In(figure).List.Title;

    private static FollowedPart In(FollowedFigure figure) =>
        ReviewSections.All.Select(s => s.Followed(figure)).OfType<FollowedPart>().First();
}
