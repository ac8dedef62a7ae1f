namespace SpLg.Requests;

/// <summary>What a column is to hold; null empties it.</summary>
internal readonly record struct ColumnValue<T>(T? Value);

/// <summary>
/// One write in a row of Genomgångar. A property that is not set leaves its column as it is, and so does null where the
/// type is no <see cref="ColumnValue{T}"/>.
/// </summary>
internal sealed record RequestChange
{
    public string? Title { get; init; }

    public int? Year { get; init; }

    public DocumentType? DocumentType { get; init; }

    public ColumnValue<string>? Selection { get; init; }

    public ColumnValue<string>? Template { get; init; }

    public Edition? Edition { get; init; }

    public ColumnValue<DateOnly?>? FollowUpFrom { get; init; }

    public ColumnValue<DateOnly?>? FollowUpTo { get; init; }

    public ColumnValue<decimal?>? PlanFrom { get; init; }

    public ColumnValue<decimal?>? PlanTo { get; init; }

    public ColumnValue<decimal?>? DpoReportYear { get; init; }

    public string? RegistryNumber { get; init; }

    public string? ExternalKey { get; init; }

    public DateOnly? MeetingOn { get; init; }

    public string? Present { get; init; }

    public Verdict? Suitable { get; init; }

    public string? SuitableReason { get; init; }

    public Verdict? Adequate { get; init; }

    public string? AdequateReason { get; init; }

    public Verdict? Effective { get; init; }

    public string? EffectiveReason { get; init; }

    public string? GapsReason { get; init; }

    public ColumnValue<string>? WithdrawalReason { get; init; }

    /// <summary>When it was withdrawn, by whom and why, in Swedish.</summary>
    public string? Withdrawal { get; init; }

    public ReviewStatus? Status { get; init; }

    /// <summary>Behandlat läge: the status that has been dealt with to the end.</summary>
    public ReviewStatus? Handled { get; init; }

    public string? Message { get; init; }

    public string? Findings { get; init; }

    public ColumnValue<string>? RunId { get; init; }

    public DateTimeOffset? LastRunOn { get; init; }

    public ColumnValue<DateOnly?>? ApprovedOn { get; init; }

    public Reference? Approver { get; init; }

    public ColumnValue<string>? Document { get; init; }

    public ColumnValue<string>? Page { get; init; }

    /// <summary>By column name, as the writer of rows takes it.</summary>
    public IReadOnlyDictionary<string, object?> Columns()
    {
        var columns = new Dictionary<string, object?>(StringComparer.Ordinal);
        Add(nameof(Title), Title);
        Add(nameof(Year), Year);
        Add(nameof(DocumentType), Text(DocumentType));
        Add(nameof(Edition), Text(Edition));
        Add(nameof(RegistryNumber), RegistryNumber);
        Add(nameof(ExternalKey), ExternalKey);
        Add(nameof(MeetingOn), MeetingOn);
        Add(nameof(Present), Present);
        Add(nameof(Suitable), Text(Suitable));
        Add(nameof(SuitableReason), SuitableReason);
        Add(nameof(Adequate), Text(Adequate));
        Add(nameof(AdequateReason), AdequateReason);
        Add(nameof(Effective), Text(Effective));
        Add(nameof(EffectiveReason), EffectiveReason);
        Add(nameof(GapsReason), GapsReason);
        Add(nameof(Withdrawal), Withdrawal);
        Add(nameof(Status), Text(Status));
        Add(nameof(Handled), Text(Handled));
        Add(nameof(Message), Message);
        Add(nameof(Findings), Findings);
        Add(nameof(LastRunOn), LastRunOn);
        Add(nameof(Approver), Approver);
        Put(nameof(Selection), Selection);
        Put(nameof(Template), Template);
        Put(nameof(FollowUpFrom), FollowUpFrom);
        Put(nameof(FollowUpTo), FollowUpTo);
        Put(nameof(PlanFrom), PlanFrom);
        Put(nameof(PlanTo), PlanTo);
        Put(nameof(DpoReportYear), DpoReportYear);
        Put(nameof(RunId), RunId);
        Put(nameof(ApprovedOn), ApprovedOn);
        Put(nameof(WithdrawalReason), WithdrawalReason);
        Put(nameof(Document), Document);
        Put(nameof(Page), Page);
        return columns;

        void Add(string name, object? value)
        {
            if (value is not null)
                columns[name] = value;
        }

        void Put<T>(string name, ColumnValue<T>? column)
        {
            if (column is { } given)
                columns[name] = given.Value;
        }
    }

    private static string? Text<T>(T? value)
        where T : struct, Enum => value is { } some ? Choice.Text(some) : null;
}
