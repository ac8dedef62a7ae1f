namespace SpLg.Logging;

/// <summary>What the events of a log are about, as named values that any provider of logs can keep.</summary>
internal static class LogScopes
{
    private const string Organisation = "Organisation";
    private const string Request = "Request";
    private const string Run = "Run";

    /// <param name="organisation">Null for the only one, whose events need no name.</param>
    public static IDisposable? BeginOrganisation(this ILogger log, string? organisation) =>
        organisation is null ? null : Begin(log, Organisation, organisation);

    public static IDisposable? BeginRequest(this ILogger log, string id) => Begin(log, Request, id);

    public static IDisposable? BeginRun(this ILogger log, string run) => Begin(log, Run, run);

    /// <summary>What a line begins with because of a scope; empty for one that is told in words where it
    /// begins.</summary>
    public static string PrefixOf(object? scope) =>
        scope switch
        {
            KeyValuePair<string, object?>[] and [{ Key: Organisation, Value: var name }] => $"{name}: ",
            KeyValuePair<string, object?>[] and [{ Key: Request, Value: var id }] => $"request {id}: ",
            _ => "",
        };

    private static IDisposable? Begin(ILogger log, string name, string value) =>
        log.BeginScope(new KeyValuePair<string, object?>[] { new(name, value) });
}
