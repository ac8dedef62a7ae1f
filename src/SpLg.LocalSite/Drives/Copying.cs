namespace SpLg.LocalSite.Drives;

/// <summary>
/// <c>copy</c> of a file: 202 with an address that tells how far it is. Here it is done at once, as the address says.
/// https://learn.microsoft.com/graph/api/driveitem-copy,
/// https://learn.microsoft.com/graph/long-running-actions-overview
/// </summary>
internal static class Copying
{
    public const string Monitors = "/_api/v2.0/monitor/";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static GraphAnswer Answer(GraphCall call, ListRecord library, ItemRecord item)
    {
        if (call.Method != "POST")
            throw GraphError.WrongMethod(call.Method);
        if (item.IsFolder)
            throw GraphError.NotServed("the copy of a folder");
        var body = call.JsonOrNothing() ?? [];
        var reference = body["parentReference"] as JsonObject ?? [];
        var target = GraphCall.Text(reference, "driveId") is { } drive ? Library(call, drive) : library;
        var beside = target == library ? Above(call, item) : null;
        var folder = GraphCall.Text(reference, "id") is { } id ? DrivePlace.ById(call, target, id) : beside;
        if (folder is { IsFolder: false })
            throw GraphError.Invalid("The item cannot be copied there.");
        var name = FileName.Checked(GraphCall.Text(body, "name") ?? item.Name!);
        var place = new DrivePlace(DrivePlace.Child(call.State, target, folder?.Unique, name), folder, [name]);
        FileContent.Require(call, target, place);
        var outcome = "failed";
        try
        {
            var (copy, _, records) = FileContent.Save(
                call,
                target,
                place,
                call.Query.ConflictBehavior ?? "fail",
                item.Content!
            );
            call.Site.Store.Commit(records);
            outcome = Ids.DriveItem(target, copy.Unique);
        }
        catch (GraphError taken) when (taken.Status == 409)
        {
            // A name that is taken is told by the monitor.
        }
        var web = call.Site.WebUrl(call.State.SiteOf(target));
        var monitor = $"{web}{Monitors}{outcome}?tempauth={call.Site.TempAuth("monitor|" + outcome, Lifetime)}";
        return new(202) { Headers = [("Location", monitor)] };
    }

    /// <summary>Opened by its own short-lived token, without the bearer.</summary>
    public static Task MonitorAsync(HttpContext context, Site site)
    {
        var path = context.Request.Path.Value!;
        var outcome = path[(path.IndexOf(Monitors, StringComparison.OrdinalIgnoreCase) + Monitors.Length)..];
        if (!site.IsTempAuth("monitor|" + outcome, context.Request.Query["tempauth"]))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }
        // 202 to the end, as the documentation shows it.
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return context.Response.WriteAsJsonAsync(
            outcome == "failed"
                ? new JsonObject
                {
                    ["operation"] = "itemCopy",
                    ["status"] = "failed",
                    ["error"] = new JsonObject { ["code"] = "nameAlreadyExists", ["message"] = "Name already exists" },
                }
                : new JsonObject
                {
                    ["operation"] = "itemCopy",
                    ["percentageComplete"] = 100.0,
                    ["resourceId"] = outcome,
                    ["status"] = "completed",
                },
            context.RequestAborted
        );
    }

    private static ListRecord Library(GraphCall call, string drive)
    {
        var list = Ids.TryList(drive) is { } id ? call.State.List(id) : null;
        var library = DriveResource.Library(list ?? throw GraphError.NotFound("The resource could not be found."));
        call.Access.RequireOpen(library);
        return library;
    }

    private static ItemRecord? Above(GraphCall call, ItemRecord item) =>
        item.Folder is { } folder ? call.State.Item(folder) : null;
}
