using System.Buffers.Text;

namespace SpLg.LocalSite.Resources;

/// <summary>
/// <c>/items/delta</c>: the latest state of what changed since a token, deleted items as a stub, no order promised.
/// https://learn.microsoft.com/graph/api/listitem-delta
/// </summary>
internal static class DeltaResource
{
    /// <param name="After">The change number read so far.</param>
    /// <param name="DeletedAfter">Deletions before this one were never seen by the reader, so they are left
    /// out.</param>
    private sealed record Token(DateTimeOffset Made, long After, long DeletedAfter);

    public static bool IsDelta(string segment)
    {
        var name = segment.ToLowerInvariant();
        name = name.StartsWith("microsoft.graph.", StringComparison.Ordinal) ? name[16..] : name;
        return name is "delta" or "delta()"
            || (name.StartsWith("delta(token=", StringComparison.Ordinal) && name.EndsWith(')'));
    }

    /// <summary>Rows of a list.</summary>
    public static GraphAnswer Answer(GraphCall call, ListRecord list, string segment) =>
        Answer(
            call,
            list,
            segment,
            "listItem",
            item => ItemJson.Show(call, list, item, call.Query),
            gone => Stub(call, list, gone)
        );

    /// <summary>
    /// <c>/drives/{id}/root/delta</c>: files and folders. https://learn.microsoft.com/graph/api/driveitem-delta
    /// </summary>
    public static GraphAnswer OfDrive(GraphCall call, ListRecord library, string segment) =>
        Answer(
            call,
            library,
            segment,
            "driveItem",
            item => DriveItemResource.Show(call, library, item, call.Query),
            gone =>
                new()
                {
                    ["id"] = Ids.DriveItem(library, gone.Unique),
                    ["deleted"] = new JsonObject { ["state"] = "deleted" },
                }
        );

    private static GraphAnswer Answer(
        GraphCall call,
        ListRecord list,
        string segment,
        string type,
        Func<ItemRecord, JsonObject> show,
        Func<ItemGone, JsonObject> stub
    )
    {
        if (call.Method != "GET")
            throw GraphError.WrongMethod(call.Method);
        if (!call.Path.AtEnd)
            throw GraphError.UnknownSegment(call.Path.Next().Text);
        var text = call.Query.Token ?? call.Query.SkipToken ?? InFunction(segment);
        if (text == "latest")
            return Page(call, list, type, [], null, new(call.Now, call.State.Changes, call.State.Changes));
        var token = string.IsNullOrEmpty(text) ? new(call.Now, 0, call.State.Changes) : Read(call, list, text);
        if (call.Trick is { Status: 410 } trick)
            throw Gone(call, trick.GraphCode);
        if (call.Now - token.Made > call.Site.Options.DeltaTokenLifetime)
            throw Gone(call, null);

        var changed = call
            .Access.Items(list)
            .Where(i => i.Change > token.After)
            .Select(i => (i.Change, Item: i, Gone: (ItemGone?)null));
        // Whose a deleted row was is no longer known; whoever reads their own only is told of none.
        var gone = call.Access.SeesAllRows(list) ? call.State.Gone(list.Id) : [];
        var deleted = gone.Where(g => g.Change > Math.Max(token.After, token.DeletedAfter))
            .Select(g => (g.Change, Item: (ItemRecord?)null, Gone: (ItemGone?)g));
        var rows = changed
            .Select(c => (c.Change, Item: (ItemRecord?)c.Item, c.Gone))
            .Concat(deleted)
            .OrderBy(c => c.Change)
            .ToList();
        var size = Math.Min(call.Query.Top ?? Paging.Usual, Paging.Most);
        var page = rows.Take(size).ToList();
        var shown = page.Select(c => c.Item is { } item ? show(item) : stub(c.Gone!)).ToList();
        Tricks(call, shown);
        return rows.Count > page.Count
            ? Page(call, list, type, shown, token with { After = page[^1].Change }, null)
            : Page(call, list, type, shown, null, new(call.Now, Math.Max(call.State.Changes, token.After), 0));
    }

