using System.Buffers.Text;
using System.Web;

namespace SpLg.LocalSite.Protocol;

/// <summary>
/// Pages by item id as the service cuts them: 200 unless <c>$top</c> says otherwise, never more than 5,000, and a
/// <c>$skiptoken</c> that is base64url without padding of <c>Paged=TRUE&amp;p_ID=200</c>.
/// </summary>
internal static class Paging
{
    public const int Usual = 200;
    public const int Most = 5000;

    /// <summary>The page after the token, and the next link; rows must be in the order they are answered.</summary>
    public static (IReadOnlyList<T> Page, string? NextLink) Cut<T>(
        GraphCall call,
        IReadOnlyList<T> rows,
        Func<T, int> id,
        Func<T, string>? extra = null
    )
    {
        var size = Math.Min(call.Query.Top ?? Usual, Most);
        var start = call.Query.SkipToken is { } token ? Start(rows, id, LastId(token)) : 0;
        var page = rows.Skip(start).Take(size).ToList();
        if (start + page.Count >= rows.Count)
            return (page, null);
        var text = $"Paged=TRUE&{extra?.Invoke(page[^1])}p_ID={id(page[^1])}";
        return (page, call.NextLink("$skiptoken", Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>
    /// Where the row stands that the last page ended with; when it is deleted since, after the ids below it.
    /// </summary>
    private static int Start<T>(IReadOnlyList<T> rows, Func<T, int> id, int last)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (id(rows[i]) == last)
                return i + 1;
        }
        return rows.Count(r => id(r) < last);
    }

    private static int LastId(string token)
    {
        if (Base64Url.IsValid(token))
        {
            var values = HttpUtility.ParseQueryString(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)));
            if (values["Paged"] == "TRUE" && int.TryParse(values["p_ID"], out var id))
                return id;
        }
        throw GraphError.Invalid("The skip token is not valid.");
    }
}
