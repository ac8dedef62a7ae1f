using System.Net.Http.Headers;
using System.Text.Unicode;
using Microsoft.Kiota.Abstractions;

namespace SpLg.SharePoint.Answers;

/// <summary>Says in one line what is wrong with an answer.</summary>
internal static class OddAnswer
{
    private const int LongestPath = 200;

    /// <summary>
    /// JSON is UTF-8 (https://www.rfc-editor.org/rfc/rfc8259#section-8.1): other bytes are told here, where it is known
    /// which answer they stand in, and not when a cell is read. A page of a proxy is told by its type.
    /// </summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static void ThrowIfNoJson(MediaTypeHeaderValue? type, AnswerBody body)
    {
        if (body.Length == 0)
            return;
        if (type?.MediaType is not { } name || !name.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            throw new JsonException(
                $"it is {(type?.MediaType is { } other ? Expected.Short(other) : "of no told type")} and no JSON"
            );
        if (!Utf8.IsValid(body.Memory.Span))
            throw new JsonException("it has bytes that are no UTF-8");
        // A shorter body has no room for many more values than the limit.
        if (body.Length > 4 * Limits.Values && new JsonValues().Add(body.Memory.Span) > Limits.Values)
            throw new JsonException($"it holds more than {Limits.Values} values, the most that are read");
    }

    public static string Describe(Exception fault) =>
        fault switch
        {
            ApiException { InnerException: { } cause } => Describe(cause),
            JsonException { Path: { Length: > 0 } path } => $"{Reason(fault)} at {Expected.Short(path, LongestPath)}",
            _ => Reason(fault),
        };

    /// <summary>Without the names of our own types and the place in bytes, which the parser's own words add.</summary>
    private static string Reason(Exception fault)
    {
        var message = fault.Message;
        if (message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
            return "a value of another kind than it should be";
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return Expected.Short((end < 0 ? message : message[..end]).TrimEnd('.'), 500);
    }
}
