using System.IO.Compression;
using DocumentFormat.OpenXml.Spreadsheet;
using SpLg.Word.Workbooks;

namespace SpLg.Word.Figures;

/// <summary>The workbook behind a chart, so that Word's ”Redigera data” shows the same numbers as the chart.</summary>
internal static class ChartWorkbook
{
    /// <summary>The name of its sheet, which the chart's references lead to.</summary>
    public const string Sheet = "Data";

    private const string Rows = "xl/worksheets/sheet1.xml";

    // Its parts, the same in all but for the rows. They are written once, because building them for each chart took a
    // third of its workbook's time.
    private static readonly IReadOnlyList<(string Name, byte[] Bytes)> Parts = [.. PartsOf(Written(new()))];

    public static byte[] Write(ChartData data)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in Parts)
            {
                if (name == Rows)
                    XlsxPackage.Put(zip, Rows, RowsOf(data).WriteTo);
                else
                    ZipParts.Put(zip, name, bytes);
            }
        }
        return output.ToArray();
    }

    private static byte[] Written(Worksheet rows) =>
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
            package.Relate("xl/workbook.xml", ("worksheet", Rows));
            package.Add(Rows, "worksheet", rows.WriteTo);
        });

    private static IEnumerable<(string Name, byte[] Bytes)> PartsOf(byte[] xlsx)
    {
        using var zip = new ZipArchive(new MemoryStream(xlsx));
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            using var bytes = new MemoryStream();
            part.CopyTo(bytes);
            yield return (entry.FullName, bytes.ToArray());
        }
    }

    private static Worksheet RowsOf(ChartData data) =>
        new(
            new SheetData([
                Row(1, [Text(data.CategoryName), .. data.AllSeries.Select(s => Text(s.Name))]),
                .. data.Categories.Select(
                    (category, i) => Row(i + 2, [Text(category), .. data.AllSeries.Select(s => Number(s.Values[i]))])
                ),
            ])
        );

    private static Row Row(int number, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)number };

    private static Cell Text(string text) =>
        new(new InlineString(new Text(text))) { DataType = CellValues.InlineString };

    private static Cell Number(decimal? number) => number is { } value ? new() { CellValue = new(value) } : new();
}
