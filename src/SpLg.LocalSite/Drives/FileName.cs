namespace SpLg.LocalSite.Drives;

/// <summary>
/// Names that SharePoint takes for files and folders.
/// https://support.microsoft.com/office/restrictions-and-limitations-in-onedrive-and-sharepoint-64883a5d-228e-48f5-b3d2-eb39e07630fa
/// </summary>
internal static class FileName
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        ".lock",
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "desktop.ini",
        ".",
        "..",
        "COM0",
        "COM1",
        "COM2",
        "COM3",
        "COM4",
        "COM5",
        "COM6",
        "COM7",
        "COM8",
        "COM9",
        "LPT0",
        "LPT1",
        "LPT2",
        "LPT3",
        "LPT4",
        "LPT5",
        "LPT6",
        "LPT7",
        "LPT8",
        "LPT9",
    };

    /// <summary>The name, or an error when SharePoint would refuse it.</summary>
    public static string Checked(string name)
    {
        var isWrong =
            name.Length is 0 or > 255
            || name.IndexOfAny(['"', '*', ':', '<', '>', '?', '/', '\\', '|']) >= 0
            || name.Any(char.IsControl)
            || name != name.Trim()
            || name.EndsWith('.')
            || name.StartsWith("~$", StringComparison.Ordinal)
            // Anywhere in a name.
            || name.Contains("_vti_", StringComparison.OrdinalIgnoreCase)
            || Reserved.Contains(name);
        return isWrong
            ? throw GraphError.Invalid("The provided name cannot contain restricted characters or be a reserved name.")
            : name;
    }

    /// <summary>The first free name: report.docx, report 1.docx, report 2.docx.</summary>
    public static string Free(string name, Func<string, bool> isTaken)
    {
        var extension = System.IO.Path.GetExtension(name);
        var free = name;
        for (var number = 1; isTaken(free); number++)
            free = $"{name[..^extension.Length]} {number}{extension}";
        return free;
    }

    public static string MimeType(string name) =>
        new Microsoft.AspNetCore.StaticFiles.FileExtensionContentTypeProvider().TryGetContentType(name, out var type)
            ? type
            : "application/octet-stream";
}
