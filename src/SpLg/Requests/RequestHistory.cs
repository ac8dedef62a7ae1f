namespace SpLg.Requests;

/// <summary>
/// What the versions of a request tell that its columns, which anybody may write, cannot: who set what, and when.
/// </summary>
/// <param name="versions">Newest first.</param>
internal sealed class RequestHistory(IReadOnlyList<RequestVersion> versions)
{
    private const string First = "1.0";

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RequestVersion> Versions => versions;

    /// <summary>
    /// The versions in which the status became another, newest first. The oldest version there is tells what it was,
    /// and not who set it, unless it is the first.
    /// </summary>
    public IReadOnlyList<StatusChange> Changes { get; } = ChangesIn(versions);

    public static async Task<RequestHistory> ReadAsync(
        OpenSite site,
        string request,
        CancellationToken cancellationToken
    )
    {
        var versions = await site.Reader.VersionsAsync(
            site.List(ReviewRequest.List),
            site.Schema.List(ReviewRequest.List),
            request,
            cancellationToken
        );
        return new([
            .. versions.Select(v => new RequestVersion(
                v.Label,
                v.ModifiedOn,
                OwnOrNot(v.ModifiedBy, site),
                RequestRows.Read(site, new(request, null, null, v.Fields))
            )),
        ]);
    }

    /// <summary>
    /// What another application has written is believed as little as what a person has, because only this one does what
    /// it then says.
    /// </summary>
    private static Author OwnOrNot(Author author, OpenSite site) =>
        author.IsApplication && !site.IsOwn(author) ? author with { IsApplication = false, Email = null } : author;

    /// <summary>
    /// The status to put back. The column that tells it can be written by anybody who can write in the list, so
    /// Publicerad is believed only when the last thing that the application finished was to publish, and then whatever
    /// has been typed there, and För fastställande only when the application itself wrote it there.
    /// </summary>
    public ReviewStatus Last(RequestState state)
    {
        if (
            state.Status == ReviewStatus.Published
            && Changes is [{ Status: ReviewStatus.Published, By.IsApplication: true }, ..]
        )
            return ReviewStatus.Published;
        if (state.Last is ReviewStatus.ForApproval or ReviewStatus.Withdrawn)
            return Finished() ?? (IsWhole ? ReviewStatus.Preparing : state.Last);
        if (state.Last != ReviewStatus.Published)
            return state.Last;
        return Changes.FirstOrDefault(IsResult) switch
        {
            { Status: ReviewStatus.Published } when IsOut => ReviewStatus.Published,
            { Status: ReviewStatus.Published } => ReviewStatus.Withdrawn,
            null when IsWhole => ReviewStatus.Preparing,
            _ => ReviewStatus.DraftReady,
        };
    }

    /// <summary>
    /// Why a draft that is to be examined was put back by the application itself, as it then told; null when a person
    /// has handed it over.
    /// </summary>
    public string? WhyAgain() =>
        Changes is [{ Status: ReviewStatus.ForApproval, By.IsApplication: true } put, ..]
            ? Of(put).Request.Message
            : null;

    /// <summary>
    /// True when a person has set the status since the application last wrote in the row, so that it has not been dealt
    /// with, whatever stands in Behandlat läge.
    /// </summary>
    public bool IsUnanswered =>
        Changes is [{ By.IsApplication: false } change, ..]
        && versions.TakeWhile(v => v.Label != change.Version).All(v => !v.ModifiedBy.IsApplication);

    /// <summary>True when the application has published, and has not withdrawn that.</summary>
    public bool IsOut => PublishedAt is { } at && !versions.Take(at).Where((_, i) => IsEndOfWithdrawal(i)).Any();

    /// <summary>
    /// True when the application has begun to withdraw what it published, and has neither ended that nor published since:
    /// some of it may be gone.
    /// </summary>
    public bool HasBegunToWithdraw =>
        IsOut
        && versions
            .Take(PublishedAt!.Value)
            // It may have put the status back, with nothing removed.
            .TakeWhile(v => v is not { ModifiedBy.IsApplication: true, Request.RunId: null } || IsWithdrawnOrFailed(v))
            .Any(v =>
                v
                    is {
                        ModifiedBy.IsApplication: true,
                        Request: { RunId: not null, Status.Value: ReviewStatus.Withdrawn }
                    }
            );

    /// <summary>The row as it was when the application last published; null when it never has.</summary>
    public ReviewRequest? PublishedRow => PublishedAt is { } at ? versions[at].Request : null;

