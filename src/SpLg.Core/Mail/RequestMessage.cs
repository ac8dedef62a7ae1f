using SpLg.Core.Language;
using SpLg.Core.Rows;

namespace SpLg.Core.Mail;

/// <summary>
/// What a mail says of a request: its status and its own message, which its readers may see anyway, and where to go. No
/// findings and nothing of the rows, for mail is kept and forwarded where nobody guards it.
/// </summary>
public static class RequestMessage
{
    public static Message Of(ReviewRequest request)
    {
        var title = request.Title ?? "Begäran utan namn";
        string[] addresses =
        [
            .. Address("Begäran", request.Origin.Link?.AbsoluteUri),
            .. Address("Dokument", request.Document),
            .. Address("Sida", request.Page),
        ];
        string[] parts =
        [
            $"{Swedish.WithStop($"{title} har läget {request.Status}")}",
            .. request.Message is { } message ? new[] { message } : [],
            .. addresses.Length > 0 ? new[] { string.Join('\n', addresses) } : [],
            Message.Foot,
        ];
        return new($"{title}: {request.Status}", string.Join("\n\n", parts));
    }

    private static string[] Address(string name, string? address) => address is null ? [] : [$"{name}: {address}"];
}
