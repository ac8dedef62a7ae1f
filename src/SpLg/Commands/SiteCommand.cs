using System.CommandLine;
using System.CommandLine.Parsing;
using SpLg.Demo;
using SpLg.LocalSite;

namespace SpLg.Commands;

internal static class SiteCommand
{
    private const int DefaultPort = 5080;

    public static Command Create(Shell shell)
    {
        var folder = new Option<string>("--folder")
        {
            Description = "Where the site keeps its state; made when it is not there.",
            DefaultValueFactory = _ => "splg-site",
        };
        var port = NumberOption.Create(
            "--port",
            $"The port on this machine; 0 takes a free one. Default: {DefaultPort}.",
            0,
            65535
        );
        var empty = new Option<bool>("--empty") { Description = "Without lists, to try 'provision' on." };
        var https = new Option<bool>("--https")
        {
            Description =
                "Over https, with a certificate of its own in the state folder (certificate.pem), for Graph "
                + "clients that take nothing else.",
        };
        var organisations = new Option<IReadOnlyList<LocalOrganisation>>("--organisation")
        {
            Description =
                "An organisation with a site of its own, all lists in it; may be given several times. Default: one site.",
            HelpName = "name",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = ParseOrganisations,
        };
        var command = new Verb(
            "site",
            "Serves the local site: the same lists and the same part of Microsoft Graph, on this machine only. "
                + "Faults such as 429, 503 or a broken connection are set at /_faults; "
                + "the local site's README tells how under 'Trying faults'.",
            "splg site",
            "splg site --folder ./trial --port 5081 --empty",
            "splg site --organisation Socialnämnden --organisation Bostadsbolaget"
        );
        command.Add(folder);
        command.Add(port);
        command.Add(empty);
        command.Add(https);
        command.Add(organisations);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = shell.FileSettings(parsed);
                var schema = ShippedFiles.Schema();
                var options = new LocalSiteOptions(Path.GetFullPath(parsed.GetValue(folder)!))
                {
                    Port = parsed.GetValue(port) ?? DefaultPort,
                    Https = parsed.GetValue(https),
                    Schema = parsed.GetValue(empty) ? null : schema,
                    TimeZone = settings.Zone,
                    People = DemoData.People(schema),
                    Organisations = parsed.GetValue(organisations) ?? [LocalOrganisation.Usual],
                };
                await using var server = await LocalSiteServer.StartAsync(options, cancellationToken);
                foreach (var address in server.SiteAddresses)
                    shell.Screen.Line($"Site:  {address}");
                shell.Screen.Line($"Graph: {server.GraphAddress}");
                shell.Screen.Line("Other commands reach it with:");
                shell.Screen.Line($"  splg doctor {LocalSettings.AsOptions(server)}");
                shell.Screen.Line("Ctrl+C ends it; the folder keeps everything.");
                await UntilStopped.WaitAsync(cancellationToken);
                return ExitCode.Ok;
            }
        );
        return command;
    }

    private static List<LocalOrganisation> ParseOrganisations(ArgumentResult result)
    {
        var found = new List<LocalOrganisation>();
        foreach (var token in result.Tokens)
        {
            if (LocalOrganisation.TryNamed(token.Value) is not { } organisation)
                result.AddError($"--organisation '{token.Value}': write a name with letters or digits.");
            else if (found.Exists(o => o.Path == organisation.Path))
                result.AddError($"--organisation '{token.Value}': another one has the address {organisation.Path}.");
            else
                found.Add(organisation);
        }
        return found;
    }
}
