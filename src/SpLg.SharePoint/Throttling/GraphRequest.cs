using System.Net.Http.Headers;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Throttling;

/// <summary>A request that can be sent more than once.</summary>
internal sealed record GraphRequest(HttpMethod Method, Uri Url)
{
    /// <summary>Null for a request without body.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    public string BodyType { get; init; } = "application/json";

    public ContentRangeHeaderValue? Range { get; init; }

    /// <summary>An ETag with its quotes; null sends no condition.</summary>
    public string? IfMatch { get; init; }

    /// <summary>How long one attempt may take, from the first byte sent to the last received.</summary>
    public TimeSpan Limit { get; init; } = Limits.Answer;

    /// <summary>True sends it although all calls rest, and once only: what tells people of the rest.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>True when a redirection is the answer that is wanted.</summary>
    public bool TakesRedirect { get; init; }

    /// <summary>False when doing it twice is not the same as doing it once, so that it is not repeated after a lost answer.</summary>
    public bool Repeatable { get; init; } = Method != HttpMethod.Post;

    public HttpRequestMessage ToMessage(string requestId)
    {
        var message = new HttpRequestMessage(Method, Url);
        message.Headers.Accept.Add(new("application/json"));
        message.Headers.Add("client-request-id", requestId);
        if (IfMatch is not null)
            message.Headers.TryAddWithoutValidation("If-Match", IfMatch);
        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = new(BodyType);
            message.Content.Headers.ContentRange = Range;
        }

        return message;
    }
}
