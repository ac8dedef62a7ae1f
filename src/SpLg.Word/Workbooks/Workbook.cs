using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = SpLg.Core.Checklists.Sheet;

namespace SpLg.Word.Workbooks;

/// <summary>Writes sheets as an .xlsx file. The same sheets give the same bytes.</summary>
public static class Workbook
{
    /// <param name="title">The file's title, as file lists and screen readers tell it.</param>
    /// <param name="sheets">At least one, each with at least one column.</param>
    public static byte[] Write(string title, IReadOnlyList<Sheet> sheets)
    {
        if (sheets.Count == 0)
            throw new ArgumentException("A workbook needs a sheet.", nameof(sheets));
        var strings = new SharedStrings();
        var names = SheetNames.Legal(sheets.Select(s => s.Name));
        return XlsxPackage.Write(package =>
        {
            var core = new CoreProperties(null) { Language = "sv-SE" };
            core.Set(new(Title: title, Subject: "Informationssäkerhet"));
            package.Add(CoreProperties.PartName, CoreProperties.ContentType, core.Write());
            package.Relate(
                "",
                ("officeDocument", "xl/workbook.xml"),
                (CoreProperties.RelationshipType, CoreProperties.PartName)
            );
            var entries = new Sheets();
            var titles = new DefinedNames();
            foreach (var (i, sheet) in sheets.Index())
            {
                var (part, number) = (new SheetPart(sheet, strings), i + 1);
                package.Add($"xl/worksheets/sheet{number}.xml", "worksheet", xml => part.Write(xml, isFirst: i == 0));
                package.Relate($"xl/worksheets/sheet{number}.xml", ("table", $"xl/tables/table{number}.xml"));
                package.Add(
                    $"xl/tables/table{number}.xml",
                    "table",
                    part.Table((uint)number, SheetNames.Table(names[i], number)).WriteTo
                );
                entries.Append(
                    new DocumentFormat.OpenXml.Spreadsheet.Sheet
                    {
                        Name = names[i],
                        SheetId = (uint)number,
                        Id = $"rId{number}",
                    }
                );
                var header = $"{SheetNames.Quoted(names[i])}!${part.HeaderRow}:${part.HeaderRow}";
                titles.Append(new DefinedName(header) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }
            package.Add("xl/styles.xml", XlsxPackage.Spreadsheet + "styles+xml", WorkbookStyles.Part);
            // After the sheets, when each has said what texts it has.
            package.Add("xl/sharedStrings.xml", "sharedStrings", strings.Write);
            var window = new WorkbookView
            {
                XWindow = 0,
                YWindow = 0,
                WindowWidth = 28800,
                WindowHeight = 15000,
            };
            var book = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new BookViews(window), entries, titles);
            package.Add("xl/workbook.xml", "sheet.main", book.WriteTo);
            package.Relate(
                "xl/workbook.xml",
                [
                    .. sheets.Select((_, i) => ("worksheet", $"xl/worksheets/sheet{i + 1}.xml")),
                    ("styles", "xl/styles.xml"),
                    ("sharedStrings", "xl/sharedStrings.xml"),
                ]
            );
        });
    }
}
