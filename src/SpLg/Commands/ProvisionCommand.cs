using System.CommandLine;
using SpLg.SharePoint.Provisioning;

namespace SpLg.Commands;

internal static class ProvisionCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Verb(
            "provision",
            "Creates the lists, libraries and columns that Graph can create, and says what an administrator must do.",
            "splg provision",
            "splg provision --set Site:Address=https://contoso.sharepoint.com/sites/informationssakerhet"
        );
        command.Add(shell.Organisation);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = shell.SiteSettings(parsed);
                using var graph = OpenSite.Client(settings, shell.Clock, shell.Pauses);
                var report = await shell.Screen.ProgressAsync(
                    "Provisioning",
                    async steps =>
                    {
                        var site = await new SiteReader(graph).FindAsync(cancellationToken);
                        return await new ListProvisioner(graph, site).ApplyAsync(
                            ShippedFiles.Schema(),
                            list => steps.Say(list.Title),
                            cancellationToken
                        );
                    }
                );
                Show("Created", report.Created);
                Show("Columns added", report.ColumnsAdded);
                Show("Not as the template says (nothing was changed)", report.Differs);
                shell.Screen.Line($"Already there: {report.AlreadyThere.Count}");
                Show("Left to an administrator, because Graph cannot do it", report.LeftToAdministrator);
                if (report.LeftToAdministrator.Count > 0)
                {
                    shell.Screen.Line(
                        "An administrator of the site does all of that by applying the template with PnP PowerShell:"
                    );
                    shell.Screen.Line(
                        $"  Connect-PnPOnline -Url {settings.Site!.Address} -Interactive -ClientId <app id of PnP "
                            + "PowerShell in your tenant>"
                    );
                    shell.Screen.Line($"  Invoke-PnPSiteTemplate -Path \"{ShippedFiles.ProvisioningPath}\"");
                }
                return ExitCode.Ok;

                void Show(string heading, IReadOnlyList<string> lines)
                {
                    if (lines.Count == 0)
                        return;
                    shell.Screen.Line($"{heading}:");
                    foreach (var line in lines)
                        shell.Screen.Line("  " + line);
                }
            }
        );
        return command;
    }
}
