namespace SpLg.Tests.Scripts;

/// <summary>apply.ps1, run by PowerShell with stand-ins for PnP's cmdlets that note what they were asked.</summary>
public sealed class ApplyScriptTests
{
    private const string StandIns = """
        Set-StrictMode -Version Latest
        $ErrorActionPreference = 'Stop'
        function Note($what) { Write-Output "called: $what" | Out-Host }
        function Connect-PnPOnline { param($Url, [switch]$Interactive, $ClientId) Note "Connect $Url $Interactive $ClientId" }
        function Get-PnPList {
            [CmdletBinding()] param($Identity)
            if ($isThere) { @{ Title = 'Incidenter' } }
        }
        function Set-PnPField { param($List, $Identity, $Values) Note "Field $List $Identity $($Values.EnforceUniqueValues)" }
        function Read-PnPSiteTemplate {
            param($Path)
            [xml]$xml = Get-Content -Raw $Path
            $names = [System.Xml.XmlNamespaceManager]::new($xml.NameTable)
            $names.AddNamespace('p', $xml.DocumentElement.NamespaceURI)
            $lists = foreach ($l in $xml.SelectNodes('//p:ListInstance', $names)) {
                [pscustomobject]@{
                    Title = $l.GetAttribute('Title')
                    ValidationFormula = $l.GetAttribute('ValidationFormula')
                    ValidationMessage = $l.GetAttribute('ValidationMessage')
                }
            }
            [pscustomobject]@{ Lists = $lists }
        }
        function Invoke-PnPSiteTemplate {
            [CmdletBinding()] param($InputInstance, $Path, $Handlers, $Parameters)
            $what = if ($Path) { "file $(Split-Path -Leaf $Path)" } else {
                "$($InputInstance.Lists.Count) lists, $(@($InputInstance.Lists | Where-Object { $_.ValidationFormula }).Count) rules"
            }
            $given = ($Parameters.Keys | Sort-Object | ForEach-Object { "$_=$($Parameters[$_])" }) -join '|'
            Note "Apply $what $($Handlers -join ',') $given"
            if ($fails) { throw 'The site is read-only.' }
        }

        """;

    private const string Call =
        "./provisioning/apply.ps1 -Site https://contoso.sharepoint.com/sites/infosak "
        + "-ClientId 66666666-7777-8888-9999-000000000000 -OrganisationName 'Kulturnämnden'";

    [Fact]
    public async Task A_new_site_gets_lists_without_rules_first_and_then_the_whole_template()
    {
        var (code, output) = await RunAsync(isThere: false);

        Assert.True(code == 0, output);
        var calls = Calls(output);
        Assert.Equal(3, calls.Count);
        Assert.Equal(
            "Connect https://contoso.sharepoint.com/sites/infosak True 66666666-7777-8888-9999-000000000000",
            calls[0]
        );
        Assert.Matches(@"^Apply \d+ lists, 0 rules SiteSecurity,Lists ", calls[1]);
        Assert.StartsWith("Apply file splg.xml SiteSecurity,Lists ", calls[2], StringComparison.Ordinal);
        Assert.All(
            calls.Skip(1),
            c => Assert.Contains("OrganisationForm=Nämnd|OrganisationName=Kulturnämnden", c, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Every_parameter_of_the_template_is_given()
    {
        var (_, output) = await RunAsync(isThere: false);

        var wanted = System
            .Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "provisioning", "splg.xml"))
            .Descendants()
            .Where(e => e.Name.LocalName == "Parameter")
            .Select(e => (string?)e.Attribute("Key"))
            .Order(StringComparer.Ordinal);
        var given = Calls(output)[^1]
            .Split(' ', 5)[4]
            .Split('|')
            .Select(p => p.Split('=')[0])
            .Order(StringComparer.Ordinal);
        Assert.Equal(wanted, given);
    }

    [Fact]
    public async Task A_site_from_before_has_its_unique_key_taken_away_before_anything_is_applied()
    {
        var (code, output) = await RunAsync(isThere: true);

        Assert.True(code == 0, output);
        Assert.Equal("Field Lists/Incidents ExternalKey False", Calls(output)[1]);
    }

    [Fact]
    public async Task What_fails_stops_it_and_is_told()
    {
        var (code, output) = await RunAsync(isThere: false, fails: true);

        Assert.NotEqual(0, code);
        Assert.Equal(2, Calls(output).Count);
        Assert.Contains("The site is read-only.", output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> RunAsync(bool isThere, bool fails = false) =>
        PowerShellRun.CarryOutAsync($"$isThere = ${isThere}; $fails = ${fails}\n{StandIns}{Call}");

    private static List<string> Calls(string output) =>
        [
            .. output
                .Split('\n')
                .Where(l => l.StartsWith("called: ", StringComparison.Ordinal))
                .Select(l => l["called: ".Length..].Trim()),
        ];
}
