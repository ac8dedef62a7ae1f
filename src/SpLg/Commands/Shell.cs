using System.CommandLine;
using SpLg.SharePoint.Throttling;

namespace SpLg.Commands;

/// <summary>What every command stands on: the screen, the clock, the settings, and the options all share.</summary>
internal sealed class Shell(Screen screen, IReadOnlyDictionary<string, string> environment, TimeProvider clock)
{
    public Screen Screen { get; } = screen;

    public TimeProvider Clock { get; } = clock;

    /// <summary>The process's environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; } = environment;

    public Option<string?> SettingsFile { get; } =
        new("--settings")
        {
            Description = $"The settings file. Default: {SettingsReader.FileName} in this folder, when it is there.",
            HelpName = "file",
            Recursive = true,
        };

    public Option<string[]> Set { get; } =
        new("--set")
        {
            Description = "One setting as Key=Value, over file and environment; may be repeated.",
            HelpName = "Key=Value",
            Recursive = true,
        };

    /// <summary>Of the commands that work on a site.</summary>
    public Option<string?> Organisation { get; } =
        new("--organisation")
        {
            Description = "Which organisation, when the settings have several.",
            HelpName = "name",
        };

    /// <summary>Shows the waits that SharePoint asks for as lines that stay.</summary>
    public IProgress<GraphPause> Pauses { get; } = new ShownPauses(new((_, words) => screen.Note(words)));

    /// <summary>Settings for a command that works on one site.</summary>
    /// <exception cref="SettingsException">Lists every fault.</exception>
    public AppSettings SiteSettings(ParseResult parsed) => Read(parsed, siteNeeded: true);

    /// <summary>
    /// Settings for a command that works on every organisation's site, or on that of the one that is named.
    /// </summary>
    /// <exception cref="SettingsException">Lists every fault.</exception>
    public IReadOnlyList<AppSettings> AllSiteSettings(ParseResult parsed)
    {
        var all = SettingsReader.ReadAll(
            parsed.GetValue(SettingsFile),
            Environment,
            parsed.GetValue(Set) ?? [],
            siteNeeded: true
        );
        return parsed.GetValue(Organisation) is { } name ? [SettingsReader.Named(all, name)] : all;
    }

    /// <summary>Settings for a command that works on files alone.</summary>
    /// <exception cref="SettingsException">Lists every fault.</exception>
    public AppSettings FileSettings(ParseResult parsed) => Read(parsed, siteNeeded: false);

    /// <summary>Opens the site of the settings, showing that it does.</summary>
    public Task<OpenSite> OpenAsync(AppSettings settings, CancellationToken cancellationToken) =>
        Screen.ProgressAsync(
            $"Opening {settings.Site?.Address}",
            _ => OpenSite.OpenAsync(settings, Clock, Pauses, cancellationToken)
        );

    /// <summary>The year a review made today would be about.</summary>
    public int ThisYear(AppSettings settings) => TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), settings.Zone).Year;

    /// <summary>The rows of a folder of files, read now.</summary>
    /// <param name="findings">Gets what is not read of the files.</param>
    public RowsAsRead RowsOfFolder(string folder, AppSettings settings, FileFindings findings, RunProgress progress)
    {
        var schema = ShippedFiles.Schema();
        return new(
            RowFolder.Read(folder, schema, findings, progress),
            schema,
            Clock.GetUtcNow(),
            settings.Zone,
            new Dictionary<string, Uri>()
        );
    }

    private AppSettings Read(ParseResult parsed, bool siteNeeded) =>
        SettingsReader.Read(
            parsed.GetValue(SettingsFile),
            Environment,
            parsed.GetValue(Set) ?? [],
            siteNeeded,
            parsed.GetValue(Organisation)
        );
}