    private static GraphAnswer Page(
        GraphCall call,
        ListRecord list,
        string type,
        IReadOnlyList<JsonObject> items,
        Token? next,
        Token? last
    )
    {
        var body = Shape.Collection(call.Context($"Collection({type})"), items);
        if (next is not null)
            body.Insert(1, "@odata.nextLink", Link(call, list, next));
        if (last is not null)
            body.Insert(1, "@odata.deltaLink", Link(call, list, last));
        return GraphAnswer.Ok(body);
    }

    private static string Link(GraphCall call, ListRecord list, Token token)
    {
        // The service's tokens hold the same: 1;3;{list};{ticks};{number}. Clients treat them as opaque.
        var text = $"3;%234;%231;3;{list.Id};{token.Made.UtcTicks};{token.After};{token.DeletedAfter}";
        // The function form keeps its token in the path, so the plain form is handed out.
        return PlainAddress(call, "token=" + Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text)));
    }

    private static Token Read(GraphCall call, ListRecord list, string text)
    {
        if (
            Base64Url.IsValid(text)
            && Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(';')
                is ["3", "%234", "%231", "3", var id, var ticks, var after, var deletedAfter]
            && id == list.Id.ToString()
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var made)
            && long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(deletedAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var deleted)
        )
        {
            // A token from before the folder was emptied is too new for it: the same as too old.
            return number <= call.State.Changes
                ? new(new(made, TimeSpan.Zero), number, deleted)
                : throw Gone(call, null);
        }
        throw GraphError.Invalid("The provided token is not valid.");
    }

    /// <summary>Read all again, from the address in Location, and compare with what is kept.</summary>
    private static GraphError Gone(GraphCall call, string? code) =>
        new(
            410,
            code ?? "resyncChangesApplyDifferences",
            "Resync required. Replace any local items with the server's version (including deletes) if you're "
                + "sure that the service was up to date with your local changes when you last sync'd."
        )
        {
            Header = ("Location", PlainAddress(call, null)),
        };

    /// <summary>This address in its plain form, with another token, the other options kept.</summary>
    private static string PlainAddress(GraphCall call, string? token)
    {
        var parts = call.Address.Split('?', 2);
        var path = parts[0][..(parts[0].LastIndexOf('/') + 1)] + "delta";
        var kept = (parts.Length == 1 ? [] : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries)).Where(p =>
            Uri.UnescapeDataString(p.Split('=')[0]).TrimStart('$').ToLowerInvariant() is not ("token" or "skiptoken")
        );
        var query = string.Join('&', token is null ? kept : kept.Append(token));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string? InFunction(string segment) =>
        segment.IndexOf('=') is var equals and > 0 ? segment[(equals + 1)..^1].Trim('\'') : null;

    private static JsonObject Stub(GraphCall call, ListRecord list, ItemGone gone) =>
        new()
        {
            ["id"] = gone.Id.ToString(),
            ["parentReference"] = new JsonObject { ["siteId"] = Site.GraphId(call.State.SiteOf(list)) },
            ["contentType"] = ContentTypes.Info(list, gone.ContentType),
            ["deleted"] = new JsonObject { ["state"] = "deleted" },
        };

    private static void Tricks(GraphCall call, List<JsonObject> shown)
    {
        // Documented: an item may come twice, and the last one counts.
        if (call.Trick?.Kind == FaultKind.DuplicateDeltaItems)
            shown.AddRange([.. shown.Select(s => (JsonObject)s.DeepClone())]);
        // A fault of the service seen in 2024: 200, with an error in the place of an item.
        if (call.Trick?.Kind == FaultKind.ErrorInDelta)
        {
            shown.Add(
                new()
                {
                    ["error"] = new JsonObject
                    {
                        ["code"] = "InternalServerError",
                        ["message"] =
                            "Cannot write a deleted resource, link, deleted link, or nested delta resource set "
                            + "within a resource set; they must be written within a delta resource set.",
                    },
                }
            );
        }
    }
}
