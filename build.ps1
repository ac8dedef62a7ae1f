# The same commands as in the README, for Windows and PowerShell. No logic of its own.
# Usage: ./build.ps1 [build|test|format|demo|publish]
param([ValidateSet('build', 'test', 'format', 'demo', 'publish')][string] $Task = 'test')
$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'build' { dotnet build SpLg.sln }
        'test' { dotnet test SpLg.sln }
        'format' {
            dotnet tool restore
            if ($LASTEXITCODE -eq 0) { dotnet csharpier check . }
        }
        'demo' { dotnet run --project src/SpLg -- demo }
        'publish' {
            dotnet publish src/SpLg -c Release -o artifacts/splg
            if ($LASTEXITCODE -eq 0) { dotnet tool restore }
            if ($LASTEXITCODE -eq 0) {
                dotnet dotnet-CycloneDX src/SpLg/SpLg.csproj --output artifacts/splg --filename sbom.json --output-format Json
            }
        }
    }
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
