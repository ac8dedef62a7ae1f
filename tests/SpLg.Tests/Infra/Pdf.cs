using System.Diagnostics;
using SpLg.LocalSite.Drives;

namespace SpLg.Tests.Infra;

/// <summary>Documents as PDF, made by LibreOffice, and the words in them.</summary>
internal static class Pdf
{
    private const string WithoutCarlito = """
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
          <selectfont><rejectfont><pattern><patelt name="family"><string>Carlito</string></patelt></pattern></rejectfont></selectfont>
        </fontconfig>
        """;

    /// <summary>Full path of the program that reads the text of a PDF; null when it is not installed.</summary>
    public static string? Reader { get; } = Find("pdftotext");

    public static string? FontLister { get; } = Find("fc-list");

    /// <summary>
    /// The text of each document's PDF, in their order; all are made by one LibreOffice with a profile of its own.
    /// </summary>
    /// <param name="carlito">False hides the font Carlito from it.</param>
    public static async Task<IReadOnlyList<string>> TextsAsync(IReadOnlyList<byte[]> documents, bool carlito)
    {
        var folder = Directory.CreateTempSubdirectory("splg-pdf-").FullName;
        try
        {
            var files = new List<string>();
            foreach (var document in documents)
            {
                files.Add(Path.Combine(folder, $"{files.Count}.docx"));
                await File.WriteAllBytesAsync(files[^1], document);
            }
            var fonts = Path.Combine(folder, "fonts.conf");
            await File.WriteAllTextAsync(fonts, WithoutCarlito);
            var profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
            await RunAsync(
                PdfConverter.FindProgram()!,
                carlito ? null : fonts,
                [$"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder, .. files]
            );
            var texts = new List<string>();
            foreach (var file in files)
                texts.Add(await RunAsync(Reader!, null, ["-enc", "UTF-8", Path.ChangeExtension(file, ".pdf"), "-"]));
            return texts;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, string? fonts, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            UseShellExecute = false,
        };
        if (fonts is not null)
            start.Environment["FONTCONFIG_FILE"] = fonts;
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        try
        {
            var told = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(deadline.Token),
                process.StandardError.ReadToEndAsync(deadline.Token)
            );
            await process.WaitForExitAsync(deadline.Token);
            Assert.True(process.ExitCode == 0, string.Concat(told));
            return told[0];
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);
}
