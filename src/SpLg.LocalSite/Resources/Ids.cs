using System.Buffers.Text;
using System.Security.Cryptography;

namespace SpLg.LocalSite.Resources;

/// <summary>
/// Drive and drive item ids in the service's form. A client must treat them as opaque, so being able to read the GUIDs
/// out of them is only of use here.
/// </summary>
internal static class Ids
{
    /// <summary>Every library's root folder ends like this in recorded answers.</summary>
    private const string RootSuffix = "N6Y2GOVW7725BZO354PWSELRRZ";

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Drive(SiteRecord site, ListRecord list)
    {
        byte[] bytes = [.. site.Id.ToByteArray(), .. site.WebId.ToByteArray(), .. list.Id.ToByteArray()];
        return "b!" + Base64Url.EncodeToString(bytes);
    }

    /// <summary>The list GUID in a drive id; null when it is no drive id.</summary>
    public static Guid? TryList(string driveId) =>
        driveId.StartsWith("b!", StringComparison.Ordinal)
        && Base64Url.IsValid(driveId.AsSpan(2))
        && Base64Url.DecodeFromChars(driveId.AsSpan(2)) is { Length: 48 } bytes
            ? new Guid(bytes.AsSpan(32))
            : null;

    public static string Root(ListRecord list) => Prefix(list) + RootSuffix;

    public static bool IsRoot(string id) => id.EndsWith(RootSuffix, StringComparison.OrdinalIgnoreCase);

    public static string DriveItem(ListRecord list, Guid unique) => Prefix(list) + Base32(unique.ToByteArray());

    /// <summary>The GUID in a drive item id; null when it is none.</summary>
    public static Guid? TryUnique(string id)
    {
        if (id.Length != 34)
            return null;
        var bytes = new byte[16];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var letter in id[8..].ToUpperInvariant())
        {
            var value = Alphabet.IndexOf(letter);
            if (value < 0)
                return null;
            buffer = (buffer << 5) | value;
            bits += 5;
            if (bits >= 8 && at < bytes.Length)
            {
                bits -= 8;
                bytes[at++] = (byte)(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return new Guid(bytes);
    }

    public static JsonObject SharePoint(GraphCall call, SiteRecord site) =>
        new()
        {
            ["siteId"] = site.Id.ToString(),
            ["siteUrl"] = call.Site.WebUrl(site),
            ["tenantId"] = Site.Tenant.ToString(),
            ["webId"] = site.WebId.ToString(),
        };

    public static JsonObject SharePoint(GraphCall call, SiteRecord site, ListRecord list)
    {
        var ids = SharePoint(call, site);
        ids.Insert(0, "listId", list.Id.ToString());
        return ids;
    }

    public static JsonObject SharePoint(GraphCall call, SiteRecord site, ListRecord list, ItemRecord item)
    {
        var ids = SharePoint(call, site, list);
        ids.Insert(1, "listItemId", item.Id.ToString());
        ids.Insert(2, "listItemUniqueId", item.Unique.ToString());
        return ids;
    }

    private static string Prefix(ListRecord list) => "01" + Base32(SHA256.HashData(list.Id.ToByteArray()))[..6];

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text[at++] = Alphabet[buffer >> bits];
                buffer &= (1 << bits) - 1;
            }
        }
        if (bits > 0)
            text[at] = Alphabet[buffer << (5 - bits)];
        return new(text);
    }
}
