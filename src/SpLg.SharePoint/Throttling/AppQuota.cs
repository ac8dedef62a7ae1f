namespace SpLg.SharePoint.Throttling;

/// <summary>
/// Calls that the service allows one application in all. Clients of several sites that sign in as the same application
/// share it: when one is told to wait, all do.
/// https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
/// </summary>
/// <param name="pauses">Told when all calls of the application rest.</param>
public sealed class AppQuota(TimeProvider clock, IProgress<GraphPause>? pauses = null)
{
    internal ThrottleGate Gate { get; } = new(clock, pauses);
}
