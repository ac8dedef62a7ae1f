using Microsoft.Extensions.Hosting;

namespace SpLg.Service;

/// <summary>
/// Says in the log, at start and once a day, that a certificate is about to end, because nobody looks for that before
/// the worker can sign in no more.
/// </summary>
internal sealed class CertificateWatch(
    IReadOnlyList<AppSettings> all,
    TimeProvider clock,
    ILogger<CertificateWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var used = all.Select(s => s.Site!)
                .Where(s => s.SignIn == SignInKind.Certificate)
                .Select(s => s.Certificate);
            foreach (var certificate in used.DistinctBy(c => (c.Path, c.Thumbprint)))
                Look(certificate);
            await Task.Delay(Day, clock, stoppingToken);
        }
    }

    private void Look(SignIn.Certificate signIn)
    {
        try
        {
            using var certificate = SignInCertificate.Load(signIn);
            if (SignInCertificate.FaultOf(certificate, clock.GetUtcNow()) is { } fault)
                log.CertificateFault(fault);
        }
        catch (CertificateException e)
        {
            log.CertificateFault(e.Message);
        }
    }
}
