using System.Text.Json;
using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Schema;
using SpLg.Running;
using SpLg.SharePoint.Reading;

namespace SpLg.Worker;

/// <summary>
/// Who has approved a review, told by the versions of its request and nothing that anybody can write. Approving is setting
/// Fastställd after För fastställande, by a person the operator has named. Setting Fastställd again may be done by anyone after
/// the application itself wrote Fel or Publicerad: it is still what the one who may has approved.
/// </summary>
internal static class ApprovalCheck
{
    private const string First = "1.0";

    /// <param name="request">The row that says what is to be frozen.</param>
    /// <param name="versions">Newest first.</param>
    /// <param name="approvers">E-mail addresses.</param>
    public static ApprovalVerdict Of(ListRow request, IReadOnlyList<ItemVersion> versions, IReadOnlyList<string> approvers, TimeZoneInfo zone)
    {
        var changes = Changes(versions);
        if (changes is not [{ Status: ReviewStatus.Approved } last, ..])
            return new(null, null, null, IsHistoryShort: changes.Count == 0);
        var before = changes.ElementAtOrDefault(1)?.Status;
        for (var at = 0; ;)
        {
            if (ApprovalAt(changes, at, approvers, zone) is { } approval)
            {
                var isOther = IsOther(request, versions, changes[at + 1].Version, changes[at].Version);
                return new(isOther ? null : approval, last.By, before, IsHistoryShort: false, isOther) { HandOver = HandedOver(versions, changes[at]) };
            }
            at = Earlier(changes, at);
            if (at >= changes.Count || changes[at].Status != ReviewStatus.Approved)
                return new(null, last.By, before, at >= changes.Count);
        }
    }

    /// <summary>
    /// The status to put back. The column that tells it can be written by anybody who can write in the list, so Publicerad is believed only
    /// when the last thing that the application finished was to publish.
    /// </summary>
    /// <param name="versions">Newest first.</param>
    public static ReviewStatus Last(RequestState state, IReadOnlyList<ItemVersion> versions) =>
        state.Last != ReviewStatus.Published
        || Changes(versions).FirstOrDefault(c => c.By.IsApplication && c.Status is ReviewStatus.Reading or ReviewStatus.DraftReady or ReviewStatus.Published)?.Status == ReviewStatus.Published
            ? state.Last
            : ReviewStatus.DraftReady;

    /// <summary>Why a draft that is to be examined was put back by the application itself, as it then told; null when a person has handed it over.</summary>
    /// <param name="versions">Newest first.</param>
    public static string? WhyAgain(IReadOnlyList<ItemVersion> versions) =>
        Changes(versions) is [{ Status: ReviewStatus.ForApproval, By.IsApplication: true } put, ..] ? Text(versions.First(v => v.Label == put.Version), "Message") : null;

    /// <summary>The date of approval as the application last wrote it with Publicerad; null when it never has.</summary>
    /// <param name="versions">Newest first.</param>
    public static DateOnly? PublishedOn(IReadOnlyList<ItemVersion> versions, ListSchema schema, TimeZoneInfo zone) =>
        Changes(versions).FirstOrDefault(c => c is { Status: ReviewStatus.Published, By.IsApplication: true }) is { } published
            ? new RowReader(schema, new("", null, null, versions.First(v => v.Label == published.Version).Fields), zone, []).Date("ApprovedOn").Value
            : null;

    /// <summary>True when a person has written that run in the row, and no worker has it.</summary>
    /// <param name="versions">Newest first.</param>
    public static bool IsTyped(string run, IReadOnlyList<ItemVersion> versions) =>
        versions.TakeWhile(v => Text(v, "RunId") == run).LastOrDefault() is { ModifiedBy.IsApplication: false };

    /// <summary>When the draft that people now have was first said to be approved; null when it has not been.</summary>
    /// <param name="versions">Newest first.</param>
    public static DateTimeOffset? BegunOn(IReadOnlyList<ItemVersion> versions) => Changes(versions)
        .TakeWhile(c => !(c.By.IsApplication && c.Status is ReviewStatus.DraftReady or ReviewStatus.Published))
        .LastOrDefault(c => c.Status == ReviewStatus.Approved)?.At;

    /// <summary>True when a person has set the status; false when the application has, or it cannot be known.</summary>
    /// <param name="versions">Newest first.</param>
    public static bool IsTyped(ReviewStatus status, IReadOnlyList<ItemVersion> versions) =>
        Changes(versions) is [{ IsWhole: true, By.IsApplication: false } change, ..] && change.Status == status;

