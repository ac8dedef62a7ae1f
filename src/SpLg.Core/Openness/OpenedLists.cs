namespace SpLg.Core.Openness;

/// <summary>The lists as an open edition holds them: what it may tell of or count, read again by <see cref="OpenCells"/>.</summary>
/// <param name="LeftOut">By Swedish list title; lists that lack nothing are not there.</param>
/// <param name="Closed">Swedish titles of the lists that are not in an open edition.</param>
/// <param name="WithSource">Rows of which less is told than their own columns allow, because of a row that they come
/// from.</param>
internal sealed record OpenedLists(
    ReadLists Lists,
    IReadOnlyDictionary<string, LeftOutRows> LeftOut,
    IReadOnlySet<string> Closed,
    IReadOnlySet<(string List, string Id)> WithSource,
    SmallCounts Small
)
{
    public static OpenedLists Of(OrganisationLists lists)
    {
        var told = ToldRows.Of(lists);
        var links = OpenLinks.Of(lists.ListLinks.Values);
        var opened = new List<ReadList>();
        var closed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in lists.AsRead.All)
        {
            if (list.List.Rule == OpenRule.Closed)
                closed.Add(list.Schema.Title);
            else
                opened.Add(Opened(list, told, links, lists.AsRead.Zone));
        }
        var read = new ReadLists(opened, lists.AsRead.Zone);
        var setting = read.TryFind(Setting.AsList)?.Rows.Cast<Setting>().MinBy(s => RowOrder.ById(s.Origin));
        return new(read, told.LeftOut, closed, told.ClosedWithSource, SmallCounts.Of(setting, Edition.Open));
    }

    private static ReadList Opened(ReadList list, ToldRows told, OpenLinks links, TimeZoneInfo zone)
    {
        var kept = list.Rows.Zip(list.Cells).Where(r => told.Of(r.First) != Told.No).ToList();
        var readers = kept.Select(r => new RowReader(
            list.Schema,
            r.Second,
            zone,
            new OpenCells(
                list.List,
                told.Of(r.First),
                ListOf.IsChosen(r.First.Origin),
                told.IsTold,
                told.Withheld(r.First),
                links
            )
        ));
        return list with { Rows = list.List.Read(readers), Cells = [.. kept.Select(r => r.Second)] };
    }
}
