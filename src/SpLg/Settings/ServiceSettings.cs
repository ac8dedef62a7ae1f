namespace SpLg.Settings;

/// <summary>How the worker is as a service, whatever it works on.</summary>
/// <param name="HealthPort">Null when nobody asks how it is.</param>
internal sealed record ServiceSettings(LogFormat LogFormat, LogLevel LogLevel, int? HealthPort)
{
    public static readonly ServiceSettings Usual = new(LogFormat.Text, LogLevel.Information, null);
}
