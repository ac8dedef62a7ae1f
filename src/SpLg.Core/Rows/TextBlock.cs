namespace SpLg.Core.Rows;

/// <summary>
/// A standing text of the review, chosen by key, organisation form and date. A row of the list Textblock.
/// </summary>
public sealed record TextBlock(
    RowOrigin Origin,
    string? Title,
    string? Key,
    Entry<TextForm> Form,
    Entry<DateOnly> ValidFrom,
    Entry<DateOnly> ValidTo,
    string? Text
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "TextBlocks";

    /// <summary>What an open edition holds of it.</summary>
    public static ListOf<TextBlock> AsList { get; } =
        new(List, Read)
        {
            Noun = new("textblock", "textblock", IsNeuter: true),
            Rule = OpenRule.UnlessClosed,
            Open = [nameof(Title), nameof(Key), nameof(Form), nameof(ValidFrom), nameof(ValidTo), nameof(Text)],
            Sections = [StandingTexts.GroupName],
        };

    public static TextBlock Read(RowReader row) =>
        new(
            row.Origin(),
            row.Text("Title"),
            row.Text("Key"),
            row.Choice<TextForm>("Form"),
            row.Date("ValidFrom"),
            row.Date("ValidTo"),
            row.Html("Text")
        );
}
