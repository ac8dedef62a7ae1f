namespace SpLg.Organisations;

/// <summary>The lines of one organisation in a log that several share.</summary>
/// <param name="organisation">Null for the only one, whose lines need no name.</param>
internal sealed class OrganisationLog(string? organisation, IProgress<string> log) : IProgress<string>
{
    public void Report(string value) => log.Report(organisation is null ? value : $"{organisation}: {value}");
}
