using System.CommandLine;
using System.Globalization;
using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Rows;
using SpLg.Running;
using SpLg.SharePoint;
using SpLg.Terminal;
using SpLg.Worker;

namespace SpLg.Commands;

internal static class GenerateCommand
{
    public static Command Create(Shell shell)
    {
        var year = NumberOption.Year("The year the review is about. Default: this year.");
        var request = NumberOption.Create("--request", "Row id in the list Genomgångar: makes that request's review and writes the outcome there.", 1, int.MaxValue);
        request.HelpName = "id";
        var template = new Option<string?>("--template") { Description = "Name of a Word template in the library Mallar." };
        var copy = new Option<string?>("--out") { Description = "Keep a copy of the document here: a file ending in .docx, else a folder." };
        var json = new Option<bool>("--json") { Description = "Print the outcome as JSON." };
        var command = new Verb(
            "generate",
            "Makes one review now and puts it in the library.",
            "splg generate --year 2026",
            "splg generate --request 3",
            "splg generate --year 2026 --out review.docx --json");
        command.Add(year);
        command.Add(request);
        command.Add(template);
        command.Add(copy);
        command.Add(json);
        command.Validators.Add(result =>
        {
            // Whether they are given, not their values: a value that cannot be read has its own message.
            if (result.GetResult(request) is not null && (result.GetResult(year) is not null || result.GetResult(template) is not null))
                result.AddError("--request has its own year and template: leave out --year and --template.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = shell.SiteSettings(parsed);
            using var site = await shell.OpenAsync(settings, cancellationToken);
            var summary = parsed.GetValue(request) is { } id
                ? await shell.Screen.ProgressAsync($"Making the review of request {id}", steps => ForRequestAsync(id, steps))
                : await shell.Screen.ProgressAsync("Making the review", steps => OfYearAsync(parsed.GetValue(year) ?? shell.ThisYear(settings), steps));
            if (parsed.GetValue(copy) is { } path)
                LocalCopy.Write(path, summary.FileName, summary.File.Content);
            if (parsed.GetValue(json))
                shell.Screen.Json(FindingsJson.Of(summary));
            else
                SummaryView.Show(shell.Screen, summary);
            return ExitCode.Ok;

            async Task<RunSummary> OfYearAsync(int of, IProgress<string> steps)
            {
                var run = new ReviewRun(site, shell.Clock);
                var draft = await run.PrepareAsync(of, request: null, parsed.GetValue(template), steps, cancellationToken);
                return await run.PublishAsync(draft, $"generate/{Guid.NewGuid():N}", steps, cancellationToken);
            }

            async Task<RunSummary> ForRequestAsync(int of, IProgress<string> steps)
            {
                var row = await RowAsync(site, of, cancellationToken);
                if (RequestState.Of(row).Status is ReviewStatus.ForApproval or ReviewStatus.Approved or ReviewStatus.Published)
                    throw new SiteFaultException($"Request {of} lies with the one who approves it, or is approved. Set its status to Uppdatering begärd in the list if it is to be made anew.");
                var worker = new RequestWorker(site, settings.Worker, shell.Clock, steps);
                return await worker.TakeAsync(row, "asked for on the command line", cancellationToken)
                    ?? throw new SiteFaultException($"Request {of} was not made; the lines above and the request's column Meddelande say why.");
            }
        });
        return command;
    }

    private static async Task<ListRow> RowAsync(OpenSite site, int id, CancellationToken cancellationToken)
    {
        try
        {
            var text = id.ToString(CultureInfo.InvariantCulture);
            return await site.Reader.RowAsync(site.List(ReviewRequest.List), site.Schema.List(ReviewRequest.List), text, cancellationToken);
        }
        catch (NotFoundException)
        {
            throw new SiteFaultException($"There is no request {id} in the list {site.Schema.List(ReviewRequest.List).Title}.");
        }
    }
}
