using System.Buffers;

namespace SpLg.SharePoint.Reading;

/// <summary>
/// Sees that the addresses of rows are ones that a person may open. Those of a list differ behind their last slash
/// alone: what stands before it is looked at once.
/// </summary>
internal sealed class RowAddresses
{
    /// <summary>What may stand anywhere in a path. https://www.rfc-editor.org/rfc/rfc3986#section-2.3</summary>
    private static readonly SearchValues<char> Unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    );

    // Up to a slash behind the host; empty until there is one.
    private string folder = "";

    /// <exception cref="JsonException">It is none.</exception>
    public string? Checked(string? address)
    {
        if (
            address is null
            || (
                folder.Length > 0
                && address.Length <= Limits.Address
                && address.StartsWith(folder, StringComparison.Ordinal)
                && !address.AsSpan(folder.Length).ContainsAnyExcept(Unreserved)
            )
        )
            return address;
        var path = Expected.Web(address, "webUrl")!.AbsolutePath;
        folder = address.EndsWith(path, StringComparison.Ordinal) ? address[..(address.LastIndexOf('/') + 1)] : "";
        return address;
    }
}
