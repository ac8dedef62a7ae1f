namespace SpLg.Settings;

/// <summary>
/// The settings as they are written, for the work on one site: those of all, with an organisation's own over them.
/// </summary>
/// <param name="Organisation">Null when the settings name one site only.</param>
/// <param name="Shared">What is set for all, by the names of <see cref="SettingKeys.All"/>.</param>
/// <param name="Own">What is set for this organisation, by the same names; it wins.</param>
internal sealed record SettingValues(
    string? Organisation,
    IReadOnlyDictionary<string, string> Shared,
    IReadOnlyDictionary<string, string> Own
)
{
    /// <summary>Folder and option alike: letters, digits, hyphens and underscores.</summary>
    private const int LongestName = 40;

    private static readonly IReadOnlyDictionary<string, string> NoValues = new Dictionary<string, string>(
        StringComparer.Ordinal
    );

    public bool Has(string name) => Own.ContainsKey(name) || Shared.ContainsKey(name);

    /// <summary>The value that is set, else the default, else null.</summary>
    public string? this[string name] =>
        Own.GetValueOrDefault(name) ?? Shared.GetValueOrDefault(name) ?? SettingKeys.Named(name).Default;

    /// <summary>The key a person would write to set it, for a fault.</summary>
    public string KeyOf(string name) =>
        Organisation is not null
        && SettingKeys.Named(name).OfOne is { } ofOne
        && (ofOne != name || Own.ContainsKey(name))
            ? $"{SettingKeys.Sites}{Organisation}:{ofOne}"
            : name;

    /// <summary>Each organisation's values; those of all alone when no organisation is named.</summary>
    /// <param name="written">By the keys as they are written, <c>Sites:</c> included; an organisation is named in lower
    /// case, whatever the environment writes.</param>
    public static IReadOnlyList<SettingValues> Of(IReadOnlyDictionary<string, string> written)
    {
        var shared = Named(written, null);
        var names = written
            .Keys.Select(OrganisationOf)
            .OfType<string>()
            .Select(n => n.ToLowerInvariant())
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return names.Count == 0
            ? [new(null, shared, NoValues)]
            : [.. names.Select(n => new SettingValues(n, shared, Named(written, n)))];
    }

    /// <summary>The values set for all organisations, for work that is on no site.</summary>
    public SettingValues WithoutOrganisation() => new(null, Shared, NoValues);

    /// <summary>The setting that a key sets, for all or for one organisation; null when there is none.</summary>
    public static SettingKey? TryKey(string key)
    {
        if (!key.StartsWith(SettingKeys.Sites, StringComparison.OrdinalIgnoreCase))
            return SettingKeys.All.FirstOrDefault(k => k.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
        return OrganisationOf(key) is { } name && IsName(name)
            ? SettingKeys.All.FirstOrDefault(k =>
                k.OfOne is { } ofOne
                && ofOne.Equals(key[(SettingKeys.Sites.Length + name.Length + 1)..], StringComparison.OrdinalIgnoreCase)
            )
            : null;
    }

    private static string? OrganisationOf(string key)
    {
        if (!key.StartsWith(SettingKeys.Sites, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = key[SettingKeys.Sites.Length..];
        return rest.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? rest[..at] : null;
    }

    private static bool IsName(string name) =>
        name.Length <= LongestName && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');

    /// <param name="organisation">Null for what is set for all.</param>
    private static Dictionary<string, string> Named(
        IReadOnlyDictionary<string, string> written,
        string? organisation
    ) =>
        written
            .Where(v => string.Equals(OrganisationOf(v.Key), organisation, StringComparison.OrdinalIgnoreCase))
            .Select(v => (Key: TryKey(v.Key), v.Value))
            .Where(v => v.Key is not null)
            .ToDictionary(v => v.Key!.Name, v => v.Value, StringComparer.Ordinal);
}
