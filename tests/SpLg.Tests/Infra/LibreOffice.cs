using System.Diagnostics;
using SpLg.LocalSite.Drives;

namespace SpLg.Tests.Infra;

/// <summary>LibreOffice as somebody who opens Word documents and saves them.</summary>
internal static class LibreOffice
{
    /// <summary>Saves the files in the folder "saved" below.</summary>
    public static async Task SaveAsync(string folder, params string[] files)
    {
        var profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
        using var process = Process.Start(
            new ProcessStartInfo(
                PdfConverter.FindProgram()!,
                [
                    $"-env:UserInstallation={profile}",
                    "--headless",
                    "--convert-to",
                    "docx:MS Word 2007 XML",
                    "--outdir",
                    Path.Combine(folder, "saved"),
                    .. files,
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            var told = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(deadline.Token),
                process.StandardError.ReadToEndAsync(deadline.Token)
            );
            await process.WaitForExitAsync(deadline.Token);
            Assert.True(process.ExitCode == 0, string.Concat(told));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The document as it is when somebody has saved it.</summary>
    public static async Task<byte[]> SavedAsync(byte[] document)
    {
        var folder = Directory.CreateTempSubdirectory("splg-libreoffice-").FullName;
        try
        {
            var file = Path.Combine(folder, "document.docx");
            await File.WriteAllBytesAsync(file, document);
            await SaveAsync(folder, file);
            return await File.ReadAllBytesAsync(Path.Combine(folder, "saved", "document.docx"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
