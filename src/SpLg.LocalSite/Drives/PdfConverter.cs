using System.ComponentModel;
using System.Diagnostics;

namespace SpLg.LocalSite.Drives;

/// <summary>
/// Makes PDF of Office files with LibreOffice, where it is installed: one at a time, kept by the hash of the content.
/// The PDF is tagged, which is more than SharePoint's own conversion promises.
/// </summary>
internal sealed class PdfConverter
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>
    /// The export filter by extension; the service's list has more types, of which nobody here has any.
    /// </summary>
    private static readonly Dictionary<string, string> Filters = new(StringComparer.OrdinalIgnoreCase)
    {
        [".doc"] = "writer",
        [".docx"] = "writer",
        [".odt"] = "writer",
        [".rtf"] = "writer",
        [".csv"] = "calc",
        [".ods"] = "calc",
        [".xls"] = "calc",
        [".xlsx"] = "calc",
        [".odp"] = "impress",
        [".ppt"] = "impress",
        [".pptx"] = "impress",
    };

    private readonly string folder;
    private readonly string? program;
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <param name="program">LibreOffice; null when there is none.</param>
    public PdfConverter(string siteFolder, string? program)
    {
        folder = Path.Combine(siteFolder, "pdf");
        this.program = program;
    }

    /// <summary>
    /// LibreOffice's program on the PATH, or where Windows installs it; null when it is not installed.
    /// </summary>
    public static string? FindProgram()
    {
        var name = OperatingSystem.IsWindows() ? "soffice.exe" : "soffice";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append(
                Path.Combine(
                    Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles),
                    "LibreOffice",
                    "program"
                )
            );
        return folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
    }

    /// <summary>True for the kinds of file the service converts.</summary>
    public static bool Takes(string fileName) => Filters.ContainsKey(Path.GetExtension(fileName));

    /// <summary>The file as PDF, kept from now on.</summary>
    /// <exception cref="GraphError">406: this machine cannot, or the file is none LibreOffice can read.</exception>
    public async Task ConvertAsync(BlobStore blobs, Blob content, string fileName, CancellationToken cancellationToken)
    {
        if (File.Exists(Address(content.Hash)))
            return;
        if (program is null)
            throw CannotConvert("This machine has no LibreOffice, which the local site needs to make PDF.");
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!File.Exists(Address(content.Hash)))
                await RunAsync(program, blobs, content, Path.GetExtension(fileName), cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The PDF of a content; null when it was never made.</summary>
    public Stream? TryRead(string hash) => File.Exists(Address(hash)) ? File.OpenRead(Address(hash)) : null;

    private async Task RunAsync(
        string soffice,
        BlobStore blobs,
        Blob content,
        string extension,
        CancellationToken cancellationToken
    )
    {
        var work = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;
        var source = Path.Combine(work, content.Hash + extension);
        var made = Path.Combine(work, content.Hash + ".pdf");
        try
        {
            await using (var copy = File.Create(source))
            await using (var original = blobs.Read(content))
                await original.CopyToAsync(copy, cancellationToken);
            // A profile of our own: LibreOffice refuses to start twice on one, and somebody may have it open.
            string[] arguments =
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}",
                "--headless",
                "--norestore",
                "--convert-to",
                $$$"""pdf:{{{Filters[extension]}}}_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}""",
                "--outdir",
                work,
                source,
            ];
            await RunAsync(soffice, arguments, cancellationToken);
            if (!File.Exists(made))
                throw CannotConvert("LibreOffice could not make a PDF of the file.");
            File.Move(made, Address(content.Hash), overwrite: true);
        }
        catch (IOException e) when (FileFault.IsOfDisk(e))
        {
            throw new FileFault(folder, e);
        }
        finally
        {
            File.Delete(made);
            File.Delete(source);
        }
    }

    private static async Task RunAsync(
        string soffice,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var process = new Process
        {
            StartInfo = new(soffice, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw CannotConvert($"LibreOffice could not be started: {e.Message}");
        }
        try
        {
            // Read and thrown away: a full pipe would stop the program.
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(limit.Token),
                process.StandardError.ReadToEndAsync(limit.Token),
                process.WaitForExitAsync(limit.Token)
            );
        }
        catch (OperationCanceledException)
        {
            // soffice is only a starter; those it started would go on without it.
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw CannotConvert($"LibreOffice took longer than {Limit.TotalSeconds} seconds.");
        }
    }

    private string Address(string hash) => Path.Combine(folder, hash + ".pdf");

    /// <summary>For a file it cannot convert the service answers 406, as documented; not recorded.</summary>
    private static GraphError CannotConvert(string message) => new(406, "notSupported", message);
}
