using System.Net;

namespace SpLg.SharePoint;

/// <summary>Facts about a failed call.</summary>
/// <param name="Status">Null when no answer came.</param>
/// <param name="Code">The deepest code in the answer.</param>
/// <param name="Message">The service's own words.</param>
/// <param name="Location">Where a 410 says to start over; null otherwise.</param>
internal sealed record GraphError(
    HttpMethod Method,
    string Url,
    HttpStatusCode? Status,
    string? Code,
    string? Message,
    string? RequestId,
    Uri? Location = null
)
{
    private const int LongestMessage = 500;

    public string Describe(string advice)
    {
        var text = new StringBuilder(advice).Append(" (").Append(Method).Append(' ').Append(Url);
        if (Status is { } status)
            text.Append(" answered ").Append((int)status);
        if (Code is not null)
            text.Append(' ').Append(Expected.Short(Code));
        if (!string.IsNullOrWhiteSpace(Message))
            text.Append(": ").Append(Expected.Short(Message.Trim(), LongestMessage));
        if (RequestId is not null)
            text.Append("; request id ").Append(Expected.Short(RequestId));
        return text.Append(')').ToString();
    }
}
