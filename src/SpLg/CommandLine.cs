using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using SpLg.Commands;

namespace SpLg;

/// <summary>The whole command line: its verbs, and what becomes of their faults.</summary>
internal sealed class CommandLine(Screen screen, IReadOnlyDictionary<string, string> environment, TimeProvider clock)
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var parsed = Root().Parse(args);
        try
        {
            var code = await parsed.InvokeAsync(
                new()
                {
                    Output = screen.Output,
                    Error = screen.Error,
                    EnableDefaultExceptionHandler = false,
                    // Signals are taken by the process, which there is one of.
                    ProcessTerminationTimeout = null,
                },
                cancellationToken
            );
            return parsed.Action is System.CommandLine.Invocation.ParseErrorAction ? ExitCode.Usage : code;
        }
        catch (OperationCanceledException e)
        {
            return Fault(e, "Stopped.", ExitCode.Cancelled);
        }
        catch (SettingsException e)
        {
            return Fault(e, e.Message, ExitCode.Usage);
        }
        catch (PublicationStoppedException e)
        {
            return Fault(e, FindingsText.Stopped(e), ExitCode.Findings);
        }
        catch (Exception e)
            when (e
                    is GraphException
                        or SiteFaultException
                        or ChecklistSelectionException
                        or TemplateException
                        or SchemaException
                        or HttpRequestException
                        or IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or JsonException
            )
        {
            return Fault(e, e.Message, ExitCode.Fault);
        }
        catch (Exception e)
        {
            return Fault(
                e,
                "This should not happen; please report it with the lines below." + Environment.NewLine + e,
                ExitCode.Fault
            );
        }

        int Fault(Exception fault, string words, int code)
        {
            screen.Note(words);
            if (parsed.GetResult("--json") is OptionResult { Implicit: false } && !screen.HasJson)
                screen.Json(FindingsJson.OfFault(fault, code));
            return code;
        }
    }

    /// <summary>The faults of a command line as it is typed; empty when it would be carried out.</summary>
    public IReadOnlyList<string> Errors(IReadOnlyList<string> args) =>
        [.. Root().Parse(args).Errors.Select(e => e.Message)];

    private RootCommand Root()
    {
        var root = new RootCommand(
            "Reads SharePoint lists and writes the management review (ledningens genomgång) as a Word document."
        );
        var shell = new Shell(screen, environment, clock);
        root.Options.Add(shell.SettingsFile);
        root.Options.Add(shell.Set);
        root.Add(DemoCommand.Create(shell));
        root.Add(WorkerCommand.Create(shell));
        root.Add(StatusCommand.Create(shell));
        root.Add(GenerateCommand.Create(shell));
        root.Add(CheckCommand.Create(shell));
        root.Add(ReadCommand.Create(shell));
        root.Add(RenderCommand.Create(shell));
        root.Add(RollupCommand.Create(shell));
        root.Add(TemplateCommand.Create(shell));
        root.Add(TraceCommand.Create(shell));
        root.Add(VerifyCommand.Create(shell));
        root.Add(ImportCommand.Create(shell));
        root.Add(ProvisionCommand.Create(shell));
        root.Add(SiteCommand.Create(shell));
        root.Add(DoctorCommand.Create(shell));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
