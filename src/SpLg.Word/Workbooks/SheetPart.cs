using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SpLg.Core.Fields;
using SpLg.Core.Language;
using Field = SpLg.Core.Fields.Field;
using Sheet = SpLg.Core.Checklists.Sheet;

namespace SpLg.Word.Workbooks;

/// <summary>Writes one sheet: its title and facts, then the table with a header that stays in sight and is printed on every page.</summary>
internal sealed class SheetPart(Sheet sheet, SharedStrings strings)
{
    // Day 0 of a workbook, such that day 61 is 1 March 1900; earlier days are off by one there.
    // https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly DateOnly FirstSafeDay = new(1900, 3, 1);

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // In points.
    private const double LineHeight = 15;
    private const double HighestRow = 409;

    /// <summary>The row of the table's header, from 1.</summary>
    public int HeaderRow { get; } = 3 + sheet.Facts.Count;

    /// <summary>The cells of the table; one without rows has an empty row, as a table must.</summary>
    public string TableCells => $"A{HeaderRow}:{CellNames.Cell(sheet.Columns.Count, LastRow)}";

    private int LastRow => HeaderRow + Math.Max(1, sheet.Rows.Count);

    /// <param name="index">The sheet's place in the workbook, from 0.</param>
    /// <param name="table">The table's name.</param>
    public void Write(WorksheetPart part, int index, string table)
    {
        using (var xml = OpenXmlWriter.Create(part))
        {
            xml.WriteStartDocument(standalone: true);
            xml.WriteStartElement(new Worksheet(), [], [new("r", Relationships)]);
            xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
            xml.WriteElement(View(isFirst: index == 0));
            xml.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight });
            xml.WriteElement(new Columns(sheet.Columns.Select((c, i) =>
                new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
            Rows(xml);
            if (Choices() is { } choices)
                xml.WriteElement(choices);
            xml.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
            xml.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
            xml.WriteElement(new HeaderFooter(new OddFooter($"&L{FooterTitle()}&RSida &P av &N")));
            xml.WriteElement(new TableParts(new TablePart { Id = "rId1" }) { Count = 1 });
            xml.WriteEndElement();
        }
        part.AddNewPart<TableDefinitionPart>("rId1").Table = Table((uint)index + 1, table);
    }

    private SheetViews View(bool isFirst)
    {
        var below = $"A{HeaderRow + 1}";
        var view = new SheetView(
            new Pane { VerticalSplit = HeaderRow, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new([below]) }) { WorkbookViewId = 0 };
        if (isFirst)
            view.TabSelected = true;
        return new(view);
    }

    private void Rows(OpenXmlWriter xml)
    {
        xml.WriteStartElement(new SheetData());
        xml.WriteElement(Row(1, 1.5, [Text(1, 1, sheet.Title, CellStyle.Title)]));
        // One cell, so that the width of the table's first column does not matter.
        foreach (var (i, fact) in sheet.Facts.Index())
            xml.WriteElement(Row(i + 2, 1, [Text(1, i + 2, $"{fact.Name}: {Shown(fact.Value)}", CellStyle.Plain)]));
        xml.WriteElement(Row(
            HeaderRow,
            sheet.Columns.Max(c => Lines(c.Field.Name, c.Width)),
            sheet.Columns.Select((c, i) => Text(i + 1, HeaderRow, c.Field.Name, CellStyle.Header))));
        for (var row = HeaderRow + 1; row <= LastRow; row++)
            xml.WriteElement(Data(row));
        xml.WriteEndElement();
    }

    /// <summary>What makes the cells a table with filters and not only cells.</summary>
    private Table Table(uint number, string name) => new(
        new AutoFilter { Reference = TableCells },
        new TableColumns(sheet.Columns.Select((c, i) => new TableColumn { Id = (uint)i + 1, Name = SheetText.Escaped(SheetText.Of(c.Field.Name)) }))
        {
            Count = (uint)sheet.Columns.Count,
        },
        new TableStyleInfo { Name = "TableStyleLight1", ShowFirstColumn = false, ShowLastColumn = false, ShowRowStripes = true, ShowColumnStripes = false })
    {
        Id = number,
        Name = name,
        DisplayName = name,
        Reference = TableCells,
        TotalsRowShown = false,
    };

    private Row Data(int row)
    {
        var index = row - HeaderRow - 1;
        IReadOnlyList<object?> values = [.. sheet.Columns.Select(c => index < sheet.Rows.Count ? ValueOf(c.Field, sheet.Rows[index]) : null)];
        return Row(
            row,
            values.Select((v, i) => v is string text ? Lines(text, sheet.Columns[i].Width) : 1).Max(),
            values.Select((v, i) => Value(i + 1, row, v, sheet.Columns[i].Field.Kind)));
    }

    /// <summary>A number, a day that a workbook can count, or text fit for a cell; null for an empty cell.</summary>
    private static object? ValueOf(Field field, object row) => field.Read(row) switch
    {
        string text => SheetText.Of(text, field.Kind) is { Length: > 0 } fit ? fit : null,
        bool answer => answer ? "Ja" : "Nej",
        DateOnly day when day < FirstSafeDay => Written(day),
        var value and (null or decimal or DateOnly) => value,
        var value => throw new InvalidOperationException($"{field.Name} gave a {value.GetType().Name}, which a cell cannot show."),
    };

    private static string Shown(object? value) => value switch
    {
        null => "ej angivet",
        string text => text,
        decimal number => Swedish.Number(number),
        DateOnly day => Written(day),
        bool answer => answer ? "Ja" : "Nej",
        _ => throw new InvalidOperationException($"A fact is a {value.GetType().Name}, which a cell cannot show."),
    };

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Cell Value(int column, int row, object? value, FieldKind kind) => value switch
    {
        decimal number => Number(column, row, number, CellStyle.Number),
        DateOnly day => Number(column, row, day.DayNumber - DayZero.DayNumber, CellStyle.Date),
        string text => Text(column, row, text, SheetText.LooksLikeFormula(text) ? CellStyle.Quoted : CellStyle.Text),
        // An empty cell has a look too, for what somebody writes in it.
        _ => Cell(column, row, kind switch { FieldKind.Date => CellStyle.Date, FieldKind.Number => CellStyle.Number, _ => CellStyle.Text }),
    };

    private Cell Text(int column, int row, string text, CellStyle style)
    {
        var cell = Cell(column, row, style);
        cell.DataType = CellValues.SharedString;
        cell.CellValue = new(strings.Add(SheetText.Of(text)));
        return cell;
    }

    private static Cell Number(int column, int row, decimal number, CellStyle style)
    {
        var cell = Cell(column, row, style);
        cell.CellValue = new(number);
        return cell;
    }

    private static Cell Cell(int column, int row, CellStyle style) => new() { CellReference = CellNames.Cell(column, row), StyleIndex = (uint)style };

    /// <param name="lines">How many lines of text the row holds; programs make the row so high until somebody changes it.</param>
    private static Row Row(int number, double lines, IEnumerable<Cell> cells) =>
        new(cells) { RowIndex = (uint)number, Height = Math.Min(LineHeight * lines, HighestRow) };

    /// <summary>An estimate: words are not split, so a line is seldom full.</summary>
    private static int Lines(string text, int width) => text.Split('\n').Sum(line => 1 + (int)(line.Length * 1.05 / width));

    private DataValidations? Choices()
    {
        var lists = sheet.Columns.Select((c, i) => (c.Choices, Column: i + 1)).Where(c => c.Choices.Count > 0).ToList();
        return lists.Count == 0 ? null : new(lists.Select(l => new DataValidation(new Formula1($"\"{string.Join(',', l.Choices)}\""))
        {
            Type = DataValidationValues.List,
            ErrorStyle = DataValidationErrorStyleValues.Warning,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = "Inte i listan",
            Error = $"Välj {string.Join(", ", l.Choices)}.",
            SequenceOfReferences = new([$"{CellNames.Cell(l.Column, HeaderRow + 1)}:{CellNames.Cell(l.Column, LastRow)}"]),
        })) { Count = (uint)lists.Count };
    }

    /// <summary>An ampersand begins a code in a footer, and the whole footer holds 255 characters.</summary>
    private string FooterTitle()
    {
        var title = SheetText.Of(sheet.Title).Replace('\n', ' ');
        return (title.Length > 100 ? title[..(char.IsHighSurrogate(title[99]) ? 99 : 100)] : title).Replace("&", "&&", StringComparison.Ordinal);
    }
}
