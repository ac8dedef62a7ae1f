namespace SpLg.Core.Review;

/// <summary>What is done in one month of the annual wheel.</summary>
/// <param name="Month">The month's name with a capital, or words for none.</param>
public sealed record AnnualWheelMonth(string Month, IReadOnlyList<AnnualWheelActivity> Rows);
