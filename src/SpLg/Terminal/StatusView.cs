using Spectre.Console;

namespace SpLg.Terminal;

/// <summary>How far every organisation is: a table on a wide terminal, lines elsewhere.</summary>
internal static class StatusView
{
    /// <summary>On a narrower terminal the table's seven columns would break most words.</summary>
    private const int NarrowestTable = 120;

    /// <param name="zone">Of the moments shown.</param>
    public static void Show(Screen screen, IReadOnlyList<OrganisationStatus> all, TimeZoneInfo zone)
    {
        foreach (var one in all)
        {
            screen.Line($"{one.Name ?? "Site"}: {one.Site}");
            if (one.Fault is { } fault)
            {
                screen.Line($"  cannot be read: {FindingsText.OneLine(fault)}");
                continue;
            }
            ShowRequests(screen, one.Open, zone);
            screen.Line(one.Published is { } last ? $"  Last published: {Line(last)}" : "  Nothing is published yet.");
        }
    }

    private static string Line(LastPublished last)
    {
        var approved = last.ApprovedOn is { } day ? $", approved {day:yyyy-MM-dd}" : "";
        var page = last.Page is { } address ? $", {address}" : "";
        return $"{last.Title}{approved}{page}";
    }

    private static void ShowRequests(Screen screen, IReadOnlyList<OpenRequest> open, TimeZoneInfo zone)
    {
        if (open.Count == 0)
        {
            screen.Line("  No open requests.");
            return;
        }
        if (!screen.Interactive || screen.Result.Profile.Width < NarrowestTable)
        {
            foreach (var request in open)
                screen.Line("  " + string.Join(" | ", Cells(request, zone)));
            return;
        }
        var table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumns("Id", "Request", "Year", "Document", "Status", "Since", "Message");
        foreach (var request in open)
            table.AddRow(Cells(request, zone).Select(Markup.Escape).ToArray());
        screen.Result.Write(table);
    }

    private static string[] Cells(OpenRequest request, TimeZoneInfo zone) =>
        [
            request.Id,
            FindingsText.OneLine(request.Title ?? ""),
            $"{request.Year}",
            $"{request.Type}, {request.Edition.ToLowerInvariant()}",
            request.Status,
            request.Since is { } since ? $"{TimeZoneInfo.ConvertTime(since, zone):yyyy-MM-dd HH:mm}" : "",
            FindingsText.OneLine(request.Message ?? ""),
        ];
}
