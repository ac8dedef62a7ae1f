using DocumentFormat.OpenXml.Spreadsheet;
using SpLg.Word.Workbooks;

namespace SpLg.Word.Figures;

/// <summary>The workbook behind a chart, so that Word's ”Redigera data” shows the same numbers as the chart.</summary>
internal static class ChartWorkbook
{
    /// <summary>The name of its sheet, which the chart's references lead to.</summary>
    public const string Sheet = "Data";

    public static byte[] Write(ChartData data) =>
        XlsxPackage.Write(package =>
        {
            package.Relate("", ("officeDocument", "xl/workbook.xml"));
            var sheets = new Sheets(
                new Sheet
                {
                    Name = Sheet,
                    SheetId = 1,
                    Id = "rId1",
                }
            );
            package.Add(
                "xl/workbook.xml",
                "sheet.main",
                new DocumentFormat.OpenXml.Spreadsheet.Workbook(sheets).WriteTo
            );
            package.Relate("xl/workbook.xml", ("worksheet", "xl/worksheets/sheet1.xml"));
            package.Add(
                "xl/worksheets/sheet1.xml",
                "worksheet",
                new Worksheet(
                    new SheetData([
                        Row(1, [Text(data.CategoryName), .. data.AllSeries.Select(s => Text(s.Name))]),
                        .. data.Categories.Select(
                            (category, i) =>
                                Row(i + 2, [Text(category), .. data.AllSeries.Select(s => Number(s.Values[i]))])
                        ),
                    ])
                ).WriteTo
            );
        });

    private static Row Row(int number, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)number };

    private static Cell Text(string text) =>
        new(new InlineString(new Text(text))) { DataType = CellValues.InlineString };

    private static Cell Number(decimal? number) => number is { } value ? new() { CellValue = new(value) } : new();
}
