using System.Diagnostics;
using System.Runtime.CompilerServices;
using SpLg.LocalSite.Drives;

namespace SpLg.Tests.Infra;

/// <summary>
/// A test that reads the words of a PDF that LibreOffice has made, with or without the font the templates want. Where a
/// program or the font is missing the test is skipped, and the result says which.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute(bool carlito, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (PdfConverter.FindProgram() is null)
            Skip = "LibreOffice (soffice) is not installed: no PDF is made.";
        else if (Pdf.Reader is null)
            Skip = "pdftotext (package poppler-utils) is not installed: the words of a PDF cannot be read.";
        else
            Skip = FontsAre(carlito);
    }

    // fontconfig says which fonts there are, and can be told to leave one out; where there is none nothing is known of
    // fonts.
    private static string? FontsAre(bool carlito)
    {
        if (Pdf.FontLister is not { } program)
            return "fc-list (fontconfig) is not installed: it is not known which fonts LibreOffice uses.";
        using var process = Process.Start(
            new ProcessStartInfo(program, [":", "family"]) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var isThere = process.StandardOutput.ReadToEnd().Contains("Carlito", StringComparison.Ordinal);
        process.WaitForExit();
        return carlito && !isThere
            ? "The font Carlito (package fonts-crosextra-carlito) is not installed: only PDF without it is made."
            : null;
    }
}
