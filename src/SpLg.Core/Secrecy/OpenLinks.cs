namespace SpLg.Core.Secrecy;

/// <summary>
/// An open edition leads only to what its reader may open. Of this site that is the pages and the published reviews: an
/// address of a row, a draft or a template there is no link and does not stand among the words, for many programs make
/// links of those; whoever wrote it in which open row. Addresses elsewhere stay; who may open those is not known here.
/// </summary>
public sealed partial class OpenLinks
{
    /// <summary>The word in place of an address that is not told.</summary>
    public const string NotShown = "(adressen visas inte öppet)";

    private static readonly string[] OpenPlaces = ["SitePages", "PublishedReviews"];

    /// <summary>
    /// Where no site is known, as for rows from files, what only a closed place of such a site has in its address.
    /// </summary>
    private static readonly string[] ClosedPlaces =
    [
        "Lists",
        "WorkDocuments",
        "Arbetsdokument",
        "Templates",
        "Mallar",
        "_layouts",
        "_vti_bin",
        "_api",
    ];

    /// <summary>The longest address that is looked at; text further on is no part of it.</summary>
    private const int Longest = 2_000;

    /// <summary>The sites' own addresses, without a slash at the end.</summary>
    private readonly IReadOnlyList<Uri> sites;

    /// <summary>What a formatted text becomes; null for one that stays as it is.</summary>
    private readonly LongTexts<string?> changed;

    private OpenLinks(IReadOnlyList<Uri> sites)
    {
        this.sites = sites;
        changed = new(Changed, html => html?.Length ?? 0);
    }

    public static OpenLinks None { get; } = new([]);

    /// <param name="lists">Where people open the lists of a site.</param>
    public static OpenLinks Of(IEnumerable<Uri> lists) =>
        new([
            .. lists
                .Select(l => (Link: l, At: l.AbsoluteUri.LastIndexOf("/Lists/", StringComparison.OrdinalIgnoreCase)))
                .Where(l => l.At > 0)
                .Select(l => l.Link.AbsoluteUri[..l.At])
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(a => new Uri(a)),
        ]);

    /// <summary>
    /// A cell that is to be an address; null when not every employee may open it. What is none are words.
    /// </summary>
    public string? Address(string address)
    {
        if (address.Any(char.IsWhiteSpace))
            return Words(address);
        return IsClosed(address) ? null : address;
    }

    /// <summary>The words with each closed address among them covered.</summary>
    public string Words(string text) =>
        text.AsSpan().IndexOfAny('/', '\\') >= 0
            ? Word().Replace(text, m => IsClosedWord(m.Value) ? NotShown : m.Value)
            : text;

    /// <summary>Formatted text without links that lead to closed places; the words of such a link stand.</summary>
    public string Html(string html) => changed.In(html) ?? html;

    private string? Changed(string html)
    {
        var (read, addresses) = HtmlText.LinesAndAddresses(html);
        var lines = read.Select(l => (l.Text, Shown: Words(l.Text))).ToList();
        if (lines.All(l => l.Text == l.Shown) && !addresses.Any(IsClosed))
            return null;
        var clean = SafeHtml.Clean(html, a => !IsClosed(a), Words);
        // An address that is written half in one format and half in another is in neither of them alone: then the
        // formats are dropped.
        return
            lines.All(l => l.Text == l.Shown)
            || lines.Select(l => l.Shown).SequenceEqual(HtmlText.Lines(clean).Select(l => l.Text))
            ? clean
            : string.Concat(lines.Select(l => $"<p>{SafeHtml.Encode(l.Shown)}</p>"));
    }

    /// <summary>True for the address of a link that leads to where not every employee may.</summary>
    public bool IsClosed(string address)
    {
        var plain = Plain(address);
        if (sites.Count == 0 ? HasClosedPlace(plain) : LeadsToClosed(plain))
            return true;
        // An address without a host leads to this site.
        return (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.IsFile)
            && !OfNoPlace().IsMatch(plain);
    }

