using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SpLg.Tests.Workbooks;

/// <summary>What a workbook shows, cell by cell.</summary>
internal static class WorkbookText
{
    /// <summary>All texts of a workbook, one a line.</summary>
    public static string Of(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx, writable: false), isEditable: false);
        return string.Join(
            '\n',
            document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Select(i => i.InnerText)
        );
    }

    /// <summary>The cells of a sheet by place: texts as they are, numbers as they are stored.</summary>
    public static IReadOnlyDictionary<string, string> Cells(SpreadsheetDocument document, int sheet)
    {
        var texts = document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Select(i => i.InnerText).ToList();
        var id = document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().ElementAt(sheet).Id!.Value!;
        return ((WorksheetPart)document.WorkbookPart.GetPartById(id))
            .Worksheet.Descendants<Cell>()
            .Where(c => c.CellValue is not null)
            .ToDictionary(
                c => c.CellReference!.Value!,
                c =>
                    c.DataType?.Value == CellValues.SharedString
                        ? texts[int.Parse(c.CellValue!.Text, CultureInfo.InvariantCulture)]
                        : c.CellValue!.Text,
                StringComparer.Ordinal
            );
    }
}
