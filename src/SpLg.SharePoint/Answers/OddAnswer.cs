using System.Text.Json;

namespace SpLg.SharePoint.Answers;

/// <summary>Says in one line what is wrong with an answer.</summary>
internal static class OddAnswer
{
    private const int LongestPath = 200;

    public static string Describe(HttpResponseMessage response, JsonException fault)
    {
        var what = fault.Path is { Length: > 0 } path ? $"{Reason(fault)} at {Expected.Short(path, LongestPath)}" : fault.Message;
        return response.Content.Headers.ContentType?.MediaType is { } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase)
            ? $"it is {Expected.Short(type)}; {what}"
            : what;
    }

    /// <summary>Without the names of our own types and the place in bytes, which the parser's own words add.</summary>
    private static string Reason(JsonException fault)
    {
        var message = fault.Message;
        if (message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
            return "a value of another kind than it should be";
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
