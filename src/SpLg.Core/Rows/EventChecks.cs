namespace SpLg.Core.Rows;

/// <summary>Rules for Oönskade händelser.</summary>
internal static class EventChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<UndesiredEvent> rows, DataToCheck data)
    {
        var actions = data.Links.BySource(UndesiredEvent.AsList);
        Func<UndesiredEvent, Finding?>[] rules =
        [
            r => r.Origin.WithoutYear(RowOrder.YearOf(r.Origin)),
            r => NotFollowedUp(r, data.Years.FollowedUpEvents),
            NotFollowedWithoutRecommendation,
            RecommendationWithoutOwner,
            HigherAfterwards,
            r => RecommendationWithoutAction(r, data.Years, actions),
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

    /// <summary>What is recommended in what the review tells of, and not decided yet.</summary>
    private static Finding? RecommendationWithoutAction(
        UndesiredEvent row,
        ReviewYears years,
        ILookup<string, ActionItem> actions
    ) =>
        row.Recommendation is not null
        && RowOrder.YearOf(row.Origin) is { } year
        && (year == years.Title || year == years.FollowedUpEvents)
        && !actions[row.Origin.Id].Any()
            ? row.Origin.Info(
                "ISAM:s rekommendation",
                $"Ingen åtgärd kommer ur rekommendationen. Lägg till en i listan Åtgärder med källan {row.Source.Text ?? "VoR"} och "
                    + "händelsens namn i Källans rad, så följs den."
            )
            : null;

    private static Finding? HigherAfterwards(UndesiredEvent row)
    {
        var of = new EventRow(0, row, RiskLevels.Default);
        return of.ResidualValue > of.RiskValue
            ? row.Origin.Warning(
                "Sannolikhet efter åtgärd (1–5)",
                $"Riskvärdet efter åtgärd ({Swedish.Number(of.ResidualValue.Value)}) överstiger det före "
                    + $"({Swedish.Number(of.RiskValue!.Value)}). Rätta det som är fel."
            )
            : null;
    }

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
