namespace SpLg.Core.Rows;

/// <summary>Rules for Oönskade händelser.</summary>
internal static class EventChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<UndesiredEvent> rows, DataToCheck data)
    {
        Func<UndesiredEvent, Finding?>[] rules =
        [
            r => r.Origin.WithoutYear(RowOrder.YearOf(r.Origin)),
            r => NotFollowedUp(r, data.Years.FollowedUpEvents),
            NotFollowedWithoutRecommendation,
            RecommendationWithoutOwner,
        ];
        return
        [
            .. rows.SelectMany(r => rules.Select(rule => rule(r))),
            .. RowChecks.Told(
                rows,
                r => r.Title,
                "Oönskad händelse",
                IsBare,
                "Bedömning",
                "en bedömning, en observation, en rekommendation eller sannolikhet och konsekvens"
            ),
            .. RowChecks.Different(
                rows,
                r => RowChecks.Key(r.Title, RowChecks.Year(r.Origin)),
                r => $"Händelsen ”{r.Title}”",
                ("Sannolikhet (1–5)", r => r.Likelihood.Text),
                ("Konsekvens (1–5)", r => r.Impact.Text),
                ("Bedömning", r => r.Assessment.Text)
            ),
        ];
    }

    private static bool IsBare(UndesiredEvent row) =>
        row.Assessment.IsEmpty
        && row.Likelihood.IsEmpty
        && row.Impact.IsEmpty
        && row.Observation is null
        && row.Recommendation is null;

    private static Finding? NotFollowedUp(UndesiredEvent row, int year) =>
        RowOrder.YearOf(row.Origin) == year && (row.Assessment.IsEmpty || row.Assessment.Is(Assessment.NotAssessed))
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
