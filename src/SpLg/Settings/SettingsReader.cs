using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace SpLg.Settings;

/// <summary>Reads and checks the settings once, at start. Later sources win: file, environment, command line.</summary>
internal static class SettingsReader
{
    /// <summary>Read when it lies in the current folder and no other file is named.</summary>
    public const string FileName = "splg.json";

    private const string EnvironmentPrefix = "SPLG__";

    private static readonly string[] SecretWords = ["password", "passwd", "secret", "token", "apikey", "privatekey", "losenord", "lösenord"];

    /// <param name="file">A settings file that must exist; null takes <c>splg.json</c> of the current folder when it is there.</param>
    /// <param name="sets">The command line's <c>Key=Value</c>.</param>
    /// <param name="siteNeeded">True checks that a site and a sign-in are set too.</param>
    /// <exception cref="SettingsException">Lists every fault.</exception>
    public static AppSettings Read(string? file, IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> sets, bool siteNeeded)
    {
        var faults = new List<string>();
        var values = Values(file, environment, sets, faults);
        foreach (var key in values.Keys)
        {
            if (SecretWords.Any(w => key.Contains(w, StringComparison.OrdinalIgnoreCase)))
                faults.Add($"{key}: settings hold no secrets, take it out. Sign in with a certificate file or a managed identity.");
            else if (!SettingKeys.All.Any(k => k.Name.Equals(key, StringComparison.OrdinalIgnoreCase)))
                faults.Add($"{key}: there is no such setting. There are {string.Join(", ", SettingKeys.All.Select(k => k.Name))}.");
        }
        foreach (var key in SettingKeys.All)
        {
            if (values.TryGetValue(key.Name, out var text) && key.Fault(text) is { } fault)
                faults.Add($"{key.Name}: '{text}' {fault}. Example: {key.Example}");
        }
        if (siteNeeded)
            CheckSite(values, faults);
        return faults.Count == 0 ? Bind(values) : throw new SettingsException(faults);
    }

    private static Dictionary<string, string> Values(
        string? file, IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> sets, List<string> faults)
    {
        var builder = new ConfigurationBuilder();
        var path = Path.GetFullPath(file ?? FileName);
        if (File.Exists(path))
            builder.AddJsonFile(path, optional: false, reloadOnChange: false);
        else if (file is not null)
            faults.Add($"{path}: there is no such settings file. Give another with --settings.");
        var surrounding = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in environment.Where(e => e.Key.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase)))
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
        try
        {
            return builder.Build().AsEnumerable()
                .Where(v => !string.IsNullOrWhiteSpace(v.Value))
                .ToDictionary(v => v.Key, v => v.Value!.Trim(), StringComparer.OrdinalIgnoreCase);
        }
        catch (InvalidDataException e)
        {
            throw new SettingsException([$"{path}: is not JSON as it should be: {e.InnerException?.Message ?? e.Message}"]);
        }
    }

    private static void CheckSite(Dictionary<string, string> values, List<string> faults)
    {
        Need(SettingKeys.SiteAddress, "is not set, and this command works on a site");
        if (!Enum.TryParse<SignInKind>(Value(values, SettingKeys.SignIn), ignoreCase: true, out var kind))
            return;
        if (kind == SignInKind.Certificate)
        {
            Need(SettingKeys.TenantId, "is not set, and signing in with a certificate needs it");
            Need(SettingKeys.ClientId, "is not set, and signing in with a certificate needs it");
            var path = values.GetValueOrDefault(SettingKeys.CertificatePath);
            if (path is null == !values.ContainsKey(SettingKeys.CertificateThumbprint))
                faults.Add($"{SettingKeys.CertificatePath}: set either this or {SettingKeys.CertificateThumbprint}, not both and not neither.");
            if (path is not null && !File.Exists(path))
                faults.Add($"{SettingKeys.CertificatePath}: there is no file '{path}', or this account may not read it.");
        }
        if (kind == SignInKind.LocalSite && Uri.TryCreate(Value(values, SettingKeys.GraphAddress), UriKind.Absolute, out var graph) && !graph.IsLoopback)
            faults.Add($"{SettingKeys.SignIn}: LocalSite is only for a site on this machine, and {SettingKeys.GraphAddress} is {graph}.");

        void Need(string name, string fault)
        {
            if (!values.ContainsKey(name))
                faults.Add($"{name}: {fault}. Example: {SettingKeys.All.First(k => k.Name == name).Example}");
        }
    }

    private static AppSettings Bind(Dictionary<string, string> values)
    {
        var site = values.TryGetValue(SettingKeys.SiteAddress, out var address)
            ? new SiteSettings(
                new Uri(address),
                new Uri(Value(values, SettingKeys.GraphAddress)!.TrimEnd('/') + "/"),
                Value(values, SettingKeys.Company)!,
                Enum.Parse<SignInKind>(Value(values, SettingKeys.SignIn)!, ignoreCase: true),
                Value(values, SettingKeys.TenantId),
                Value(values, SettingKeys.ClientId),
                Value(values, SettingKeys.CertificatePath),
                Value(values, SettingKeys.CertificateThumbprint),
                SettingKeys.AddressesOf(Value(values, SettingKeys.Approvers)))
            : null;
        var worker = new WorkerSettings(
            Value(values, SettingKeys.WorkerName) ?? Environment.MachineName,
            Path.GetFullPath(Value(values, SettingKeys.StateFolder)!),
            TimeSpan.FromSeconds(Number(values, SettingKeys.PollSeconds)),
            TimeSpan.FromMinutes(Number(values, SettingKeys.LeaseMinutes)),
            TimeSpan.FromMinutes(Number(values, SettingKeys.FullCompareMinutes)));
        return new(TimeZoneInfo.FindSystemTimeZoneById(Value(values, SettingKeys.TimeZone)!), site, worker);
    }

    private static string? Value(Dictionary<string, string> values, string name) =>
        values.GetValueOrDefault(name) ?? SettingKeys.All.First(k => k.Name == name).Default;

    private static double Number(Dictionary<string, string> values, string name) =>
        double.Parse(Value(values, name)!, CultureInfo.InvariantCulture);
}
