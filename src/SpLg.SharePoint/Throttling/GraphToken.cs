using System.Net.Http.Headers;
using Azure.Core;
using Azure.Identity;

namespace SpLg.SharePoint.Throttling;

/// <summary>The token that proves who we are, for Graph's own origin and no other.</summary>
/// <param name="graph">Graph's address with version.</param>
internal sealed class GraphToken(SignIn signIn, Uri graph)
{
    private readonly string[] scopes = [new Uri(graph, "/.default").AbsoluteUri];
    private TokenCredential? credential;

    public bool MayGoTo(Uri address) =>
        Uri.Compare(
            address,
            graph,
            UriComponents.SchemeAndServer,
            UriFormat.Unescaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0;

    /// <param name="anew">True asks for another one than before.</param>
    /// <exception cref="AccessDeniedException">None was given out.</exception>
    public async ValueTask AddAsync(HttpRequestMessage message, bool anew, CancellationToken cancellationToken)
    {
        try
        {
            // A credential keeps its token until that runs out; a fresh one, with the certificate read again, has none.
            if (anew || credential is null)
                credential = Credentials.For(signIn);
            // The credential keeps tokens and renews them in time.
            var token = await credential.GetTokenAsync(new(scopes), cancellationToken);
            if (token.Token is not { Length: > 0 and <= Limits.Address } text || !text.All(c => c is > ' ' and <= '~'))
                throw new AuthenticationFailedException("What was given out as a token is none.");
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", text);
        }
        catch (AuthenticationFailedException failed)
        {
            var error = new GraphError(
                message.Method,
                SafeUrl.Of(message.RequestUri!),
                null,
                null,
                failed.Message,
                null
            );
            throw GraphFault.NoToken(error, failed, SignInFault.MayPass(failed));
        }
    }
}
