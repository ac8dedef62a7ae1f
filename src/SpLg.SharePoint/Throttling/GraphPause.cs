namespace SpLg.SharePoint.Throttling;

/// <summary>All calls of the client rest, because the service asked for it. Shown as progress.</summary>
/// <param name="Length">How long, from now.</param>
public sealed record GraphPause(TimeSpan Length, string Reason);
