using System.Net;
using Microsoft.Kiota.Abstractions;

namespace SpLg.SharePoint.Publishing;

/// <summary>
/// Sends a large file in chunks to the pre-authenticated address of an upload session, and goes on after a fault from
/// where the service has got to. https://learn.microsoft.com/graph/api/driveitem-createuploadsession
/// </summary>
internal sealed class UploadSession(GraphClient graph, Uri uploadUrl, ReadOnlyMemory<byte> content)
{
    /// <summary>A multiple of 327,680 bytes, as the service demands, and far below its 60 MiB.</summary>
    public const int ChunkSize = 32 * 327_680;

    private const int MostFailures = 5;

    /// <summary>How many times in all the service may want bytes that it has had.</summary>
    private const int MostStepsBack = 5;

    /// <summary>A service may take less of a chunk than it is sent, but not a byte at a time.</summary>
    private readonly int mostChunks = 10 + (2 * (content.Length / ChunkSize));

    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(10);

    /// <returns>
    /// The id of the file, the same in Graph; the rest of the last answer is in SharePoint's own shape. Null when the
    /// session is no more: it has expired (after some fifteen minutes), or it ended with a last chunk whose answer was
    /// lost.
    /// </returns>
    public async Task<string?> SendAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        var stepsBack = 0;
        var chunks = 0;
        for (long from = 0; ; )
        {
            Answer answer;
            try
            {
                answer = await PutAsync(from, cancellationToken);
                failures = 0;
            }
            catch (GraphException fault) when (MayResume(fault) && ++failures <= MostFailures)
            {
                await Task.Delay(Backoff.After(failures), graph.Clock, cancellationToken);
                if (await StatusAsync(cancellationToken) is not { } status)
                    return null;
                answer = status;
            }
            catch (GraphException gone) when (IsGone(gone))
            {
                return null;
            }

            if (answer.Id is { } id)
                return id;
            var next = Next(answer);
            if (next <= from && ++stepsBack > MostStepsBack)
                throw Odd($"it wants the bytes from {next} again and again");
            if (++chunks > mostChunks)
                throw Odd($"after {chunks} parts it has no more than the first {next} bytes");
            from = next;
        }
    }

    /// <summary>
    /// Gives up the session, so that the half-sent file does not take up room until it expires by itself. When even
    /// that fails nothing is told: what matters to the caller is why the upload failed.
    /// </summary>
    public async Task TryCancelAsync()
    {
        using var limit = new CancellationTokenSource(CancelLimit);
        try
        {
            await graph.OpenAsync(
                uploadUrl,
                () =>
                    graph.SendAsync(
                        () => new() { HttpMethod = Method.DELETE, URI = uploadUrl },
                        _ => Task.FromResult(true),
                        new() { IsOpen = true },
                        limit.Token
                    )
            );
        }
        catch (Exception late) when (late is GraphException or OperationCanceledException)
        {
            // See above.
        }
    }

    // A lost answer, a fault of the moment, or a chunk that was already there (416).
    private static bool MayResume(GraphException fault) =>
        fault.Status
            is null
                or HttpStatusCode.RequestedRangeNotSatisfiable
                or HttpStatusCode.RequestTimeout
                or HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway
                or HttpStatusCode.GatewayTimeout;

    private Task<Answer> PutAsync(long from, CancellationToken cancellationToken)
    {
        var length = (int)Math.Min(ChunkSize, content.Length - from);
        var chunk = content.Slice((int)from, length).ToArray();
        return SendAsync(
            () =>
            {
                var request = new RequestInformation { HttpMethod = Method.PUT, URI = uploadUrl };
                request.SetStreamContent(new MemoryStream(chunk), "application/octet-stream");
                request.Headers.Add("Content-Range", $"bytes {from}-{from + length - 1}/{content.Length}");
                return request;
            },
            // A chunk is not sent again blindly: the session is asked first what it has.
            new()
            {
                IsOpen = true,
                IsRepeatable = false,
                Limit = Limits.Content,
            },
            cancellationToken
        );
    }

    private async Task<Answer?> StatusAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(
                () => new() { HttpMethod = Method.GET, URI = uploadUrl },
                new() { IsOpen = true },
                cancellationToken
            );
        }
        catch (GraphException gone) when (IsGone(gone))
        {
            return null;
        }
    }

    private static bool IsGone(GraphException fault) =>
        fault.Status
            is HttpStatusCode.NotFound
                or HttpStatusCode.Gone
                or HttpStatusCode.Unauthorized
                or HttpStatusCode.Forbidden;

    private Task<Answer> SendAsync(
        Func<RequestInformation> request,
        GraphCall option,
        CancellationToken cancellationToken
    ) =>
        graph.OpenAsync(
            uploadUrl,
            () =>
                graph.AskAsync(
                    (call, token) =>
                    {
                        var information = request();
                        information.AddRequestOptions([call]);
                        return graph.Api.RequestAdapter.SendAsync(
                            information,
                            Microsoft.Graph.Models.UploadSession.CreateFromDiscriminatorValue,
                            cancellationToken: token
                        );
                    },
                    Answer.Of,
                    cancellationToken,
                    option
                )
        );

    // "12345-" or "12345-55232": the first byte the service still lacks.
    private long Next(Answer answer) =>
        answer.NextExpectedRanges is [{ } first, ..]
        && long.TryParse(first.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && from < content.Length
            ? from
            : throw Odd("it does not say which bytes it still needs");

    private GraphException Odd(string what) => GraphFault.Odd(uploadUrl, what);

    /// <summary>
    /// The answer to a chunk. After the last one it is the file in SharePoint's own shape, of which only the id is the
    /// same in Graph.
    /// </summary>
    internal sealed record Answer(IReadOnlyList<string>? NextExpectedRanges, string? Id)
    {
        public static Answer Of(Microsoft.Graph.Models.UploadSession answer) =>
            new(
                answer.NextExpectedRanges,
                answer.AdditionalData.TryGetValue("id", out var id) && id is string { Length: > 0 } text
                    ? Expected.Id(text, "the file")
                    : null
            );
    }
}
