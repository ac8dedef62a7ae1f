namespace SpLg.Core.Review;

/// <summary>
/// Answers that there is nothing to tell: a text block with the key <c>Inget i Revisioner</c> and a year says, with its
/// reason and whoever says it, that an empty list is the answer and no missing material.
/// </summary>
internal static class StatedNil
{
    private const string Start = "Inget i";

    private static readonly string Folded = StandingTexts.Fold(Start);

    /// <summary>The title of the list that the key says there is nothing in; null for another key.</summary>
    public static string? ListOf(string? key, OrganisationLists lists) =>
        key is not null && StandingTexts.Fold(key) is var folded && folded.StartsWith(Folded, StringComparison.Ordinal)
            ? lists.Known.FirstOrDefault(l => StandingTexts.Fold(l.Title) == folded[Folded.Length..])?.Title
            : null;

    /// <summary>
    /// What is said in place of rows, by list title: by a text of the year that the list is told of, for this form of
    /// organisation, that holds.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(OrganisationLists lists, ReviewYears years, DateOnly today)
    {
        var form = lists.Setting?.OrganisationForm.Value;
        return lists
            .Of(TextBlock.AsList)
            .Where(b => b.Text is not null && StandingTexts.IsFor(b, form) && StandingTexts.Holds(b, today))
            .Select(b => (Block: b, List: ListOf(b.Key, lists)))
            .Where(b => b.List is not null && b.Block.Origin.WholeYear is { } year && IsTold(b.List, year))
            .GroupBy(b => b.List!, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => Swedish.WithStop(HtmlText.Plain(g.MaxBy(b => b.Block.Origin.WholeYear).Block.Text!)),
                StringComparer.Ordinal
            );

        bool IsTold(string title, int year) =>
            lists.Known.First(l => l.Title == title).YearsTold?.Invoke(years) is var (_, last)
                ? year == last
                : years.Standing.Contains(year);
    }

    public static IEnumerable<Finding?> Check(TextBlock block, DataToCheck data)
    {
        if (ListOf(block.Key, data.Lists) is not { } title)
            yield break;
        if (block.Origin.WholeYear is not { } year)
        {
            yield return block.Origin.Warning(
                "År",
                $"Texten säger att det inte finns något i listan {title}, men inte för vilket år. Fyll i året."
            );
            yield break;
        }
        var read = data.Lists.AsRead.All.FirstOrDefault(l => l.List.Title == title);
        var count = read?.Cells.Count(c => read.List.YearOf(read.Schema, c, data.Lists.AsRead.Zone) == year) ?? 0;
        if (count > 0)
            yield return block.Origin.Warning(
                "Nyckel",
                $"Texten säger att det inte finns något i listan {title} för {year}, men den har "
                    + $"{Swedish.InWords(count)} {Swedish.Form(count, "rad", "rader")} för det året. Ta bort texten eller rätta raderna."
            );
    }
}
