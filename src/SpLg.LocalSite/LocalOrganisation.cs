using System.Text.RegularExpressions;

namespace SpLg.LocalSite;

/// <summary>A site of an organisation.</summary>
/// <param name="Path">Server-relative: <c>/sites/name</c>.</param>
/// <param name="Title">What people read.</param>
public sealed partial record LocalOrganisation(string Path, string Title)
{
    /// <summary>The site there is when nothing else is asked for.</summary>
    public static LocalOrganisation Usual { get; } = new("/sites/informationssakerhet", "Informationssäkerhet");

    /// <summary>
    /// The site of an organisation of this name: Äldrenämnden is at /sites/aldrenamnden. Null when no address can be
    /// made of the name.
    /// </summary>
    public static LocalOrganisation? TryNamed(string name)
    {
        var plain = name.ToLowerInvariant()
            .Replace('å', 'a')
            .Replace('ä', 'a')
            .Replace('ö', 'o')
            .Replace('é', 'e')
            .Replace('ü', 'u');
        var leaf = Unfit().Replace(plain, "-").Trim('-');
        return leaf.Length > 0 ? new($"/sites/{leaf}", name.Trim()) : null;
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Unfit();
}
