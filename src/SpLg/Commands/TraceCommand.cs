using System.CommandLine;

namespace SpLg.Commands;

internal static class TraceCommand
{
    private const int RowsShown = 20;

    public static Command Create(Shell shell)
    {
        var file = new Argument<string>("file") { Description = "A document that was made by this program." };
        var tag = new Argument<string?>("tag")
        {
            Description = "The template's name for a figure, such as Incidenter.Antal. Default: lists them all.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var rows = new Option<bool>("--rows") { Description = "Print the ids of all rows, however many." };
        var json = new Option<bool>("--json") { Description = "Print figures and rows as JSON." };
        var command = new Verb(
            "trace",
            "Says where a figure of a document comes from: list, filter, rows, and when they were read.",
            "splg trace review.docx",
            "splg trace review.docx Incidenter.Antal",
            "splg trace review.docx Incidenter.Antal --rows --json"
        );
        command.Add(file);
        command.Add(tag);
        command.Add(rows);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var content = File.ReadAllBytes(path);
            if (RollupTrace.TryRead(content) is { } rollup)
            {
                Show(shell.Screen, rollup, parsed.GetValue(json));
                return ExitCode.Ok;
            }
            var trace =
                DocumentTrace.TryRead(content)
                ?? throw new InvalidDataException(
                    $"'{path}' says nothing of where its figures come from: it is not a document made by this "
                        + "program, or another program has taken that part away."
                );
            var wanted = parsed.GetValue(tag);
            var figures = wanted is null ? trace.Figures : TraceAnswer.Find(trace, wanted);
            if (wanted is not null && figures.Count == 0)
            {
                var near = TraceAnswer.Near(trace, wanted);
                var advice =
                    near.Count > 0
                        ? $"Did you mean {string.Join(" or ", near)}?"
                        : $"'splg trace {path}' lists those there are.";
                throw new InvalidDataException($"The document has no figure '{wanted}'. {advice}");
            }
            if (parsed.GetValue(json))
                shell.Screen.Json(Json(trace, figures));
            else if (wanted is null)
                ShowAll(shell.Screen, trace);
            else
                Show(shell.Screen, trace, figures, parsed.GetValue(rows));
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>Whatever the figure, it is of the rows of the same files.</summary>
    private static void Show(Screen screen, RollupTrace rollup, bool json)
    {
        if (json)
        {
            screen.Json(
                JsonSerializer.Serialize(
                    new
                    {
                        document = rollup.Name,
                        type = "rollup",
                        rollup.Sources,
                    },
                    FindingsJson.Readable
                )
            );
            return;
        }
        screen.Line($"{rollup.Name}: every figure is of what the open editions of these approved reviews may hold");
        foreach (var source in rollup.Sources)
        {
            screen.Line($"{source.Organisation}: {source.File}");
            screen.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  approved {source.ApprovedOn:yyyy-MM-dd} by {source.ApprovedBy}, sha256 {source.Sha256}"
                )
            );
        }
        screen.Line("Their rows: splg render <one of these files> makes its review again, and splg trace that.");
    }

    private static void ShowAll(Screen screen, DocumentTrace trace)
    {
        screen.Line($"{trace.Name}, {ReadOn(trace)}");
        foreach (var figure in trace.Figures)
            screen.Line($"{figure.Tag} = {figure.Value} – {figure.List}: {figure.Filter}");
        screen.Line($"{trace.Figures.Count} figures. One of them with its rows: splg trace <file> <tag>");
    }

    private static void Show(Screen screen, DocumentTrace trace, IReadOnlyList<DocumentFigure> figures, bool allRows)
    {
        foreach (var figure in figures)
        {
            screen.Line($"{figure.Tag} = {figure.Value}");
            screen.Line(
                $"  list    {figure.List}{(trace.Lists.GetValueOrDefault(figure.List) is { } address ? $", {address.AbsoluteUri}" : "")}"
            );
            screen.Line($"  filter  {figure.Filter}");
            screen.Line($"  rows    {Rows(RowIds.Read(figure.Rows), allRows)}");
        }
        screen.Line(ReadOn(trace));
    }

    private static string Rows(IReadOnlyList<string> rows, bool all)
    {
        if (rows.Count == 0)
            return "none are named";
        return all || rows.Count <= RowsShown
            ? $"{rows.Count}: {string.Join(", ", rows)}"
            : $"{rows.Count}: {string.Join(", ", rows.Take(RowsShown))} … (all with --rows)";
    }

    private static string ReadOn(DocumentTrace trace) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"read {trace.Stamp.ReadOn.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC{(trace.Stamp.Run is { } run ? $", run {run}" : "")}"
        );

    private static string Json(DocumentTrace trace, IReadOnlyList<DocumentFigure> figures) =>
        JsonSerializer.Serialize(
            new
            {
                document = trace.Name,
                type = DocumentKind.Of(trace.Type).Word,
                trace.Year,
                edition = trace.Edition.ToString(),
                readOn = trace.Stamp.ReadOn.UtcDateTime,
                trace.Stamp.Run,
                lists = trace.Lists.Select(l => new { title = l.Key, address = l.Value }),
                figures = figures.Select(f => new
                {
                    f.Tag,
                    f.Value,
                    f.List,
                    f.Filter,
                    rows = RowIds.Read(f.Rows),
                }),
            },
            FindingsJson.Readable
        );
}
