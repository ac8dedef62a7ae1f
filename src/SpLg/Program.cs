using System.Collections;
using SpLg;

// One culture everywhere: what is Swedish in a document is asked for by name.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;

var environment = Environment
    .GetEnvironmentVariables()
    .Cast<DictionaryEntry>()
    .ToDictionary(e => (string)e.Key, e => e.Value as string ?? "", StringComparer.Ordinal);
var screen = new Screen(
    Console.Out,
    Console.Error,
    interactive: !Console.IsOutputRedirected && !Console.IsErrorRedirected
);
return await StopSignals.RunAsync(stop =>
    new CommandLine(screen, environment, TimeProvider.System).RunAsync(args, stop)
);
