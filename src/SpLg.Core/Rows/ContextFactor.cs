namespace SpLg.Core.Rows;

/// <summary>
/// Something outside or inside the organisation that affects the management system (LIS). A row of the list Omvärld och
/// uppdrag.
/// </summary>
public sealed record ContextFactor(
    RowOrigin Origin,
    string? Title,
    Entry<ContextKind> Kind,
    string? Text,
    string? EffectOnLis,
    Entry<DateOnly> AsOf,
    string? SourceTitle,
    string? SourceUrl,
    Entry<decimal> Order
) : ISourceRow
{
    /// <summary>The list's English name in the provisioning template.</summary>
    public const string List = "ContextFactors";

    /// <summary>What an open edition holds of it.</summary>
    public static ListOf<ContextFactor> AsList { get; } =
        new(List, Read)
        {
            Noun = new("omvärldsuppgift", "omvärldsuppgifter"),
            Rule = OpenRule.UnlessClosed,
            Open =
            [
                nameof(Title),
                nameof(Kind),
                nameof(Text),
                nameof(EffectOnLis),
                nameof(AsOf),
                nameof(SourceTitle),
                nameof(SourceUrl),
                "SortOrder",
            ],
            Addresses = [nameof(SourceUrl)],
            Sections = [Context.GroupName],
        };

    public static ContextFactor Read(RowReader row) =>
        new(
            row.Origin(),
            row.Text("Title"),
            row.Choice<ContextKind>("Kind"),
            row.Text("Text"),
            row.Text("EffectOnLis"),
            row.Date("AsOf"),
            row.Text("SourceTitle"),
            row.Text("SourceUrl"),
            // Not "Order": SharePoint has a hidden column of that name in every list.
            row.Number("SortOrder")
        );
}
