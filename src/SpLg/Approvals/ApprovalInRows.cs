namespace SpLg.Approvals;

/// <summary>
/// What the rows of Genomgångar say of approval. In a document it comes from the person's act alone: whatever stands in
/// the columns is taken away when a draft is made, and put in when the person has approved.
/// </summary>
internal static class ApprovalInRows
{
    private const string ApprovedOn = "ApprovedOn";
    private const string Approver = "Approver";
    private const string ApproverId = "ApproverLookupId";
    private const string RegistryNumber = "RegistryNumber";
    private const string Status = "Status";

    /// <summary>What the head decides on the row: it goes into the documents as it stands there.</summary>
    private static readonly IReadOnlyDictionary<string, Func<ReviewRequest, string?>> Decided = new Dictionary<
        string,
        Func<ReviewRequest, string?>
    >(StringComparer.Ordinal)
    {
        [nameof(ReviewRequest.MeetingOn)] = r => r.MeetingOn.Text,
        [nameof(ReviewRequest.Present)] = r => r.Present,
        [nameof(ReviewRequest.Suitable)] = r => r.Suitable.Text,
        [nameof(ReviewRequest.SuitableReason)] = r => r.SuitableReason,
        [nameof(ReviewRequest.Adequate)] = r => r.Adequate.Text,
        [nameof(ReviewRequest.AdequateReason)] = r => r.AdequateReason,
        [nameof(ReviewRequest.Effective)] = r => r.Effective.Text,
        [nameof(ReviewRequest.EffectiveReason)] = r => r.EffectiveReason,
        [nameof(ReviewRequest.NoDecisions)] = r => r.NoDecisions.Text,
        [nameof(ReviewRequest.GapsReason)] = r => r.GapsReason,
        // They say whether the reasons stand in the open edition.
        ["Publication"] = r => r.Origin.Publication.Text,
        ["SecrecyGround"] = r => r.Origin.SecrecyGround,
    };

    /// <summary>The rows for a draft of this year: no review of it is approved.</summary>
    public static RowsAsRead Without(RowsAsRead rows, int year)
    {
        if (!rows.Rows.TryGetValue(ReviewRequest.List, out var requests) || !requests.Any(IsApproved))
            return rows;
        return With(
            rows,
            [
                .. requests.Select(r =>
                    IsApproved(r) ? r with { Fields = Cells(r.Fields.Where(c => c.Key != ApprovedOn), _ => { }) } : r
                ),
            ]
        );

        bool IsApproved(ListRow row) =>
            row.Fields.ContainsKey(ApprovedOn)
            && ReviewRequest
                .Read(new RowReader(rows.Schema.List(ReviewRequest.List), row, rows.Zone, []))
                .Origin.IsOf(year);
    }

    /// <summary>The rows with the request's registration and what the head decided as they are now, and who approved it when
    /// somebody has.</summary>
    public static RowsAsRead With(RowsAsRead rows, ReviewRequest request, Approval? approval)
    {
        var requests = rows.Rows.GetValueOrDefault(ReviewRequest.List) ?? [];
        var row = requests.FirstOrDefault(r => r.Id == request.Origin.Id);
        IEnumerable<KeyValuePair<string, JsonElement>> cells = row is null ? [] : row.Fields;
        var kept = cells.Where(c =>
            c.Key is not (ApprovedOn or RegistryNumber)
            && !Decided.ContainsKey(c.Key)
            && (approval is null || c.Key is not (Approver or ApproverId or Status))
        );
        var registered = new ListRow(
            request.Origin.Id,
            row?.ETag,
            row?.WebUrl ?? request.Origin.Link,
            Cells(
                kept,
                json =>
                {
                    // The request may have come after the draft was made.
                    if (row is null)
                    {
                        json.WriteString("Title", request.Title);
                        json.WriteNumber("Year", request.Origin.Year.Value ?? 0);
                    }
                    if (request.RegistryNumber is { } number)
                        json.WriteString(RegistryNumber, number);
                    foreach (var (name, text) in Decided)
                    {
                        if (text(request) is { } decided)
                            json.WriteString(name, decided);
                    }
                    if (approval is null)
                        return;
                    json.WriteString(Approver, approval.Name);
                    json.WriteString(ApprovedOn, approval.On.ToString("O", CultureInfo.InvariantCulture));
                    json.WriteString(Status, Choice.Text(ReviewStatus.Approved));
                }
            )
        );
        return With(
            rows,
            row is null ? [.. requests, registered] : [.. requests.Select(r => r == row ? registered : r)]
        );
    }

    private static RowsAsRead With(RowsAsRead rows, IReadOnlyList<ListRow> requests) =>
        rows with
        {
            Rows = new Dictionary<string, IReadOnlyList<ListRow>>(rows.Rows, StringComparer.Ordinal)
            {
                [ReviewRequest.List] = requests,
            },
        };

    private static RowCells Cells(IEnumerable<KeyValuePair<string, JsonElement>> kept, Action<Utf8JsonWriter> added)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, cell) in kept)
            {
                json.WritePropertyName(name);
                cell.WriteTo(json);
            }
            added(json);
            json.WriteEndObject();
        }
        return new(JsonElement.Parse(buffer.ToArray()));
    }
}
