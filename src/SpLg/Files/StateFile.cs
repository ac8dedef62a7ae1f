namespace SpLg.Files;

/// <summary>State that a worker keeps between two runs of the process, as a small JSON file.</summary>
internal static class StateFile
{
    /// <summary>The advice when the state folder cannot be written.</summary>
    public const string Advice = $"The setting {SettingKeys.StateFolder} names its folder.";

    /// <summary>Null when there is none or it is not readable as what is asked for: then it is written anew.</summary>
    public static T? TryLoad<T>(string path)
        where T : class
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path));
        }
        catch (JsonException)
        {
            // Not ours or damaged by hand.
            return null;
        }
    }

    /// <exception cref="FileFault">It could not be written; the old state stays.</exception>
    public static void Save<T>(string path, T state)
    {
        WholeFile.Write(path, file => JsonSerializer.Serialize(file, state), Advice);
    }
}
