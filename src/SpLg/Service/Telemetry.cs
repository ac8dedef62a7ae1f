using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SpLg.Service;

/// <summary>
/// What the worker measures, for whoever collects traces and metrics: a trace for each run of a request, how many runs
/// ended in which status, and how long they took. No value is a text of a row.
/// </summary>
internal static class Telemetry
{
    public const string Name = "SpLg";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Ended = Meter.CreateCounter<long>(
        "splg.requests.ended",
        description: "Runs of requests that have ended, by the status they left."
    );

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "splg.request.duration",
        "s",
        "How long a run of a request took."
    );

    /// <param name="request">The row's id in the list of requests.</param>
    /// <returns>Null when nobody collects traces.</returns>
    public static Activity? StartRun(string request, string run) =>
        Source.StartActivity("splg.request")?.SetTag("splg.request", request).SetTag("splg.run", run);

    /// <param name="status">The status that the run left; <c>left</c> when it is to be tried again.</param>
    public static void EndedRun(string status, TimeSpan took)
    {
        var tags = new TagList { { "splg.status", status } };
        Ended.Add(1, tags);
        Duration.Record(took.TotalSeconds, tags);
    }
}
