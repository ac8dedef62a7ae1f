namespace SpLg.Core.Review;

/// <summary>A number of rows in a part of the year.</summary>
/// <param name="Loose">Rows that do not say whether they are of the part.</param>
/// <param name="Words">As <see cref="Figures.ComparedPart.Words"/>.</param>
internal sealed record PartCount(int Count, int Loose, string Words);
