using System.Runtime.CompilerServices;
using SpLg.LocalSite.Drives;

namespace SpLg.Tests.Infra;

/// <summary>
/// A test that needs LibreOffice. Where it is not installed the test is skipped, and the result says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (PdfConverter.FindProgram() is null)
            Skip = "LibreOffice (soffice) is not installed: nothing is saved by it or made a PDF.";
    }
}
