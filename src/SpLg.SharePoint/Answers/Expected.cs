namespace SpLg.SharePoint.Answers;

/// <summary>
/// Values that an answer must hold to be used. A <see cref="JsonException"/> names what is missing or odd.
/// </summary>
internal static class Expected
{
    /// <summary>An id that addresses are made of.</summary>
    /// <param name="what">Whose it is, such as <c>the list</c>.</param>
    public static string Id(string? id, string what)
    {
        if (string.IsNullOrEmpty(id))
            throw new JsonException($"{what} has no id");
        return
            id.Length <= Limits.Id
            && !id.Any(c => c is '/' or '\\' or '?' or '#' or '%' || c <= ' ' || char.IsControl(c))
            ? id
            : throw new JsonException($"{what} has the id '{Short(id)}', which is none");
    }

    /// <summary>The id of a row: a whole number from 1, as SharePoint writes it.</summary>
    public static string RowId(string? id)
    {
        if (string.IsNullOrEmpty(id))
            throw new JsonException("a row has no id");
        return id[0] is >= '1' and <= '9' && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? id
            : throw new JsonException($"a row has the id '{Short(id)}', which is no row number");
    }

    /// <summary>Text that is not empty.</summary>
    public static string Text(string? text, string what) =>
        string.IsNullOrEmpty(text) ? throw new JsonException($"{what} is missing") : text;

    /// <summary>An address that a person may open: http or https, in full.</summary>
    public static Uri? Web(string? address, string what)
    {
        if (address is null)
            return null;
        return
            address.Length <= Limits.Address
            && Uri.TryCreate(address, UriKind.Absolute, out var web)
            && (web.Scheme == Uri.UriSchemeHttps || web.Scheme == Uri.UriSchemeHttp)
            ? web
            : throw new JsonException($"{what} is '{Short(address)}', which is no web address");
    }

    /// <summary>An address that may be told as one below another.</summary>
    public static Uri Below(Uri other, Uri address, string what) =>
        Uri.TryCreate(other, address, out var whole)
            ? whole
            : throw new JsonException($"{what} is '{Short(address.OriginalString)}', which is no address");

    /// <summary>The elements, of which none is null.</summary>
    public static IReadOnlyList<T> Each<T>(IReadOnlyList<T>? elements, string what)
        where T : class
    {
        for (var i = 0; i < (elements?.Count ?? 0); i++)
        {
            if (elements![i] is null)
                throw new JsonException($"{what}[{i}] is null");
        }
        return elements ?? [];
    }

    /// <summary>The text as a message can show it: one line, not too long.</summary>
    public static string Short(string text, int most = 80)
    {
        var cut = text.Length > most ? text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…" : text;
        return string.Concat(cut.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
    }
}
