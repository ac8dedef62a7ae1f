namespace SpLg.Core.Openness;

/// <summary>
/// Content of an open edition: of each list the rows and columns that it declares open (<see cref="ListOf"/>), without
/// the names of people. It is applied before anything is built, so that nothing later can let a word slip.
/// </summary>
public static class OpenEdition
{
    /// <summary>The lists as an open edition holds them; read once of the same rows.</summary>
    public static OrganisationLists Of(OrganisationLists lists)
    {
        if (lists.AreOpen)
            return lists;
        var opened = lists.AsRead.Opened(lists);
        var open = lists with
        {
            AsRead = opened.Lists,
            AreOpen = true,
            // Links to lists are left out, because most readers may not open any list.
            ListLinks = new Dictionary<string, Uri>(StringComparer.Ordinal),
            Small = opened.Small,
            Closed = opened.Closed,
            LeftOut = opened.LeftOut,
            SinceApproval = lists.SinceApproval is not { } since
                ? null
                : since with
                {
                    Changes = since.Changes.Where(
                        (list, row) => row.IsOpen && !opened.WithSource.Contains((list.Title, row.RowId))
                    ),
                },
        };
        open = lists.ReadOn == default ? open : open.AsOf(lists.ReadOn);
        return open with { Withheld = WithheldRows.Of(lists, open) };
    }

    /// <summary>
    /// The request with only what belongs on the cover: its number and the day it was approved, which is a public act,
    /// and what the head decided. The one who approves is told by office, and who were there by nothing.
    /// </summary>
    /// <param name="links">What of an address in the reasons may be told.</param>
    internal static ReviewRequest Of(ReviewRequest request, OpenLinks links)
    {
        var isClosed = request.Origin.IsSecret || request.Origin.Publication.Is(Publication.Internal);
        return new(
            Origin: request.Origin with
            {
                ExternalKey = null,
                SecrecyGround = null,
                Texts = [],
            },
            Title: null,
            Template: null,
            DocumentType: request.DocumentType,
            Selection: null,
            Edition: request.Edition,
            Status: default,
            Approver: null,
            ApprovedOn: request.ApprovedOn,
            RegistryNumber: request.RegistryNumber,
            FollowUpFrom: default,
            FollowUpTo: default,
            PlanFrom: default,
            PlanTo: default,
            DpoReportYear: default,
            Document: null,
            Page: null,
            Findings: null,
            Message: null,
            RunId: null,
            LastRunOn: default,
            Handled: null
        )
        {
            MeetingOn = request.MeetingOn,
            Suitable = request.Suitable,
            SuitableReason = Reason(request.SuitableReason),
            Adequate = request.Adequate,
            AdequateReason = Reason(request.AdequateReason),
            Effective = request.Effective,
            EffectiveReason = Reason(request.EffectiveReason),
            NoDecisions = request.NoDecisions,
            // That it was approved despite gaps is told in any case.
            GapsReason = request.GapsReason is null ? null : Reason(request.GapsReason) ?? "",
        };

        string? Reason(string? text) => isClosed ? null : Words(text, links);
    }

    /// <summary>
    /// True when an open edition could show a cell of the row as it was and may not show it of the row as it is. In a
    /// list whose rows are figures in any case only cells of words count.
    /// </summary>
    public static bool IsClosed(ListSchema schema, ListRow was, ListRow now)
    {
        if (KnownLists.TryFind(schema.Name) is not { } list)
            return false;
        var (before, after) = (CellsOf(list, schema, was), CellsOf(list, schema, now));
        return schema.Columns.Any(c =>
            (was.Fields.ContainsKey(c.Name) || was.Fields.ContainsKey(c.Name + "LookupId"))
            && (list.Rule is not (OpenRule.Figures or OpenRule.NumbersAlways) || IsOfWords(c.Kind))
            && before.Shows(c.Name)
            && !after.Shows(c.Name)
        );
    }

    /// <summary>True when an open edition tells of the row by itself, as far as its own columns say.</summary>
    internal static bool Tells(ListOf list, ListSchema schema, ListRow row) =>
        list.OwnTold(OriginOf(schema, row)) == Told.Alone;

    private static string? Words(string? text, OpenLinks links) => text is null ? null : links.Words(text);

    private static bool IsOfWords(ColumnKind kind) =>
        kind is ColumnKind.Text or ColumnKind.Note or ColumnKind.RichText or ColumnKind.Lookup;

    private static OpenCells CellsOf(ListOf list, ListSchema schema, ListRow row)
    {
        var origin = OriginOf(schema, row);
        return new(list, list.OwnTold(origin), ListOf.IsChosen(origin), (_, _) => false, [], OpenLinks.None);
    }

    // The time zone does not matter, because the publication columns hold no dates.
    private static RowOrigin OriginOf(ListSchema schema, ListRow row) =>
        new RowReader(schema, row, TimeZoneInfo.Utc, []).Origin();
}
