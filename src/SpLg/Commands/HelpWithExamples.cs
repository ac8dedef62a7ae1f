using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SpLg.Commands;

/// <summary>The usual help, and after it the command's examples.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb verb)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in verb.Examples)
                output.WriteLine("  " + example);
            output.WriteLine();
        }
        return code;
    }
}
