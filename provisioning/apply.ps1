<#
.SYNOPSIS
Applies splg.xml to a SharePoint site: lists, columns, views, libraries, rights and rules. Can be run again at any time.
.EXAMPLE
./apply.ps1 -Site https://contoso.sharepoint.com/sites/informationssakerhet -ClientId 00000000-0000-0000-0000-000000000000 -OrganisationName 'Kulturnämnden'
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [uri] $Site,
    # The app registration to sign in with, see Register-PnPEntraIDAppForInteractiveLogin.
    [Parameter(Mandatory)] [guid] $ClientId,
    [Parameter(Mandatory)] [string] $OrganisationName,
    [ValidateSet('Nämnd', 'Bolag', 'Kommunalförbund', 'Region', 'Statlig myndighet')] [string] $OrganisationForm = 'Nämnd',
    [string] $CoordinatorGroup = 'Informationssäkerhetssamordnare',
    [string] $CaseOfficerGroup = 'Handläggare informationssäkerhet',
    [string] $ApproverGroup = 'Fastställer ledningens genomgång'
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$file = Join-Path $PSScriptRoot 'splg.xml'
$how = @{
    Handlers   = 'SiteSecurity', 'Lists'
    Parameters = @{
        OrganisationName = $OrganisationName
        OrganisationForm = $OrganisationForm
        CoordinatorGroup = $CoordinatorGroup
        CaseOfficerGroup = $CaseOfficerGroup
        ApproverGroup    = $ApproverGroup
    }
}

Connect-PnPOnline -Url $Site -Interactive -ClientId $ClientId

# In a list whose rows are read by their authors only, SharePoint takes no column with unique values. A site from before has one.
if (Get-PnPList -Identity 'Lists/Incidents' -ErrorAction SilentlyContinue) {
    Set-PnPField -List 'Lists/Incidents' -Identity 'ExternalKey' -Values @{ EnforceUniqueValues = $false }
}

# The engine sets a list's rule when it makes the list, before the list has columns, and SharePoint refuses a rule that
# names a missing column (https://github.com/pnp/PnP-Sites-Core/issues/1682). So the first pass makes lists and columns, and the second adds the rules.
$withoutRules = Read-PnPSiteTemplate -Path $file
foreach ($list in $withoutRules.Lists) {
    $list.ValidationFormula = ''
    $list.ValidationMessage = ''
}
Invoke-PnPSiteTemplate -InputInstance $withoutRules @how
Invoke-PnPSiteTemplate -Path $file @how
