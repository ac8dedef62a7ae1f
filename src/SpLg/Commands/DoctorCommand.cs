using System.CommandLine;
using SpLg.Doctor;

namespace SpLg.Commands;

internal static class DoctorCommand
{
    public static Command Create(Shell shell)
    {
        var json = new Option<bool>("--json") { Description = "Print the results as JSON." };
        var command = new Verb(
            "doctor",
            "Says what is wrong with settings, sign-in, permissions, lists or template, and how to mend it. Changes nothing.",
            "splg doctor",
            "splg doctor --settings /etc/splg/splg.json --json"
        );
        command.Add(json);
        command.Add(shell.Organisation);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var results = new List<CheckResult>();
                var quiet = parsed.GetValue(json);
                await ExamineAsync(shell, parsed, Tell, cancellationToken);
                var well = results.All(r => r.IsWell);
                if (quiet)
                    shell.Screen.Json(JsonSerializer.Serialize(results, FindingsJson.Readable));
                else
                    shell.Screen.Line(
                        well
                            ? "All is well."
                            : $"{results.Count(r => !r.IsWell)} of {results.Count} checks found something to mend."
                    );
                return well ? ExitCode.Ok : ExitCode.Fault;

                void Tell(CheckResult result)
                {
                    results.Add(result);
                    if (quiet)
                        return;
                    shell.Screen.Line($"{(result.IsWell ? "✓" : "✗")} {result.Name}");
                    foreach (var line in result.Faults.Concat(result.Hints))
                        shell.Screen.Line("    " + line);
                }
            }
        );
        return command;
    }

    private static async Task ExamineAsync(
        Shell shell,
        ParseResult parsed,
        Action<CheckResult> tell,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<AppSettings> all;
        try
        {
            all = shell.AllSiteSettings(parsed);
            tell(new("Settings", []));
        }
        catch (SettingsException e)
        {
            tell(new("Settings", e.Faults));
            return;
        }
        foreach (var settings in all)
            await ExamineAsync(
                shell,
                settings,
                r => tell(settings.Organisation is { } name ? r with { Name = $"{name}: {r.Name}" } : r),
                cancellationToken
            );
    }

    private static async Task ExamineAsync(
        Shell shell,
        AppSettings settings,
        Action<CheckResult> tell,
        CancellationToken cancellationToken
    )
    {
        if (settings.Site!.SignIn == SignInKind.Certificate)
            tell(Certificate(settings.Site, shell.Clock));
        OpenSite site;
        var opening = $"Sign-in and site {settings.Site.Address}";
        try
        {
            site = await Patience.WithinLimitAsync(
                shell.Clock,
                limited => shell.OpenAsync(settings, limited),
                cancellationToken
            );
            tell(new(opening, []));
        }
        catch (Exception e)
            when (e
                    is GraphException
                        or SiteFaultException
                        or HttpRequestException
                        or IOException
                        or UnauthorizedAccessException
                        or ArgumentException
            )
        {
            tell(new(opening, [e.Message]));
            return;
        }
        using (site)
        {
            await foreach (var result in new SiteExamination(site, settings, shell.Clock).RunAsync(cancellationToken))
                tell(result);
        }
    }

    private static CheckResult Certificate(SiteSettings site, TimeProvider clock)
    {
        const string Name = "Certificate";
        try
        {
            using var certificate = SignInCertificate.Load(site.Certificate);
            var end = string.Create(
                CultureInfo.InvariantCulture,
                $"Valid to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}."
            );
            return SignInCertificate.FaultOf(certificate, clock.GetUtcNow()) is { } fault
                ? new(Name, [fault])
                : new(Name, []) { Hints = [end] };
        }
        catch (CertificateException e)
        {
            return new(Name, [e.Message]);
        }
    }
}
