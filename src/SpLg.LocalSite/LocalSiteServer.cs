using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;

namespace SpLg.LocalSite;

/// <summary>
/// A SharePoint site on this machine that answers as Microsoft Graph v1.0 does, for trying SpLg out and for tests.
/// Bound to loopback under two names: 127.0.0.1 plays Graph, localhost plays SharePoint.
/// </summary>
public sealed class LocalSiteServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SiteStore store;

    private LocalSiteServer(
        WebApplication app,
        SiteStore store,
        FaultRules faults,
        IReadOnlyList<LocalOrganisation> organisations,
        string scheme,
        int port
    )
    {
        this.app = app;
        this.store = store;
        Faults = faults;
        GraphAddress = new($"{scheme}://127.0.0.1:{port}/v1.0/");
        SiteAddresses = [.. organisations.Select(o => new Uri($"{scheme}://{Site.SharePointHost}:{port}{o.Path}"))];
    }

    /// <summary>
    /// The service root for a Graph client, slash at the end. Any bearer token that is not empty is accepted.
    /// </summary>
    public Uri GraphAddress { get; }

    /// <summary>The client id by which the site knows SpLg.</summary>
    public static Guid ApplicationId => Identities.ApplicationId;

    /// <summary>The first site's web address: what a client looks up, and what a person opens in a browser.</summary>
    public Uri SiteAddress => SiteAddresses[0];

    /// <summary>Those of all organisations, in the order of the options.</summary>
    public IReadOnlyList<Uri> SiteAddresses { get; }

    /// <summary>Faults for the requests to come.</summary>
    public FaultRules Faults { get; }

    /// <summary>Opens the folder, brings the site up to the schema and listens.</summary>
    /// <exception cref="IOException">The folder is in use or cannot be written, or the port is taken.</exception>
    /// <exception cref="InvalidDataException">The folder's journal is damaged.</exception>
    public static async Task<LocalSiteServer> StartAsync(
        LocalSiteOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var opened = SiteStore.Open(options.Folder);
        try
        {
            var faults = new FaultRules();
            foreach (var rule in options.Faults)
                faults.Add(rule);
            for (var attempt = 1; ; attempt++)
            {
                var port = options.Port == 0 ? FreePort() : options.Port;
                var site = new Site(opened, options, options.Clock, port);
                if (attempt == 1)
                    opened.Alone(() => SiteBuilder.Ensure(site));
                var web = Build(site, faults);
                try
                {
                    await web.StartAsync(cancellationToken);
                    return new(web, opened, faults, options.Organisations, options.Scheme, port);
                }
                // Somebody else was quicker to take the port that was free a moment ago.
                catch (IOException e)
                    when (e.InnerException is AddressInUseException && options.Port == 0 && attempt < 10)
                {
                    await web.DisposeAsync();
                }
                catch (IOException e) when (e.InnerException is AddressInUseException)
                {
                    await web.DisposeAsync();
                    throw new IOException(
                        $"Port {port} is taken, perhaps by a site that is already up. End that, or give another with --port.",
                        e
                    );
                }
                catch
                {
                    await web.DisposeAsync();
                    throw;
                }
            }
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        store.Dispose();
    }

    private static WebApplication Build(Site site, FaultRules faults)
    {
        // The empty builder: no settings file or environment variable of the machine may change where this listens.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.ListenLocalhost(
                    site.Port,
                    listen =>
                    {
                        if (site.Options.Https)
                            listen.UseHttps(
                                LoopbackCertificate.OpenOrCreate(site.Options.Folder, site.Clock.GetUtcNow())
                            );
                    }
                );
                kestrel.AddServerHeader = false;
                // Every endpoint limits its own body, as Graph does.
                kestrel.Limits.MaxRequestBodySize = null;
            });
        var web = builder.Build();
        var endpoints = new SiteEndpoints(site, faults);
        web.Run(endpoints.AnswerAsync);
        return web;
    }

    /// <summary>Kestrel cannot choose one free port for both loopback addresses, so one is looked up first.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