    /// <summary>
    /// Who has last asked for a withdrawal of what was published; null when the history does not tell.
    /// </summary>
    public StatusChange? AskedToWithdraw =>
        Changes
            .TakeWhile(c => !IsPublication(c))
            .FirstOrDefault(c => c is { Status: ReviewStatus.Withdrawn, By.IsApplication: false, IsWhole: true });

    /// <summary>The reason for it, as it was last written since; null when there is none.</summary>
    public string? WithdrawalReason =>
        AskedToWithdraw is { } asked
            ? versions
                .Take(IndexOf(asked) + 1)
                .Select(v => v.Request.WithdrawalReason)
                .FirstOrDefault(r => r is not null)
            : null;

    /// <summary>The place of the version in which the application last published; null when it never has.</summary>
    private int? PublishedAt => Changes.FirstOrDefault(IsPublication) is { } published ? IndexOf(published) : null;

    private static bool IsWithdrawnOrFailed(RequestVersion version) =>
        version.Request.Status.Value is ReviewStatus.Withdrawn or ReviewStatus.Failed;

    /// <summary>A run that withdraws ends with the status it began with, so that only Behandlat läge tells.</summary>
    private bool IsEndOfWithdrawal(int version) =>
        versions[version]
            is { ModifiedBy.IsApplication: true, Request: { RunId: null, Status.Value: ReviewStatus.Withdrawn } ended }
        && StatusTable.Handled(ended.Handled) == ReviewStatus.Withdrawn
        && versions.ElementAtOrDefault(version + 1) is { Request.RunId: not null };

    /// <summary>
    /// The date of approval as the application last wrote it with Publicerad; null when it never has.
    /// </summary>
    public DateOnly? PublishedOn() =>
        Changes.FirstOrDefault(IsPublication) is { } published ? Of(published).Request.ApprovedOn.Value : null;

    /// <summary>True when a person has written that run in the row, and no worker has it.</summary>
    public bool IsTyped(string run) =>
        versions.TakeWhile(v => v.Request.RunId == run).LastOrDefault() is { ModifiedBy.IsApplication: false };

    /// <summary>
    /// True when a person has set a status that is the application's to set; false when the application has, or it
    /// cannot be known. Publicerad may be set by a person who takes an update back: what the application last finished
    /// was to publish.
    /// </summary>
    /// <remarks>What a person writes in of a year that was over tells what was done before the program.</remarks>
    public bool IsTyped(RequestState state) =>
        state.Status == ReviewStatus.Withdrawn
            ? IsOut || (Last(state) != ReviewStatus.Withdrawn && IsTypedByPerson(state))
            : IsTypedByPerson(state);

    private bool IsTypedByPerson(RequestState state) =>
        Changes is [{ IsWhole: true, By.IsApplication: false } change, ..]
        && change.Status == state.Status
        && (!(state.IsOfEarlierYears && state.Year < change.At.Year) || Imported(state) is not null)
        && (
            state.Status != ReviewStatus.Published
            || HasBegunToWithdraw
            || (PublishedAt is not null && !IsOut)
            || (Changes.FirstOrDefault(IsResult) is { } result ? result.Status != ReviewStatus.Published : IsWhole)
        );

    /// <summary>
    /// What stood on a row of a year before the program, when a person has since asked for something there: it tells
    /// what was done elsewhere, so there is nothing of it to publish again or to hand over. Null for any other row.
    /// </summary>
    public ReviewStatus? Imported(RequestState state) =>
        state.IsOfEarlierYears
        && Changes is [_, { Status: { } before } earlier, ..]
        && StatusTable.Of(before) is { IsLeftInEarlierYears: true, IsPublished: true }
        && state.Year < earlier.At.Year
            ? before
            : null;

    /// <summary>When the draft that people now have was first said to be approved; null when it has not been.</summary>
    public DateTimeOffset? BegunOn() =>
        Changes.TakeWhile(c => !IsResult(c)).LastOrDefault(c => StatusTable.IsApproval(c.Status))?.At;

    /// <summary>
    /// True when, since the application last published, somebody has set an approval that it did not put back, so that it
    /// may have begun to publish.
    /// </summary>
    public bool HasBegunSincePublished
    {
        get
        {
            var since = Changes.TakeWhile(c => !IsPublication(c)).ToList();
            return since.Where((c, i) => StatusTable.IsApproval(c.Status) && !(i > 0 && IsPutBack(since[i - 1]))).Any();
        }
    }

