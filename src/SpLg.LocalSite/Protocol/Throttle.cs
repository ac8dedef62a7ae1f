namespace SpLg.LocalSite.Protocol;

/// <summary>The errors a fault rule or the resource meter answers with.</summary>
internal static class Throttle
{
    public static GraphError TooMany(int seconds) =>
        new(429, "activityLimitReached", "Application has been throttled.") { Header = ("Retry-After", $"{seconds}") };

    public static GraphError Error(int status, FaultRule rule)
    {
        var (code, message) = status switch
        {
            401 => ("InvalidAuthenticationToken", "Access token has expired or is not yet valid."),
            403 => ("accessDenied", "Request Doesn't have the required Permission scopes to access a site."),
            404 => ("itemNotFound", "Item not found"),
            410 => ("resyncChangesApplyDifferences", "Resync required."),
            412 => ("resourceModified", "ETag does not match current item's value"),
            423 => ("resourceLocked", "The resource you are attempting to access is locked"),
            429 => ("activityLimitReached", "Application has been throttled."),
            502 => ("BadGateway", "Bad gateway"),
            503 => ("serviceNotAvailable", "The service is not available. Try the request again after a delay."),
            504 => ("gatewayTimeout", "The service did not answer in time."),
            507 => ("quotaLimitReached", "The app or user has reached their quota limit."),
            < 500 => ("invalidRequest", "Invalid request"),
            _ => ("generalException", "General exception while processing"),
        };
        return new(status, rule.GraphCode ?? code, message)
        {
            Header = rule.RetryAfter is { } seconds
                ? ("Retry-After", seconds.ToString(CultureInfo.InvariantCulture))
                : null,
        };
    }
}
