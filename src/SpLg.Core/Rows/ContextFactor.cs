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
            LongTitle = nameof(Text),
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
            Checks = (rows, data) =>
                [
                    .. rows.Select(r => NotTold(r, data.Years)),
                    .. RowChecks.Told(
                        rows,
                        r => r.Title,
                        "Faktor",
                        r => r.Text is null && r.EffectOnLis is null,
                        "Text",
                        "vad som har hänt eller vad det betyder"
                    ),
                ],
        };

    /// <summary>A row of another year than the review tells of would otherwise be gone without a word.</summary>
    private static Finding? NotTold(ContextFactor row, ReviewYears years)
    {
        if (Context.IsTold(row, years))
            return null;
        var isLater = Context.YearOf(row) > years.Title;
        var told = row.Kind.Value switch
        {
            ContextKind.BudgetMission => $"uppdrag i budget för {YearFilter.Text(years.Title)}",
            ContextKind.Rsa => $"den senaste analysen, från {years.Rsa}",
            _ => $"det som gäller {Swedish.Join([.. years.Standing.Select(YearFilter.Text)])}",
        };
        var message =
            $"Genomgången {YearFilter.Text(years.Title)} redovisar {told}, så raden är inte med. "
            + "Rätta året om det är fel.";
        return isLater || row.Kind.Is(ContextKind.BudgetMission)
            ? row.Origin.Warning("År", message)
            : row.Origin.Info("År", message);
    }

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
