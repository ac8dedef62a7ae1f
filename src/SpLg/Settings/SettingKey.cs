namespace SpLg.Settings;

/// <summary>One setting there is: the table in provisioning/README.md, the help and the checks all come from these.</summary>
/// <param name="Name">The key with colons, e.g. <c>Site:Address</c>; in the environment
/// <c>SPLG__Site__Address</c>.</param>
/// <param name="Default">Null when there is none.</param>
/// <param name="Example">A value that would be accepted.</param>
/// <param name="Fault">What is wrong with a value, or null when it is right.</param>
/// <param name="OfOne">Its key below <c>Sites:name:</c> for one of several organisations; null when it is the same for
/// all.</param>
internal sealed record SettingKey(
    string Name,
    string? Default,
    string Meaning,
    string Example,
    Func<string, string?> Fault,
    string? OfOne = null
);
