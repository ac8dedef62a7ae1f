using System.Text.Json;

namespace SpLg.Running;

/// <summary>What a worker keeps between two runs of the process, as a small JSON file.</summary>
internal static class StateFile
{
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

    /// <summary>Written aside and renamed, so that a kill leaves the old state or the new, never half of one.</summary>
    public static void Save<T>(string path, T state)
    {
        var aside = path + ".new";
        using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, state);
            file.Flush(flushToDisk: true);
        }
        File.Move(aside, path, overwrite: true);
    }
}