    /// <summary>An address as people write it in a text: whole, without its scheme, or from the site's root.</summary>
    private bool IsClosedWord(string word)
    {
        var plain = Plain(word);
        if (sites.Count == 0)
            return (plain.StartsWith('/') || plain.Split('/')[0].AsSpan().IndexOfAny('.', ':') >= 0)
                && HasClosedPlace(plain);
        return LeadsToClosed(plain)
            || sites
                .Select(PathOf)
                .Any(site => site.Length > 0 && IsClosed(site, plain.StartsWith('/') ? plain : "/" + plain));
    }

    /// <summary>
    /// True when one of the sites stands in the address, in its path or as what another address is told to go on to.
    /// </summary>
    private bool LeadsToClosed(string plain) =>
        sites.Any(s => After(plain, s.Host).Any(rest => IsClosed(PathOf(s), rest)));

    /// <summary>The path after the host, at each place where the host stands.</summary>
    private static IEnumerable<string> After(string plain, string host)
    {
        for (var at = 0; (at = plain.IndexOf(host, at, StringComparison.OrdinalIgnoreCase)) >= 0; )
        {
            var isWhole = at == 0 || !(char.IsLetterOrDigit(plain[at - 1]) || plain[at - 1] == '-');
            at += host.Length;
            var rest = Port().Replace(plain.Substring(at, Math.Min(plain.Length - at, Longest)), "");
            if (isWhole && (rest.Length == 0 || !(char.IsLetterOrDigit(rest[0]) || rest[0] is '.' or '-')))
                yield return rest;
        }
    }

    /// <summary>Empty for the site at the root.</summary>
    private static string PathOf(Uri site) => Uri.UnescapeDataString(site.AbsolutePath).TrimEnd('/');

    /// <summary>
    /// As a browser takes it: nothing invisible, no escape however often it was written, and of slashes that follow one
    /// another one.
    /// </summary>
    private static string Plain(string address)
    {
        var plain = string.Concat(
            Letters
                .Composed(address.Trim(), NormalizationForm.FormKC)
                .Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))
        );
        for (var i = 0; i < 4; i++)
            plain = Uri.UnescapeDataString(plain);
        return Slashes().Replace(plain, "/");
    }

    private static bool HasClosedPlace(string address) =>
        address.Split(['/', '?', '&', '=', '|']).Any(s => ClosedPlaces.Contains(s, StringComparer.OrdinalIgnoreCase));

    /// <param name="site">The site's path.</param>
    /// <param name="rest">What follows its host.</param>
    private static bool IsClosed(string site, string rest)
    {
        var end = rest.AsSpan().IndexOfAny("?#&|\"'<> ");
        var (path, query) = end < 0 ? (rest, "") : (rest[..end], rest[end..]);
        // A link somebody made with Share, https://…/:w:/r/sites/…, may open to more or fewer than the file's library.
        if (
            path.StartsWith("/:", StringComparison.Ordinal)
            || (
                site.Length == 0
                    ? HasClosedPlace(query)
                    : query.Contains(site + "/", StringComparison.OrdinalIgnoreCase)
            )
        )
            return true;
        if (
            !path.Equals(site, StringComparison.OrdinalIgnoreCase)
            && !path.StartsWith(site + "/", StringComparison.OrdinalIgnoreCase)
        )
            return false;
        var below = path[site.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return below.Length == 0
            || below.Contains("..")
            || !OpenPlaces.Contains(below[0], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// A word between spaces, brackets or quotation marks that has a slash, without the sign that ends a sentence.
    /// </summary>
    [GeneratedRegex(
        @"(?<![^\s<>""”“()\[\]{}])([^\s<>""”“()\[\]{}]*[/\\][^\s<>""”“]*[^\s<>""”“.,;:!?)\]}]|[^\s<>""”“()\[\]{}]*[/\\])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Word();

    /// <summary>An address of mail or phone, however it is written.</summary>
    [GeneratedRegex(
        "^(mailto|tel|sms|callto|sip):",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OfNoPlace();

    [GeneratedRegex(@"^\.?(:[0-9]{1,5})?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Port();

    [GeneratedRegex(@"[/\\]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slashes();
}
