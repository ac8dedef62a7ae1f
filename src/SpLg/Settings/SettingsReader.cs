using Microsoft.Extensions.Configuration;
using SpLg.Mail;
using SpLg.Schedule;

namespace SpLg.Settings;

/// <summary>Reads and checks the settings once, at start. Later sources win: file, environment, command line.</summary>
internal static class SettingsReader
{
    /// <summary>Read when it lies in the current folder and no other file is named.</summary>
    public const string FileName = "splg.json";

    private const string EnvironmentPrefix = "SPLG__";

    /// <summary>
    /// Kubernetes' webhook gives the id here. Azure.Identity would take it by itself, but the program must know its own
    /// id to tell what it has written from what others have.
    /// https://learn.microsoft.com/entra/workload-id/workload-identity-federation
    /// </summary>
    private const string WorkloadClientId = "AZURE_CLIENT_ID";

    private static readonly string[] SecretWords =
    [
        "password",
        "passwd",
        "secret",
        "token",
        "apikey",
        "privatekey",
        "losenord",
        "lösenord",
    ];

    /// <summary>The settings for the work on one site.</summary>
    /// <param name="file">A settings file that must exist; null takes <c>splg.json</c> of the current folder when it is
    /// there.</param>
    /// <param name="sets">The command line's <c>Key=Value</c>.</param>
    /// <param name="siteNeeded">True checks that a site and a sign-in are set too.</param>
    /// <param name="organisation">Which of several; null when there is one, or when no site is needed.</param>
    /// <exception cref="SettingsException">Lists every fault.</exception>
    public static AppSettings Read(
        string? file,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<string> sets,
        bool siteNeeded,
        string? organisation = null
    )
    {
        var all = Checked(file, environment, sets, siteNeeded);
        if (organisation is not null)
            return Named([.. all.Select(o => Bind(o, environment))], organisation);
        if (all.Count > 1 && siteNeeded)
            throw new SettingsException([
                "--organisation: this command works on one site, and the settings have several. Give one of "
                    + $"{Names(all.Select(o => o.Organisation))}.",
            ]);
        return Bind(siteNeeded ? all[0] : all[0].WithoutOrganisation(), environment);
    }

    /// <summary>
    /// The settings of every organisation, in the order of their names; one without a name when no <c>Sites</c> are
    /// set.
    /// </summary>
    /// <inheritdoc cref="Read" path="/param | /exception"/>
    public static IReadOnlyList<AppSettings> ReadAll(
        string? file,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<string> sets,
        bool siteNeeded
    ) => [.. Checked(file, environment, sets, siteNeeded).Select(o => Bind(o, environment))];

    private static IReadOnlyList<SettingValues> Checked(
        string? file,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<string> sets,
        bool siteNeeded
    )
    {
        var faults = new List<string>();
        var written = Values(file, environment, sets, faults);
        foreach (var (name, text) in written)
        {
            var key = SettingValues.TryKey(name);
            if (SecretWords.Any(w => name.Contains(w, StringComparison.OrdinalIgnoreCase)))
                faults.Add(
                    $"{name}: settings hold no secrets, take it out. Sign in with a certificate file or a managed identity."
                );
            else if (key is null)
                faults.Add($"{name}: there is no such setting. {Known(name)}");
            else if (key.Fault(text) is { } fault)
                faults.Add(
                    $"{(key.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? key.Name : name)}: '{text}' "
                        + $"{fault}. Example: {key.Example}"
                );
        }
        var organisations = SettingValues.Of(written);
        if (siteNeeded)
            CheckSites(organisations, written, faults);
        return faults.Count == 0
            ? organisations
            : throw new SettingsException([.. faults.Distinct(StringComparer.Ordinal)]);
    }

    /// <exception cref="SettingsException">There is none of the name.</exception>
    public static AppSettings Named(IReadOnlyList<AppSettings> all, string organisation) =>
        all.FirstOrDefault(s => organisation.Equals(s.Organisation, StringComparison.OrdinalIgnoreCase))
        ?? throw new SettingsException([
            all[0].Organisation is null
                ? $"--organisation {organisation}: the settings name one site only, under Site. Leave the option out."
                : $"--organisation {organisation}: there is none of this name. Give one of {Names(all.Select(s => s.Organisation))}.",
        ]);

    private static string Names(IEnumerable<string?> organisations) => string.Join(", ", organisations);

    private static string Known(string name)
    {
        if (Nearest(name) is { } nearest)
            return $"Did you mean {nearest}?";
        return name.StartsWith(SettingKeys.Sites, StringComparison.OrdinalIgnoreCase)
            ? "An organisation has a name of letters, digits, hyphens and underscores, and below it "
                + $"{string.Join(", ", SettingKeys.All.Select(k => k.OfOne).OfType<string>())}; "
                + $"for example {SettingKeys.Sites}kultur:Address."
            : $"There are {string.Join(", ", SettingKeys.All.Select(k => k.Name))}.";
    }

