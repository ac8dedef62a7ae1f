using SpLg.SharePoint.Publishing;

namespace SpLg.Running;

internal static class LibraryFiles
{
    /// <summary>The file with this name as its last version says, or null. What an earlier run of this application was cut off from writing is given up.</summary>
    public static async Task<LibraryFile?> FindFreeAsync(this DocumentLibrary library, string name, CancellationToken cancellationToken) =>
        await library.FindAsync(name, cancellationToken) is { } file ? await library.ReleaseAsync(file, cancellationToken) ?? file : null;
}
