using System.CommandLine;

namespace SpLg.Commands;

internal static class GenerateCommand
{
    public static Command Create(Shell shell)
    {
        var order = new OrderOptions();
        var request = NumberOption.Create(
            "--request",
            "Row id in the list Genomgångar: makes what that request asks for and writes the outcome there.",
            1,
            int.MaxValue
        );
        request.HelpName = "id";
        var template = new Option<string?>("--template")
        {
            Description = "Name of a Word template: one in the library Mallar, or a shipped one.",
        };
        var copy = new Option<string?>("--out")
        {
            Description = "Keep copies here: a folder, or for one document a file ending in .docx.",
        };
        var json = new Option<bool>("--json") { Description = "Print the outcome as JSON." };
        var command = new Verb(
            "generate",
            "Makes documents now and puts them in the library.",
            "splg generate --year 2026",
            "splg generate --year 2026 --edition open",
            "splg generate --request 3",
            "splg generate --year 2026 --out review.docx --json"
        );
        foreach (var option in order.All)
            command.Add(option);
        command.Add(request);
        command.Add(template);
        command.Add(copy);
        command.Add(json);
        command.Add(shell.Organisation);
        command.Validators.Add(result =>
        {
            // Whether they are given, not their values: a value that cannot be read has its own message.
            if (
                result.GetResult(request) is not null
                && order.All.Append(template).Any(o => result.GetResult(o) is { Implicit: false })
            )
                result.AddError(
                    $"--request says itself what to make and of which template: leave out --template, {order.Names}."
                );
        });
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = shell.SiteSettings(parsed);
                using var site = await shell.OpenAsync(settings, cancellationToken);
                var summary = parsed.GetValue(request) is { } id
                    ? await shell.Screen.ProgressAsync(
                        $"Making what request {id} asks for",
                        steps => ForRequestAsync(id, steps)
                    )
                    : await shell.Screen.ProgressAsync(
                        "Making what is asked for",
                        steps =>
                            OfOrderAsync(order.Read(parsed, shell.ThisYear(settings), parsed.GetValue(template)), steps)
                    );
                foreach (var document in parsed.GetValue(copy) is null ? [] : summary.Documents)
                    LocalCopy.Write(
                        parsed.GetValue(copy)!,
                        document.Document.FileName,
                        document.File.Content,
                        document.Workbook,
                        isOnly: summary.Documents.Count == 1
                    );
                if (parsed.GetValue(json))
                    shell.Screen.Json(FindingsJson.Of(summary));
                else
                    SummaryView.Show(shell.Screen, summary);
                return ExitCode.Ok;

                Task<RunSummary> OfOrderAsync(DocumentOrder of, RunProgress steps) =>
                    new DocumentRun(site, shell.Clock, $"generate/{Guid.NewGuid():N}", steps).RunAsync(
                        of,
                        request: null,
                        _ => Task.CompletedTask,
                        cancellationToken
                    );

                async Task<RunSummary> ForRequestAsync(int of, RunProgress steps)
                {
                    var row = await RowAsync(site, of, cancellationToken);
                    if (
                        RequestRows.Read(site, row).Status.Value is { } status
                        && StatusTable.Of(status).HoldsYear == YearHold.Always
                    )
                        throw new SiteFaultException(
                            $"Request {of} lies with the one who approves it, or is approved. Set its status to "
                                + "Uppdatering begärd in the list if it is to be made anew."
                        );
                    var worker = new RequestWorker(
                        site,
                        settings.Worker,
                        shell.Clock,
                        new LineLogger((_, line) => steps.Say(line))
                    );
                    return await worker.MakeDraftAsync(row, "asked for on the command line", cancellationToken)
                        ?? throw new SiteFaultException(
                            $"Request {of} was not made; the lines above and the request's column Meddelande say why."
                        );
                }
            }
        );
        return command;
    }

    private static async Task<ListRow> RowAsync(OpenSite site, int id, CancellationToken cancellationToken)
    {
        try
        {
            var text = id.ToString(CultureInfo.InvariantCulture);
            return await site.Reader.RowAsync(
                site.List(ReviewRequest.List),
                site.Schema.List(ReviewRequest.List),
                text,
                cancellationToken
            );
        }
        catch (NotFoundException)
        {
            throw new SiteFaultException(
                $"There is no request {id} in the list {site.Schema.List(ReviewRequest.List).Title}."
            );
        }
    }
}
