using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SpLg.Service;

/// <summary>
/// Runs the worker as a service: told to systemd or to Windows where one of them has started it, with logs for people or
/// for machines, and with traces, metrics and logs to a collector where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one.
/// https://opentelemetry.io/docs/specs/otel/protocol/exporter/
/// </summary>
internal sealed class WorkerHost(Screen screen, IReadOnlyDictionary<string, string> environment, TimeProvider clock)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Watchdog = "WATCHDOG_USEC";

    /// <summary>
    /// Within the 10 s after which the process is ended, so that what is at work is handed back and telemetry sent before.
    /// </summary>
    private static readonly TimeSpan Stop = TimeSpan.FromSeconds(7);

    /// <summary>Runs until it is told to stop.</summary>
    /// <exception cref="FileFault">Another process is this worker already, or the state folder cannot be written.</exception>
    public async Task RunAsync(IReadOnlyList<AppSettings> all, CancellationToken cancellationToken)
    {
        var health = new WorkerHealth(all, clock);
        using var host = Build(all, health);
        var services = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await host.RunAsync(cancellationToken);
        // The host ends when one of them does, and says nothing of why.
        foreach (var service in services)
        {
            if (service.ExecuteTask is { IsFaulted: true } fault)
                await fault;
        }
    }

    /// <summary>The log alone, for a worker that makes what is asked for and ends.</summary>
    public ILoggerFactory CreateLog(ServiceSettings settings) => LoggerFactory.Create(log => Configure(log, settings));

    private IHost Build(IReadOnlyList<AppSettings> all, WorkerHealth health)
    {
        var settings = all[0].Service;
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = Telemetry.Name });
        builder.Configuration.AddInMemoryCollection(
            environment.Select(e => KeyValuePair.Create(e.Key, (string?)e.Value))
        );
        Configure(builder.Logging, settings);
        builder.Services.AddSystemd();
        builder.Services.AddWindowsService(o => o.ServiceName = Telemetry.Name);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = Stop);
        // The process takes signals itself, and the log says what there is to say.
        builder.Services.Configure<ConsoleLifetimeOptions>(o => o.SuppressStatusMessages = true);
        builder.Services.AddSingleton(clock).AddSingleton(all).AddSingleton(health);
        builder.Services.AddSingleton(services => new WorkerRun(
            all,
            clock,
            services.GetRequiredService<ILoggerFactory>().CreateLogger(Telemetry.Name),
            health
        ));
        // First, because a port that is taken must end it before a request is taken up.
        if (settings.HealthPort is { } port)
            builder.Services.AddHostedService(_ => new HealthEndpoints(port, health));
        builder.Services.AddHostedService<WorkerService>().AddHostedService<CertificateWatch>();
        if (environment.GetValueOrDefault(Watchdog) is { Length: > 0 } interval && SystemdHelpers.IsSystemdService())
        {
            builder.Services.AddHostedService(services => new SystemdWatchdog(
                interval,
                services.GetRequiredService<ISystemdNotifier>(),
                health,
                clock
            ));
        }
        if (HasCollector)
            builder
                .Services.AddOpenTelemetry()
                // Not the calls one by one: an address holds the name of a file, and that may be the title of a row.
                .WithTracing(t => t.AddSource(Telemetry.Name).AddOtlpExporter())
                .WithMetrics(m =>
                    m.AddMeter(Telemetry.Name)
                        .AddHttpClientInstrumentation()
                        .AddRuntimeInstrumentation()
                        .AddOtlpExporter()
                );
        return builder.Build();
    }

    private bool HasCollector => environment.GetValueOrDefault(Endpoint) is { Length: > 0 };

    private void Configure(ILoggingBuilder log, ServiceSettings settings)
    {
        // Of the libraries only what goes wrong.
        log.AddFilter((category, level) => level >= (IsOurs(category) ? settings.LogLevel : LogLevel.Warning));
        if (settings.LogFormat == LogFormat.Json)
            log.AddJsonConsole(json =>
            {
                json.IncludeScopes = true;
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        else
            log.AddProvider(new LineLoggerProvider(screen, clock));
        if (HasCollector)
            log.AddOpenTelemetry(o =>
            {
                o.IncludeScopes = true;
                o.IncludeFormattedMessage = true;
                o.AddOtlpExporter();
            });
    }

    private static bool IsOurs(string? category) =>
        category == Telemetry.Name || category?.StartsWith(Telemetry.Name + ".", StringComparison.Ordinal) == true;
}
