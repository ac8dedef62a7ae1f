using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace SpLg.Service;

/// <summary>
/// Answers <c>/healthz</c> (200 as long as the worker works, 503 when it hangs) and <c>/readyz</c> (200 when every site
/// answered the last look), on loopback only, with the state of each organisation as JSON.
/// </summary>
internal sealed class HealthEndpoints(int port, WorkerHealth health) : IHostedService, IAsyncDisposable
{
    private WebApplication? app;

    /// <exception cref="SettingsException">The port is taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        app = builder.Build();
        app.Run(context =>
            context.Request.Path.Value switch
            {
                "/healthz" => AnswerAsync(context, health.IsAlive),
                "/readyz" => AnswerAsync(context, health is { IsAlive: true, IsReady: true }),
                _ => NotFoundAsync(context),
            }
        );
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new SettingsException([$"{SettingKeys.HealthPort}: {e.Message} Set another port."]);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, bool isWell)
    {
        context.Response.StatusCode = isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json; charset=utf-8";
        var told = health.Organisations.ToDictionary(
            o => o.Key,
            o => new
            {
                alive = o.Value.IsAlive,
                answered = o.Value.Looked,
                fault = o.Value.Fault,
            },
            StringComparer.Ordinal
        );
        await context.Response.WriteAsync(
            JsonSerializer.Serialize(new { ok = isWell, organisations = told }, FindingsJson.Readable),
            context.RequestAborted
        );
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return context.Response.WriteAsync("There are /healthz and /readyz.\n", context.RequestAborted);
    }
}