    /// <summary>The key that was probably meant: one letter in four may be wrong; null when none is near.</summary>
    private static string? Nearest(string name)
    {
        var parts = name.Split(':', 3);
        var isOfOne =
            parts.Length == 3 && (parts[0] + ":").Equals(SettingKeys.Sites, StringComparison.OrdinalIgnoreCase);
        var before = isOfOne ? $"{SettingKeys.Sites}{parts[1]}:" : "";
        var keys = isOfOne
            ? SettingKeys.All.Select(k => k.OfOne).OfType<string>()
            : SettingKeys.All.Select(k => k.Name);
        var meant = keys.Select(k => before + k)
            .Select(k => (Key: k, Distance: EditDistance.Of(k.ToUpperInvariant(), name.ToUpperInvariant())))
            .MinBy(k => k.Distance);
        return meant.Distance <= Math.Max(1, name.Length / 4) ? meant.Key : null;
    }

    private static Dictionary<string, string> Values(
        string? file,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<string> sets,
        List<string> faults
    )
    {
        var builder = new ConfigurationBuilder();
        var path = Path.GetFullPath(file ?? FileName);
        AddFile(builder, path, isNamed: file is not null, faults);
        var surrounding = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var (name, value) in environment.Where(e =>
                e.Key.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase)
            )
        )
            surrounding[name[EnvironmentPrefix.Length..].Replace("__", ":", StringComparison.Ordinal)] = value;
        builder.AddInMemoryCollection(surrounding);
        var given = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var set in sets)
        {
            var at = set.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
                given[set[..at].Trim()] = set[(at + 1)..];
            else
                faults.Add($"--set {set}: is not of the form Key=Value. Example: --set {SettingKeys.PollSeconds}=5");
        }
        builder.AddInMemoryCollection(given);
        return builder
            .Build()
            .AsEnumerable()
            .Where(v => !string.IsNullOrWhiteSpace(v.Value))
            .ToDictionary(v => v.Key, v => v.Value!.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="isNamed">True for a file that must be there.</param>
    /// <exception cref="SettingsException">It is there and cannot be read, or is not JSON.</exception>
    private static void AddFile(ConfigurationBuilder builder, string path, bool isNamed, List<string> faults)
    {
        try
        {
            using var content = new MemoryStream(File.ReadAllBytes(path));
            builder.AddInMemoryCollection(new ConfigurationBuilder().AddJsonStream(content).Build().AsEnumerable());
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            if (isNamed)
                faults.Add($"{path}: there is no such settings file. Give another with --settings.");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new SettingsException([
                Directory.Exists(path)
                    ? $"{path}: is a folder. Name the settings file in it with --settings."
                    : $"{path}: the account {Environment.UserName} may not read it. Give it that right. ({e.Message})",
            ]);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidDataException)
        {
            throw new SettingsException([$"{path}: is not JSON as it should be{Place(e)}"]);
        }
    }

    /// <summary>Where in the file and what, as editors count: from line 1 and column 1.</summary>
    private static string Place(Exception fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is JsonException { LineNumber: { } line, BytePositionInLine: { } column } json)
                return $", line {line + 1}, column {column + 1}: {json.Message.Split(" LineNumber:")[0]}";
        }
        return $": {fault.Message}";
    }

    private static void CheckSites(
        IReadOnlyList<SettingValues> organisations,
        Dictionary<string, string> written,
        List<string> faults
    )
    {
        foreach (var one in organisations)
        {
            CheckSite(one, faults);
            if (one.Has(SettingKeys.Reminders) && !one.Has(SettingKeys.MailFrom))
                faults.Add(
                    $"{one.KeyOf(SettingKeys.Reminders)}: reminders are mail, and {SettingKeys.MailFrom} is not "
                        + $"set. Example: {SettingKeys.Named(SettingKeys.MailFrom).Example}"
                );
        }
        if (organisations[0].Organisation is not { } first)
            return;
        foreach (var own in new[] { SettingKeys.SiteAddress, SettingKeys.Approvers }.Where(written.ContainsKey))
            faults.Add(
                $"{own}: each organisation has its own. Set it for each of them instead: "
                    + $"{SettingKeys.Sites}{first}:{SettingKeys.Named(own).OfOne}."
            );
        var sites = organisations
            .Where(o => o.Has(SettingKeys.SiteAddress))
            .GroupBy(o => o[SettingKeys.SiteAddress]!.TrimEnd('/'), StringComparer.OrdinalIgnoreCase);
        foreach (var same in sites.Where(g => g.Count() > 1))
            faults.Add(
                $"{same.Last().KeyOf(SettingKeys.SiteAddress)}: is the site of {same.First().Organisation} "
                    + "already. Each organisation has a site of its own."
            );
    }

    private static void CheckSite(SettingValues values, List<string> faults)
    {
        Need(SettingKeys.SiteAddress, "is not set, and this command works on a site");
        if (!Enum.TryParse<SignInKind>(values[SettingKeys.SignIn], ignoreCase: true, out var kind))
            return;
        if (kind == SignInKind.Certificate)
        {
            Need(SettingKeys.TenantId, "is not set, and signing in with a certificate needs it");
            Need(SettingKeys.ClientId, "is not set, and signing in with a certificate needs it");
            var path = values[SettingKeys.CertificatePath];
            if (path is null == !values.Has(SettingKeys.CertificateThumbprint))
                faults.Add(
                    $"{values.KeyOf(SettingKeys.CertificatePath)}: set either this or "
                        + $"{SettingKeys.CertificateThumbprint}, not both and not neither."
                );
            // What is in it is the doctor's to judge: one organisation's must not hide the others.
            if (path is not null && !File.Exists(path))
                faults.Add(
                    $"{values.KeyOf(SettingKeys.CertificatePath)}: there is no file '{path}', or this account may not look into its folder."
                );
        }
        if (
            kind == SignInKind.LocalSite
            && Uri.TryCreate(values[SettingKeys.GraphAddress], UriKind.Absolute, out var graph)
            && !graph.IsLoopback
        )
            faults.Add(
                $"{values.KeyOf(SettingKeys.SignIn)}: LocalSite is only for a site on this machine, and "
                    + $"{SettingKeys.GraphAddress} is {graph}."
            );

        void Need(string name, string fault)
        {
            if (!values.Has(name))
                faults.Add($"{values.KeyOf(name)}: {fault}. Example: {SettingKeys.Named(name).Example}");
        }
    }

    private static AppSettings Bind(SettingValues values, IReadOnlyDictionary<string, string> environment)
    {
        var kind = Enum.Parse<SignInKind>(values[SettingKeys.SignIn]!, ignoreCase: true);
        var site = values.Has(SettingKeys.SiteAddress)
            ? new SiteSettings(
                Address: new Uri(values[SettingKeys.SiteAddress]!),
                Graph: new Uri(values[SettingKeys.GraphAddress]!.TrimEnd('/') + "/"),
                Company: values[SettingKeys.Company]!,
                SignIn: kind,
                TenantId: values[SettingKeys.TenantId],
                ClientId: values[SettingKeys.ClientId]
                    ?? (kind == SignInKind.WorkloadIdentity ? Given(environment, WorkloadClientId) : null),
                CertificatePath: values[SettingKeys.CertificatePath],
                CertificateThumbprint: values[SettingKeys.CertificateThumbprint],
                Approvers: SettingKeys.ListOf(values[SettingKeys.Approvers])
            )
            {
                EarlierClientIds = SettingKeys.ListOf(values[SettingKeys.EarlierClientIds]),
            }
            : null;
        // Sites are worked on side by side, each with a state of its own.
        var state = Path.Combine(values[SettingKeys.StateFolder]!, values.Organisation ?? "");
        var worker = new WorkerSettings(
            values[SettingKeys.WorkerName] ?? Environment.MachineName,
            Path.GetFullPath(state),
            TimeSpan.FromSeconds(Number(values, SettingKeys.PollSeconds)),
            TimeSpan.FromMinutes(Number(values, SettingKeys.LeaseMinutes)),
            TimeSpan.FromMinutes(Number(values, SettingKeys.FullCompareMinutes))
        );
        return new(TimeZoneInfo.FindSystemTimeZoneById(values[SettingKeys.TimeZone]!), site, worker)
        {
            Organisation = values.Organisation,
            Service = new(
                Enum.Parse<LogFormat>(values[SettingKeys.LogFormat]!, ignoreCase: true),
                Enum.Parse<LogLevel>(values[SettingKeys.LogLevel]!, ignoreCase: true),
                values.Has(SettingKeys.HealthPort) ? (int)Number(values, SettingKeys.HealthPort) : null
            ),
            Schedule = ScheduleSettings.Of(values),
            Mail = MailSettings.Of(values),
        };
    }

    private static string? Given(IReadOnlyDictionary<string, string> environment, string name) =>
        environment.GetValueOrDefault(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static double Number(SettingValues values, string name) =>
        double.Parse(values[name]!, CultureInfo.InvariantCulture);
}
