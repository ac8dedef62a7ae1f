namespace SpLg.Drafting;

internal static class LibraryFiles
{
    /// <summary>
    /// Where a person opens a file, a Word file in the browser; the same for all time. Graph's own webUrl of a Word
    /// file is the viewer's address with the file's id: too long for a text column on a site with a long name.
    /// </summary>
    public static Uri AddressOf(this DocumentLibrary library, string fileName) =>
        new(
            $"{library.List.WebUrl.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(fileName)}"
                + $"{(fileName.EndsWith(".docx", StringComparison.Ordinal) ? "?web=1" : "")}"
        );

    /// <summary>
    /// The file with this name as its last version says, or null. Undoes a check-out left by an interrupted run.
    /// </summary>
    public static async Task<LibraryFile?> FindFreeAsync(
        this DocumentLibrary library,
        string name,
        CancellationToken cancellationToken
    ) =>
        await library.FindAsync(name, cancellationToken) is { } file
            ? await library.ReleaseAsync(file, cancellationToken) ?? file
            : null;

    /// <summary>The bytes of a Word file that is to be worked with; see <see cref="LargeFiles"/>.</summary>
    public static async Task<byte[]> OpenAsync(
        this DocumentLibrary library,
        LibraryFile file,
        CancellationToken cancellationToken
    ) => await LargeFiles.OpenAsync(token => library.DownloadAsync(file, token), cancellationToken);
}
