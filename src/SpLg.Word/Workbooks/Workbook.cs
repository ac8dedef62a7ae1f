using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SpLg.Word.Packaging;
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
        return XlsxPackage.Write((document, book) =>
        {
            var core = new CoreProperties(null) { Language = "sv-SE" };
            core.Set(new(Title: title, Subject: "Informationssäkerhet"));
            document.AddNewPart<CoreFilePropertiesPart>(CoreProperties.ContentType, "rId2").FeedData(new MemoryStream(core.Write(), writable: false));
            var entries = new Sheets();
            var titles = new DefinedNames();
            foreach (var (i, sheet) in sheets.Index())
            {
                var part = new SheetPart(sheet, strings);
                part.Write(book.AddNewPart<WorksheetPart>($"rId{i + 1}"), i, SheetNames.Table(names[i], i + 1));
                entries.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = names[i], SheetId = (uint)i + 1, Id = $"rId{i + 1}" });
                titles.Append(new DefinedName($"{SheetNames.Quoted(names[i])}!${part.HeaderRow}:${part.HeaderRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }
            book.AddNewPart<WorkbookStylesPart>($"rId{sheets.Count + 1}").Stylesheet = WorkbookStyles.Create();
            // After the sheets, when each has said what texts it has.
            strings.Write(book.AddNewPart<SharedStringTablePart>($"rId{sheets.Count + 2}"));
            var window = new WorkbookView { XWindow = 0, YWindow = 0, WindowWidth = 28800, WindowHeight = 15000 };
            book.Workbook = new(new BookViews(window), entries, titles);
        });
    }
}