    /// <summary>The versions in which the status became another, newest first. The oldest version there is tells what it was, and not who set it, unless it is the first.</summary>
    public static IReadOnlyList<StatusChange> Changes(IReadOnlyList<ItemVersion> versions)
    {
        var changes = new List<StatusChange>();
        for (var i = 0; i < versions.Count; i++)
        {
            var older = i + 1 < versions.Count ? versions[i + 1] : null;
            if (older is null || Text(versions[i], "Status") != Text(older, "Status"))
            {
                var status = Choice.TryValue<ReviewStatus>(Text(versions[i], "Status") ?? "");
                changes.Add(new(status, versions[i].ModifiedBy, versions[i].ModifiedOn, versions[i].Label, older is null ? versions[i].Label == First : Follows(versions[i], older)));
            }
        }
        return changes;
    }

    private static Approval? ApprovalAt(IReadOnlyList<StatusChange> changes, int at, IReadOnlyList<string> approvers, TimeZoneInfo zone)
    {
        var change = changes[at];
        if (change is not { IsWhole: true, By: { IsApplication: false, Email: { } email } by }
            || changes.ElementAtOrDefault(at + 1)?.Status != ReviewStatus.ForApproval
            || !approvers.Contains(email, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }
        return new(by.Name ?? email, email, change.At, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(change.At, zone).DateTime), change.Version);
    }

    /// <summary>
    /// True when the row asks for another document than it did from when it was handed in until it was approved. Whoever may edit a row can
    /// turn it to another year afterwards, and would have that draft published as approved.
    /// </summary>
    private static bool IsOther(ListRow request, IReadOnlyList<ItemVersion> versions, string handedIn, string approved) => versions
        .SkipWhile(v => v.Label != approved)
        .TakeWhile(v => v.Label != handedIn)
        .Append(versions.First(v => v.Label == handedIn))
        .Any(v => Asked(v.Fields) != Asked(request.Fields));

    private static (decimal? Year, bool IsFullReview) Asked(IReadOnlyDictionary<string, JsonElement> fields) => (
        fields.TryGetValue("Year", out var cell) && cell.ValueKind == JsonValueKind.Number ? cell.GetDecimal() : null,
        RequestState.Of(new("", null, null, fields)).IsFullReview);

    /// <summary>
    /// Where to look for the approval that a status set again rests on: before the Fel that the application wrote, or before the
    /// Publicerad it wrote. What people have tried while it was published is passed over, since the application has put it back.
    /// </summary>
    private static int Earlier(IReadOnlyList<StatusChange> changes, int at)
    {
        if (at + 1 < changes.Count && changes[at + 1] is { Status: ReviewStatus.Failed, By.IsApplication: true })
            return at + 2;
        for (var i = at + 1; ; i++)
        {
            while (i < changes.Count && !changes[i].By.IsApplication)
                i++;
            if (i >= changes.Count || changes[i].Status != ReviewStatus.Published)
                return i;
            if (i + 1 < changes.Count && changes[i + 1].Status == ReviewStatus.Approved)
                return i + 1;
        }
    }

    /// <summary>Whoever may edit a row may also delete versions of it; then the next one would seem to have made the change.</summary>
    private static bool Follows(ItemVersion version, ItemVersion older) =>
        Version.TryParse(version.Label, out var number) && Version.TryParse(older.Label, out var before) && number == new Version(before.Major + 1, before.Minor);

    /// <summary>
    /// What lay with the one who approved: as it was when the run began that wrote För fastställande as dealt with. That can be written by
    /// anybody, so only the application's own writing of it counts.
    /// </summary>
    private static HandOver? HandedOver(IReadOnlyList<ItemVersion> versions, StatusChange approved)
    {
        var end = 1 + versions.Select(v => v.Label).ToList().IndexOf(approved.Version);
        while (end < versions.Count - 1 && !(versions[end].ModifiedBy.IsApplication && IsHandedOver(versions[end]) && !IsHandedOver(versions[end + 1])))
            end++;
        if (end >= versions.Count - 1)
            return null;
        var begin = end + 1;
        while (begin + 1 < versions.Count && Text(versions[begin], "RunId") is { } run && Text(versions[begin + 1], "RunId") == run)
            begin++;
        return new(versions[begin].ModifiedOn, approved.By);
    }

    private static bool IsHandedOver(ItemVersion version) => Text(version, "Handled") == Choice.Text(ReviewStatus.ForApproval);

    private static string? Text(ItemVersion version, string name) =>
        version.Fields.TryGetValue(name, out var cell) && cell.ValueKind == JsonValueKind.String && cell.GetString() is { Length: > 0 } text ? text : null;
}
