namespace SpLg.Core.Review;

/// <summary>Rules for Oönskade händelser.</summary>
internal static class EventChecks
{
    public static IEnumerable<Finding> Of(IReadOnlyList<UndesiredEvent> rows, int year)
    {
        Func<UndesiredEvent, Finding?>[] rules =
        [
            r => r.Origin.WithoutYear(RowOrder.YearOf(r.Origin)),
            r => NotFollowedUp(r, year),
            NotFollowedWithoutRecommendation,
            RecommendationWithoutOwner,
        ];
        return rows.SelectMany(r => rules.Select(rule => rule(r))).OfType<Finding>();
    }

    private static Finding? NotFollowedUp(UndesiredEvent row, int year) =>
        RowOrder.YearOf(row.Origin) == year - 1 && (row.Assessment.IsEmpty || row.Assessment.Is(Assessment.NotAssessed))
            ? row.Origin.Warning(
                "Bedömning",
                "Förra årets händelse är inte bedömd. Följ upp den och fyll i bedömningen."
            )
            : null;

    private static Finding? NotFollowedWithoutRecommendation(UndesiredEvent row) =>
        (row.Assessment.Is(Assessment.PartlyFollowed) || row.Assessment.Is(Assessment.NotFollowed))
        && row.Recommendation is null
            ? row.Origin.Warning(
                "ISAM:s rekommendation",
                $"Bedömningen är {row.Assessment.Text} men rekommendation saknas. Skriv vad som bör göras."
            )
            : null;

    private static Finding? RecommendationWithoutOwner(UndesiredEvent row) =>
        row.Recommendation is not null && row.RecommendationOwner is null
            ? row.Origin.Warning("Ansvarig för rekommendationen", "Rekommendationen har ingen ansvarig. Utse någon.")
            : null;
}
