using System.Net;

namespace SpLg.SharePoint.Answers;

/// <summary>
/// Gives the answers of the sign-in service, which another library reads whole, no more room than a token needs.
/// </summary>
internal sealed class BoundedAnswers()
    : DelegatingHandler(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            UseCookies = false,
        }
    )
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken);
        // The library would wait as long as it says, however long; the worker's own waits are bounded, and told.
        response.Headers.Remove("Retry-After");
        var body = response.Content;
        response.Content = new StreamContent(
            new AnswerStream(await body.ReadAsStreamAsync(cancellationToken), Limits.Token)
        );
        foreach (var (name, values) in body.Headers)
            response.Content.Headers.TryAddWithoutValidation(name, values);
        return response;
    }
}