    /// <summary>
    /// What lay with the one who approved: as it was when the run began that wrote För fastställande as dealt with.
    /// That can be written by anybody, so only the application's own writing of it counts.
    /// </summary>
    public HandOver? HandedOver(StatusChange approved) =>
        HandOverBegin(approved) is { } begin ? new(versions[begin].ModifiedOn, approved.By) : null;

    /// <summary>
    /// The versions from the beginning of the run that handed over until somebody approved, newest first; none when the
    /// history does not tell of that run.
    /// </summary>
    public IReadOnlyList<RequestVersion> SinceHandedOver(StatusChange approved) =>
        HandOverBegin(approved) is { } begin ? Between(begin, approved) : [];

    /// <summary>The versions from the run of the application that ended so until somebody approved, newest
    /// first.</summary>
    public IReadOnlyList<RequestVersion> Since(StatusChange end, StatusChange approved) =>
        Between(BeginOfRun(IndexOf(end)), approved);

    private IReadOnlyList<RequestVersion> Between(int begin, StatusChange approved) =>
        [.. versions.Take(begin + 1).Skip(IndexOf(approved))];

    private int IndexOf(StatusChange change) => versions.Select(v => v.Label).ToList().IndexOf(change.Version);

    private int? HandOverBegin(StatusChange approved)
    {
        var end = 1 + IndexOf(approved);
        while (
            end < versions.Count - 1
            && !(
                versions[end].ModifiedBy.IsApplication
                && IsHandedOver(versions[end])
                && !IsHandedOver(versions[end + 1])
            )
        )
            end++;
        if (end >= versions.Count - 1)
            return null;
        return BeginOfRun(end);
    }

    private int BeginOfRun(int end)
    {
        var begin = Math.Min(end + 1, versions.Count - 1);
        while (
            begin + 1 < versions.Count
            && versions[begin].Request.RunId is { } run
            && versions[begin + 1].Request.RunId == run
        )
            begin++;
        return begin;
    }

    /// <summary>True when the versions go back to the row's first, so that what is not in them has not been.</summary>
    private bool IsWhole => versions is [.., { Label: First }];

    /// <summary>
    /// The status that the application itself last wrote as dealt with; null when no version tells. One that it left as a
    /// person had typed it is not its own.
    /// </summary>
    private ReviewStatus? Finished()
    {
        for (var i = 0; i + 1 < versions.Count; i++)
        {
            var handled = StatusTable.Handled(versions[i].Request.Handled);
            var (row, older) = (versions[i].Request, versions[i + 1].Request);
            var isEndOfRun = row.RunId is null && older.RunId is not null && row.Status.Value == handled;
            if (
                versions[i].ModifiedBy.IsApplication
                && handled is not null
                && (isEndOfRun || handled != StatusTable.Handled(older.Handled))
            )
                return handled;
        }
        return null;
    }

    private static bool IsPublication(StatusChange change) =>
        change is { Status: ReviewStatus.Published, By.IsApplication: true };

    /// <summary>The application's answer to an approval that was none; one that was ends published or failed.</summary>
    private static bool IsPutBack(StatusChange change) =>
        change is { By.IsApplication: true, Status: not (ReviewStatus.Published or ReviewStatus.Failed) };

    private static bool IsResult(StatusChange change) =>
        change is { By.IsApplication: true, Status: { } status } && StatusTable.Of(status).IsResult;

    private RequestVersion Of(StatusChange change) => versions.First(v => v.Label == change.Version);

    private static List<StatusChange> ChangesIn(IReadOnlyList<RequestVersion> versions)
    {
        var changes = new List<StatusChange>();
        for (var i = 0; i < versions.Count; i++)
        {
            var older = i + 1 < versions.Count ? versions[i + 1] : null;
            if (older is null || versions[i].Request.Status != older.Request.Status)
            {
                changes.Add(
                    new(
                        versions[i].Request.Status.Value,
                        versions[i].ModifiedBy,
                        versions[i].ModifiedOn,
                        versions[i].Label,
                        older is null ? versions[i].Label == First : Follows(versions[i], older)
                    )
                );
            }
        }
        return changes;
    }

    /// <summary>
    /// Whoever may edit a row may also delete versions of it; then the next one would seem to have made the change.
    /// </summary>
    private static bool Follows(RequestVersion version, RequestVersion older) =>
        Version.TryParse(version.Label, out var number)
        && Version.TryParse(older.Label, out var before)
        && number.Major - 1 == before.Major
        && number.Minor == before.Minor;

    private static bool IsHandedOver(RequestVersion version) =>
        StatusTable.Handled(version.Request.Handled) == ReviewStatus.ForApproval;
}
