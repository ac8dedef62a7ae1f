using System.Globalization;
using System.Text.Json;
using SpLg.Core.Choices;
using SpLg.Core.Lists;

namespace SpLg.Worker;

/// <summary>The columns of a request that decide who may work on it.</summary>
/// <param name="RunId">Who has it: worker name, slash, run.</param>
/// <param name="LastRunOn">When that worker last wrote; null when nobody has.</param>
internal sealed record RequestState(ReviewStatus? Status, string? RunId, DateTimeOffset? LastRunOn)
{
    public static RequestState Of(ListRow row)
    {
        var moment = Text(row, "LastRunOn");
        return new(
            Text(row, "Status") is { } status ? Choice.TryValue<ReviewStatus>(status) : null,
            Text(row, "RunId"),
            DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var on) ? on : null);
    }

    /// <summary>True while the request waits for a worker or is with one.</summary>
    public bool IsOpen => Status is ReviewStatus.Requested or ReviewStatus.UpdateRequested or ReviewStatus.Reading;

    /// <summary>
    /// Why this worker may take the request, for the log, or null when it may not: it is asked for; this process began it;
    /// it has stood on this worker's own name since before this process, so an earlier one was killed; or another worker
    /// has been silent too long. A second live process of the same name is another worker. A date more than a lease ahead
    /// comes from a clock that is wrong, and would otherwise hold the request for as long.
    /// </summary>
    /// <param name="process">What the run ids of this process begin with: the name, slash, a mark of its own.</param>
    public string? ReasonToTake(string worker, string process, DateTimeOffset startedOn, TimeSpan lease, DateTimeOffset now) => Status switch
    {
        ReviewStatus.Requested => "requested",
        ReviewStatus.UpdateRequested => "update requested",
        ReviewStatus.Reading when RunId is null => "nobody has it",
        ReviewStatus.Reading when RunId.StartsWith(process, StringComparison.Ordinal) => "taken up again",
        ReviewStatus.Reading when LastRunOn is null => "taken over: it does not say since when it is read",
        ReviewStatus.Reading when RunId.StartsWith(worker + "/", StringComparison.Ordinal) && LastRunOn <= startedOn => "taken up again after an interrupted run",
        ReviewStatus.Reading when (now - LastRunOn.Value).Duration() > lease => $"taken over: last written {LastRunOn:u}",
        _ => null,
    };

    private static string? Text(ListRow row, string name) =>
        row.Fields.TryGetValue(name, out var cell) && cell.ValueKind == JsonValueKind.String && cell.GetString() is { Length: > 0 } text ? text : null;
}
