using System.Net;
using System.Text.RegularExpressions;
using SpLg.Core.Review;
using SpLg.Core.Rows;

namespace SpLg.Core.Secrecy;

/// <summary>
/// An open edition leads only to what its reader may open. Of this site that is the pages and the published reviews: an address of a row, a draft or
/// a template there becomes plain words, whoever wrote it in which open row. Addresses elsewhere stay; who may open those is not known here.
/// </summary>
internal sealed partial class OpenLinks
{
    private static readonly string[] OpenPlaces = ["SitePages", "PublishedReviews"];

    /// <summary>Where no site is known, as for rows from files, what only a closed place of such a site has in its address.</summary>
    private static readonly string[] ClosedPlaces = ["Lists", "WorkDocuments", "_layouts"];

    /// <summary>The sites' own addresses, without a slash at the end.</summary>
    private readonly IReadOnlyList<Uri> sites;

    private OpenLinks(OrganisationLists lists) => sites =
    [
        .. lists.ListLinks.Values.Select(l => (Link: l, At: l.AbsoluteUri.LastIndexOf("/Lists/", StringComparison.OrdinalIgnoreCase)))
            .Where(l => l.At > 0).Select(l => l.Link.AbsoluteUri[..l.At]).Distinct(StringComparer.OrdinalIgnoreCase).Select(a => new Uri(a)),
    ];

    /// <param name="open">Rows that an open edition may hold.</param>
    public static OrganisationLists Kept(OrganisationLists open)
    {
        var links = new OpenLinks(open);
        return open with
        {
            AsRead = open.AsRead
                .With(ContextFactor.AsList, r => r with { SourceUrl = links.Kept(r.SourceUrl) })
                .With(GoverningDocument.AsList, r => r with { Url = links.Kept(r.Url) })
                .With(TextBlock.AsList, r => r with { Text = r.Text is null ? null : Address().Replace(r.Text, links.KeptIn) }),
            // Every list is closed to most readers.
            ListLinks = new Dictionary<string, Uri>(StringComparer.Ordinal),
        };
    }

    private string? Kept(string? address) => address is null || IsClosed(address) ? null : address;

    private string KeptIn(Match attribute) => IsClosed(WebUtility.HtmlDecode(attribute.Groups["address"].Value)) ? "" : attribute.Value;

    private bool IsClosed(string address)
    {
        // Without a host it would be looked for on this site, from wherever it stands.
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.IsFile)
            return true;
        // Written twice over, an escape survives the first reading.
        var path = Uri.UnescapeDataString(Uri.UnescapeDataString(uri.AbsolutePath)).Replace('\\', '/');
        if (sites.Count == 0)
            return path.Split('/').Any(s => ClosedPlaces.Contains(s, StringComparer.OrdinalIgnoreCase));
        var query = Uri.UnescapeDataString(Uri.UnescapeDataString(uri.Query));
        return sites.Any(s => s.Host.Equals(uri.Host, StringComparison.OrdinalIgnoreCase) && IsClosed(Uri.UnescapeDataString(s.AbsolutePath), path, query));
    }

    /// <param name="site">The site's path.</param>
    private static bool IsClosed(string site, string path, string query)
    {
        // A link somebody made with Share, https://…/:w:/r/sites/…, may open to more or fewer than the file's library.
        if (path.StartsWith("/:", StringComparison.Ordinal) || query.Contains(site + "/", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!path.Equals(site, StringComparison.OrdinalIgnoreCase) && !path.StartsWith(site + "/", StringComparison.OrdinalIgnoreCase))
            return false;
        var below = path[site.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return below.Length == 0 || below.Contains("..") || !OpenPlaces.Contains(below[0], StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex("""\bhref\s*=\s*(?:"(?<address>[^"]*)"|'(?<address>[^']*)'|(?<address>[^\s"'>]+))""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
