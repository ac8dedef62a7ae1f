namespace SpLg.Core.Findings;

/// <summary>
/// Rows that fall in no year of the review, which would otherwise be gone without a word. One finding a list, because a
/// list that has been kept for years has many.
/// </summary>
internal static class YearChecks
{
    private const int IdsShown = 10;

    public static IEnumerable<Finding> Of(ReadList read, ReviewYears years, TimeZoneInfo zone)
    {
        if (read.List.YearsTold?.Invoke(years) is not var (first, last))
            yield break;
        List<(RowOrigin Row, int Year)> earlier = [],
            later = [],
            outside = [];
        for (var i = 0; i < read.Rows.Count; i++)
        {
            var row = read.Rows[i].Origin;
            var year = row.WholeYear ?? years.YearBy(read.List, read.List.YearOf(read.Schema, read.Cells[i], zone));
            if (year < first)
                earlier.Add((row, year.Value));
            else if (year > last)
                later.Add((row, year.Value));
            else if (
                year == years.FollowUp
                && read.List.IsCutByDay
                && !years.IsWholeYear
                && years.LeavesOut(read.List.DayOf(read.Schema, read.Cells[i], zone))
            )
                outside.Add((row, year.Value));
        }
        var told = first == last ? Text(first) : $"{Text(first)} och {Text(last)}";
        if (later.Count > 0)
            yield return Finding(
                read,
                later,
                FindingLevel.Warning,
                $"Genomgången {Text(years.Title)} redovisar ur listan {told}, så {They(later)} inte med. Rätta året om det är fel, "
                    + "eller ändra Uppföljning till i begäran."
            );
        if (outside.Count > 0)
            yield return Finding(
                read,
                outside,
                FindingLevel.Info,
                $"{(outside.Count == 1 ? "Raden har en dag" : "Raderna har dagar")} utanför det som följs upp, så "
                    + $"{They(outside)} inte med. Ändra Uppföljning från och Uppföljning till i begäran om "
                    + $"{Swedish.Form(outside.Count, "den", "de")} ska vara det."
            );
        if (earlier.Count > 0)
            yield return Finding(
                read,
                earlier,
                FindingLevel.Info,
                $"Genomgången {Text(years.Title)} redovisar ur listan {told}, så {They(earlier)} inte med. "
                    + "Inget behöver göras om året är rätt."
            );
    }

    private static string They(List<(RowOrigin, int)> rows) => Swedish.Form(rows.Count, "är den", "är de");

    private static Finding Finding(
        ReadList read,
        List<(RowOrigin Row, int Year)> rows,
        FindingLevel level,
        string consequence
    )
    {
        var (min, max) = (rows.Min(r => r.Year), rows.Max(r => r.Year));
        var ids = rows.Take(IdsShown).Select(r => r.Row.Id).ToList();
        var more = rows.Count > ids.Count ? $" och {Swedish.Number(rows.Count - ids.Count)} till" : "";
        return new(
            level,
            read.Schema.Title,
            rows.Count == 1 ? ids[0] : null,
            "År",
            $"{Swedish.Sentence(Swedish.Count(rows.Count, "rad", "rader"))} hör till "
                + $"{(min == max ? Text(min) : $"{Text(min)}–{Text(max)}")} (rad {string.Join(", ", ids)}{more}). {consequence}",
            rows.Count == 1 ? rows[0].Row.Link : null
        );
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
