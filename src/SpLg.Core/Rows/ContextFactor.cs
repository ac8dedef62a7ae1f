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

    /// <summary>The description of the list.</summary>
    public static ListOf<ContextFactor> AsList { get; } =
        new(List, "Omvärld och uppdrag", Read)
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
            YearColumns = ["Year", nameof(AsOf)],
            PointedAt = r => new(r.Origin, r.Title, r.Origin.WholeYear),
            Checks = (rows, _) =>
                RowChecks.Told(
                    rows,
                    r => r.Title,
                    "Faktor",
                    r => r.Text is null && r.EffectOnLis is null,
                    "Text",
                    "vad som har hänt eller vad det betyder"
                ),
        };

    public static ContextFactor Read(RowReader row) =>
        new(
            Origin: row.Origin(),
            Title: row.Text("Title"),
            Kind: row.Choice<ContextKind>("Kind"),
            Text: row.Text("Text"),
            EffectOnLis: row.Text("EffectOnLis"),
            AsOf: row.Date("AsOf"),
            SourceTitle: row.Text("SourceTitle"),
            SourceUrl: row.Text("SourceUrl"),
            // Not "Order": SharePoint has a hidden column of that name in every list.
            Order: row.Number("SortOrder")
        );
}

public enum ContextKind
{
    [ChoiceText("Omvärld")]
    World,

    [ChoiceText("Lagstiftning")]
    Legislation,

    [ChoiceText("Teknik")]
    Technology,

    [ChoiceText("Staden")]
    City,

    [ChoiceText("Budgetuppdrag", "Budget")]
    BudgetMission,

    [ChoiceText("Sektorsansvar")]
    SectorResponsibility,

    [ChoiceText("Intern kontroll")]
    InternalControl,

    [ChoiceText("RSA")]
    Rsa,

    [ChoiceText("Organisation")]
    Organisation,
}
