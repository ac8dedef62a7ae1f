namespace SpLg.Core.Sections;

/// <summary>
/// Sentences about the position beyond the ten control points: age, kind of system, zone and continuity.
/// </summary>
internal static class ControlPointSentences
{
    /// <summary>
    /// The oldest day of each of the three dates; null when no activity has any, and when it may be that of one of
    /// which nothing is told.
    /// </summary>
    public static string? Age(IReadOnlyList<ControlPointRow> rows)
    {
        if (rows.Any(r => r.Origin.IsCounted))
            return null;
        var parts = new[]
        {
            Oldest("klassning", a => a.LastClassifiedOn),
            Oldest("risk- och sårbarhetsanalys", a => a.LastRiskAnalysedOn),
            Oldest("behörighetskontroll", a => a.LastAccessReviewedOn),
        }
            .OfType<string>()
            .ToList();
        return parts.Count == 0 ? null : $"De äldsta datumen är {Swedish.Join(parts)}.";

        string? Oldest(string what, Func<ProcessingActivity, Entry<DateOnly>> date) =>
            rows.Select(r => date(r.Activity).Value).Min() is { } day ? $"{Swedish.Long(day)} ({what})" : null;
    }

    /// <summary>
    /// How many activities are newly enough classified, by kind of system; null when no row says which kind.
    /// </summary>
    public static string? Classification(ChosenRows<ControlPointRow> chosen, SmallCounts small)
    {
        var rows = chosen.Rows;
        if (Enum.GetValues<SystemCategory>().Any(IsHidden))
            return null;
        var parts = Enum.GetValues<SystemCategory>()
            .Select(kind =>
                (
                    Kind: kind,
                    Rows: rows.Where(r => r.Activity.SystemCategory.Is(kind) && r.Points[0] is not null).ToList()
                )
            )
            .Where(g => g.Rows.Count > 0)
            .Select(g =>
                $"{Plural(g.Kind)} {Swedish.Number(g.Rows.Count(r => r.Points[0] == true))} av {Swedish.Number(g.Rows.Count)}"
            )
            .ToList();
        return parts.Count == 0 ? null : $"Aktuell informationsklassning efter systemkategori: {Swedish.Join(parts)}.";

        bool IsHidden(SystemCategory kind)
        {
            var ofKind = chosen.Described(
                $"Systemkategori är {Choice.Text(kind)}",
                rows.Where(r => r.Activity.SystemCategory.Is(kind))
            );
            return CountWithGaps.Of(ofKind, "kontrollpunkt 1 är i ordning", r => r.Points[0], small).IsHidden;
        }
    }

    private static string Plural(SystemCategory kind) =>
        kind switch
        {
            SystemCategory.Own => "egna system",
            SystemCategory.CityWide => "gemensamma system",
            _ => "övriga",
        };

    /// <summary>
    /// How many of the critical processes have a continuity plan and have exercised it; null without activities.
    /// </summary>
    public static string? Continuity(ChosenRows<ControlPointRow> chosen, SmallCounts small)
    {
        var rows = chosen.Rows;
        var named = chosen.Described(
            "Samhällsviktig process är ja",
            rows.Where(r => r.Activity.CriticalProcess.Is(true))
        );
        CountWithGaps[] parts =
        [
            CountWithGaps.Of(chosen, "Samhällsviktig process är ja", r => r.Activity.CriticalProcess.Value, small),
            CountWithGaps.Of(
                named,
                "Kontinuitetsplan daterad är ifylld",
                r => !r.Activity.ContinuityPlanOn.IsEmpty,
                small
            ),
            CountWithGaps.Of(
                named,
                "Kontinuitetsplan övad är ifylld",
                r => !r.Activity.ContinuityExercisedOn.IsEmpty,
                small
            ),
        ];
        if (parts.Any(p => p.IsHidden))
            return "Hur många samhällsviktiga informationsbehandlingar som har en kontinuitetsplan och har övat den "
                + $"{SmallCounts.NotShown}.";
        var critical = rows.Where(r => r.Activity.CriticalProcess.Is(true)).ToList();
        var planned = critical.Count(r => !r.Activity.ContinuityPlanOn.IsEmpty);
        // An exercise without a plan is not counted, because there was no plan to exercise.
        var exercised = critical.Count(r =>
            !r.Activity.ContinuityPlanOn.IsEmpty && !r.Activity.ContinuityExercisedOn.IsEmpty
        );
        var planners = planned == 2 ? "båda" : "alla";
        var have = exercised < planned ? Swedish.HowMany(exercised) : planners;
        return (rows.Count, critical.Count) switch
        {
            (0, _) => null,
            (_, 0) => "Ingen informationsbehandling är utpekad som samhällsviktig.",
            (_, 1) when planned == 0 => "En informationsbehandling är samhällsviktig. Den saknar kontinuitetsplan.",
            (_, 1) => "En informationsbehandling är samhällsviktig. Den har en kontinuitetsplan som "
                + $"{(exercised == 0 ? "inte har övats" : "har övats")}.",
            var (_, all) when planned == all =>
                $"{(all == 2 ? "Båda" : $"Alla {Swedish.InWords(all)}")} samhällsviktiga informationsbehandlingar "
                    + "har en kontinuitetsplan; "
                    + $"{have} har övat den.",
            var (_, all) when planned == 0 =>
                $"Ingen av de {Swedish.InWords(all)} samhällsviktiga informationsbehandlingarna har en kontinuitetsplan.",
            var (_, all) when planned == 1 =>
                $"En av de {Swedish.InWords(all)} samhällsviktiga informationsbehandlingarna har en "
                    + $"kontinuitetsplan{(exercised == 1 ? ", som har övats" : ", som inte har övats")}.",
            var (_, all) =>
                $"{Swedish.Sentence(Swedish.InWords(planned))} av de {Swedish.InWords(all)} samhällsviktiga "
                    + "informationsbehandlingarna har en kontinuitetsplan; "
                    + $"{have} har övat den.",
        };
    }

    /// <summary>Critical, or with a continuity plan or an exercise: what is restored first comes first.</summary>
    public static IReadOnlyList<ControlPointRow> WithContinuity(IReadOnlyList<ControlPointRow> rows) =>
        [
            .. rows.Where(r =>
                    r.Activity.CriticalProcess.Is(true)
                    || !r.Activity.ContinuityPlanOn.IsEmpty
                    || !r.Activity.ContinuityExercisedOn.IsEmpty
                )
                .OrderBy(r => r.Activity.RecoveryPriority.Value ?? decimal.MaxValue)
                .ThenByDescending(r => r.Activity.CriticalProcess.Is(true)),
        ];
}
