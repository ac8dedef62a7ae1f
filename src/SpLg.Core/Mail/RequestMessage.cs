namespace SpLg.Core.Mail;

/// <summary>
/// Mail about a request: its status and its own message, which its readers may see anyway, and where to go. No
/// findings and nothing of the rows, for mail is kept and forwarded where nobody guards it.
/// </summary>
public static class RequestMessage
{
    /// <param name="place">The site's name: an approver may have several organisations.</param>
    public static Message Of(ReviewRequest request, string place)
    {
        var title = request.Title ?? "Begäran utan namn";
        // What the message tells already needs no second line.
        string[] addresses =
        [
            .. Address("Begäran", request.Origin.Link?.AbsoluteUri),
            .. Address("Dokument", Untold(request.Document)),
            .. Address("Sida", Untold(request.Page)),
        ];
        string[] parts =
        [
            $"{Swedish.WithStop($"{title} för {place} har status {request.Status}")}",
            .. request.Message is { } message ? new[] { message } : [],
            .. addresses.Length > 0 ? new[] { string.Join('\n', addresses) } : [],
            Message.Foot,
        ];
        return new($"{title}, {place}: {request.Status}", string.Join("\n\n", parts));

        string? Untold(string? address) =>
            address is not null && request.Message?.Contains(address, StringComparison.Ordinal) == true
                ? null
                : address;
    }

    private static string[] Address(string name, string? address) => address is null ? [] : [$"{name}: {address}"];
}
