# The same commands as in the README, for Windows and PowerShell. No logic of its own.
# Usage: ./build.ps1 [build|test|format|demo|publish]
param([ValidateSet('build', 'test', 'format', 'demo', 'publish')][string] $Task = 'test')
$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'build' { dotnet build SpLg.sln }
        'test' { dotnet test SpLg.sln }
        'format' { dotnet tool restore; dotnet csharpier check . }
        'demo' { dotnet run --project src/SpLg -- demo }
        'publish' { dotnet publish src/SpLg -c Release -o artifacts/splg }
    }
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
