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

    /// <summary>The description of the list.</summary>
    public static ListOf<TextBlock> AsList { get; } =
        new(List, "Textblock", Read)
        {
            KnownBy =
            [
                [nameof(Key), nameof(Form), nameof(ValidFrom), "Year"],
            ],
            Noun = new("textblock", "textblock", IsNeuter: true),
            Rule = OpenRule.UnlessClosed,
            Open = [nameof(Title), nameof(Key), nameof(Form), nameof(ValidFrom), nameof(ValidTo), nameof(Text)],
            Sections = [StandingTexts.GroupName],
            Checks = TextBlockChecks.Of,
        };

    public static TextBlock Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Key: row.Text("Key"),
            Form: row.Choice<TextForm>("Form"),
            ValidFrom: row.Date("ValidFrom"),
            ValidTo: row.Date("ValidTo"),
            Text: row.Html("Text")
        );
}

/// <summary>Rules for Textblock.</summary>
internal static class TextBlockChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<TextBlock> rows, DataToCheck data) =>
        [
            .. rows.SelectMany(r => new[] { UnknownKey(r, data.Lists), EndsBeforeItBegins(r) }),
            .. rows.SelectMany(r => StatedNil.Check(r, data)),
            .. RowChecks.Told(
                rows,
                r => r.Title ?? r.Key,
                "Rubrik",
                r => r.Text is null,
                "Text",
                "texten, eller ta bort raden"
            ),
        ];

    private static Finding? UnknownKey(TextBlock row, OrganisationLists lists) =>
        row.Key is not null && !StandingTexts.IsKey(row.Key) && StatedNil.ListOf(row.Key, lists) is null
            ? row.Origin.Warning(
                "Nyckel",
                $"Ingen plats i dokumentet heter ”{row.Key}”, så texten kommer inte med. Välj någon av: "
                    + $"{string.Join(", ", StandingTexts.Names)}. Eller skriv Inget i och listans namn när det inte finns något "
                    + "att redovisa, till exempel Inget i Revisioner."
            )
            : null;

    private static Finding? EndsBeforeItBegins(TextBlock row) =>
        row.ValidTo.Value < row.ValidFrom.Value
            ? row.Origin.Error("Gäller till", "Texten slutar gälla innan den börjar gälla. Rätta datumen.")
            : null;
}

/// <summary>The organisations a standing text is for.</summary>
public enum TextForm
{
    [ChoiceText("Nämnd")]
    Committee,

    [ChoiceText("Bolag")]
    Company,

    [ChoiceText("Kommunalförbund")]
    Federation,

    [ChoiceText("Region")]
    Region,

    [ChoiceText("Statlig myndighet")]
    StateAgency,

    /// <summary>Sites of an earlier template have Båda, of the two forms that there were.</summary>
    [ChoiceText("Alla", "Båda")]
    All,
}
