namespace SpLg.Word.Numbering;

/// <summary>One level of a numbered list.</summary>
/// <param name="Format">A value of <c>w:numFmt</c>.</param>
/// <param name="Text">Such as <c>%1.%2</c>, where each sign stands for the number of that level.</param>
/// <param name="RestartAfter">The level from 1 after which, or after one above, this starts again; 0 for never; null
/// for any level above.</param>
/// <param name="StartsOver">The list takes the numbers of another further, but begins this level anew.</param>
/// <param name="IsLegal">The numbers of other levels are shown as 1, 2, 3 whatever their own format.</param>
internal sealed record NumberLevel(
    int Start,
    string Format,
    string Text,
    int? RestartAfter,
    bool StartsOver,
    bool IsLegal
);
