using SpLg.LocalSite.Resources;

namespace SpLg.Tests.Infra;

/// <summary>A test that needs a PDF. Where LibreOffice is not installed it is skipped, and the result says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute()
    {
        if (PdfConverter.FindProgram() is null)
            Skip = "LibreOffice (soffice) is not installed, and only it makes PDF on the local site.";
    }
}
