namespace SpLg.Commands;

/// <summary>A file put where the person at the keyboard asked for it.</summary>
internal static class LocalCopy
{
    /// <param name="path">A file ending in .docx; anything else is a folder, made when it is not there, that gets
    /// <paramref name="name"/>.</param>
    /// <param name="workbook">A spreadsheet that goes beside the document under the same name; null for none.</param>
    /// <param name="isOnly">False when more files go to the same place, which then is a folder whatever it is
    /// called.</param>
    /// <returns>The full path written.</returns>
    /// <exception cref="FileFault">It could not be written.</exception>
    public static string Write(string path, string name, byte[] content, byte[]? workbook = null, bool isOnly = true)
    {
        var full = Path.GetFullPath(isOnly && IsDocument(path) ? path : Path.Combine(path, name));
        WholeFile.Write(full, content);
        if (workbook is not null)
            WholeFile.Write(Path.ChangeExtension(full, ".xlsx"), workbook);
        return full;
    }

    /// <summary>True for what is taken as a file's name and not as a folder's.</summary>
    public static bool IsDocument(string path) =>
        Path.GetExtension(path).Equals(".docx", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);
}
