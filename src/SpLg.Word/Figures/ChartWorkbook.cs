using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SpLg.Word.Workbooks;

namespace SpLg.Word.Figures;

/// <summary>The workbook behind a chart, so that Word's ”Redigera data” shows the same numbers as the chart.</summary>
internal static class ChartWorkbook
{
    /// <summary>The name of its sheet, which the chart's references lead to.</summary>
    public const string Sheet = "Data";

    public static byte[] Write(ChartData data) => XlsxPackage.Write((_, book) =>
    {
        using (var xml = OpenXmlWriter.Create(book.AddNewPart<WorksheetPart>("rId1")))
        {
            xml.WriteStartDocument(standalone: true);
            xml.WriteStartElement(new Worksheet());
            xml.WriteStartElement(new SheetData());
            xml.WriteElement(Row(1, [Text(data.CategoryName), .. data.AllSeries.Select(s => Text(s.Name))]));
            foreach (var (i, category) in data.Categories.Index())
                xml.WriteElement(Row(i + 2, [Text(category), .. data.AllSeries.Select(s => Number(s.Values[i]))]));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        book.Workbook = new(new Sheets(new Sheet { Name = Sheet, SheetId = 1, Id = "rId1" }));
    });

    private static Row Row(int number, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)number };

    private static Cell Text(string text) => new(new InlineString(new Text(text))) { DataType = CellValues.InlineString };

    private static Cell Number(decimal? number) => number is { } value ? new() { CellValue = new(value) } : new();
}
