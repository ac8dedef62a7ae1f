using SpLg.SharePoint.Throttling;

namespace SpLg.Logging;

/// <summary>The waits that SharePoint asks for, as events of a log.</summary>
internal sealed class LoggedPauses(ILogger log) : IProgress<GraphPause>
{
    public void Report(GraphPause value) => log.Waiting(value.Length.TotalSeconds, value.Reason);
}
