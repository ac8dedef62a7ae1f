using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using SpLg.Word.Packaging;

namespace SpLg.Word.Workbooks;

/// <summary>The package of an .xlsx file, written so that the same content gives the same bytes.</summary>
internal static class XlsxPackage
{
    /// <param name="write">Gives every part an id, because the SDK gives random ones otherwise.</param>
    public static byte[] Write(Action<SpreadsheetDocument, WorkbookPart> write)
    {
        using var output = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook))
            write(document, document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rId1"));
        ZipParts.FixTimes(output);
        return output.ToArray();
    }
}
