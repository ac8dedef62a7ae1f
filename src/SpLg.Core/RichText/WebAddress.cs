namespace SpLg.Core.RichText;

/// <summary>Addresses that a link may lead to.</summary>
public static class WebAddress
{
    // Longer ones are not addresses; Word itself takes about 2,080 characters.
    private const int Longest = 2_000;

    private static readonly string[] Schemes = ["http://", "https://", "mailto:"];

    /// <summary>
    /// The address in the form a relationship wants, or null when it is no whole http, https or mailto address.
    /// </summary>
    public static string? TryRead(string typed)
    {
        var trimmed = WithoutFirstScheme(typed.Trim());
        return
            trimmed.Length is > 0 and <= Longest
            && Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)
            && (
                ((uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0)
                || (uri.Scheme == Uri.UriSchemeMailto && trimmed.Contains('@', StringComparison.Ordinal))
            )
            ? uri.AbsoluteUri
            : null;
    }

    /// <summary>An address as people write it.</summary>
    public static string Place(string link) =>
        link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? link["mailto:".Length..] : link;

    // Word puts http:// before what a person types as an address: before a field, too, that holds a whole one.
    private static string WithoutFirstScheme(string address)
    {
        var rest = address.IndexOf("://", StringComparison.Ordinal) is var end and > 0
            ? address[(end + 3)..].TrimStart('/')
            : "";
        return Schemes.Any(s => rest.StartsWith(s, StringComparison.OrdinalIgnoreCase)) ? rest : address;
    }
}
