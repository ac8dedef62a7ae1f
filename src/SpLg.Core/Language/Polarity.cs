namespace SpLg.Core.Language;

/// <summary>
/// Whether a higher number is good news. A number of incidents says nothing by itself: it may be better reporting.
/// </summary>
public enum Polarity
{
    Neutral,
    HigherIsBetter,
    LowerIsBetter,
}
