namespace SpLg.Settings;

/// <summary>
/// The settings cannot be used. Carries every fault at once, each with its key, what is wrong and an example.
/// </summary>
internal sealed class SettingsException(IReadOnlyList<string> faults)
    : Exception("The settings cannot be used:" + string.Concat(faults.Select(f => Environment.NewLine + "  " + f)))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
