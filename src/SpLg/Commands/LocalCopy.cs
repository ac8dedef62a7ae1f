namespace SpLg.Commands;

/// <summary>A file put where the person at the keyboard asked for it.</summary>
internal static class LocalCopy
{
    /// <param name="path">A file, or a folder (there already, or ending in a slash) that gets <paramref name="name"/>.</param>
    /// <returns>The full path written.</returns>
    public static string Write(string path, string name, byte[] content)
    {
        var full = Path.GetFullPath(Directory.Exists(path) || Path.EndsInDirectorySeparator(path) ? Path.Combine(path, name) : path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
        return full;
    }
}
