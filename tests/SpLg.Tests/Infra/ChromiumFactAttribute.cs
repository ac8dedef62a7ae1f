using System.Runtime.CompilerServices;

namespace SpLg.Tests.Infra;

/// <summary>A test in a real browser. Where no Chromium is installed it is skipped, and the result says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (Chromium is null)
            Skip =
                "Chromium is not installed (looked for the program that CHROMIUM names, then for chromium, "
                + "chromium-browser and google-chrome on PATH): no page was opened in a browser.";
    }

    /// <summary>Full path of the browser; null when there is none.</summary>
    public static string? Chromium { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
            ? new[] { named }.FirstOrDefault(File.Exists)
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder =>
                    new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name =>
                        Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
                    )
                )
                .FirstOrDefault(File.Exists);
}
