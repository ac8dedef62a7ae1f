namespace SpLg.Core.Review;

/// <summary>How old, in months, a date of the position may be before it is called too old.</summary>
public sealed record StalenessLimits(int Classification, int RiskAnalysis, int AccessReview)
{
    /// <summary>The limits where the organisation has set none.</summary>
    public static readonly StalenessLimits Default = new(24, 24, 12);

    /// <param name="setting">The row of Inställningar, or null when there is none.</param>
    public static StalenessLimits Of(Setting? setting) =>
        setting is null
            ? Default
            : new(
                Months(setting.ClassificationMonths, Default.Classification),
                Months(setting.RiskAnalysisMonths, Default.RiskAnalysis),
                Months(setting.AccessReviewMonths, Default.AccessReview)
            );

    /// <summary>True when the date lies more than this many months before today.</summary>
    public static bool IsStale(DateOnly date, int months, DateOnly today) => date < today.AddMonths(-months);

    /// <summary>Whole months from the date to today; 0 for a date to come.</summary>
    public static int AgeInMonths(DateOnly date, DateOnly today) =>
        Math.Max(0, (12 * (today.Year - date.Year)) + today.Month - date.Month - (today.Day < date.Day ? 1 : 0));

    private static int Months(Entry<decimal> limit, int otherwise) =>
        limit.Value is { } months ? (int)months : otherwise;
}
