using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SpLg.Tests.Infra;

/// <summary>
/// Gives out tokens as an Azure resource does for its own identity, or answers in any other way. One at a time: where
/// it is stands in the environment.
/// https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
/// </summary>
internal sealed class IdentityServer : IAsyncDisposable
{
    private const string Address = "IDENTITY_ENDPOINT";
    private const string Secret = "IDENTITY_HEADER";

    private readonly WebApplication app;

    private IdentityServer(WebApplication app) => this.app = app;

    /// <summary>Where it also answers as Graph would, whatever the token.</summary>
    public Uri Graph { get; private set; } = null!;

    /// <summary>What the next request for a token gets.</summary>
    public GraphAnswer Answer { get; set; } = Token();

    public static GraphAnswer Token(string expiresOn = "\"4102444800\"") =>
        GraphAnswer.Json(
            200,
            $$"""
            {"access_token":"{{GraphScript.Token}}","expires_on":{{expiresOn}},
            "resource":"https://graph.microsoft.com","token_type":"Bearer"}
            """
        );

    public static async Task<IdentityServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new IdentityServer(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        var origin = server
            .app.Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>()
            .Addresses.Single();
        server.Graph = new(origin + "/v1.0/");
        Environment.SetEnvironmentVariable(Address, origin + "/token");
        Environment.SetEnvironmentVariable(Secret, "x");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Address, null);
        Environment.SetEnvironmentVariable(Secret, null);
        await app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context) =>
        (
            context.Request.Path.StartsWithSegments("/token", StringComparison.Ordinal)
                ? Answer
                : GraphAnswer.Json(200, "{}")
        ).WriteAsync(context);
}
