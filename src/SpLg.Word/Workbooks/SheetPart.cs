using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;
using Field = SpLg.Core.Fields.Field;
using Sheet = SpLg.Core.Checklists.Sheet;

namespace SpLg.Word.Workbooks;

/// <summary>
/// Writes one sheet: its title and facts, then the table with a header that stays in sight and is printed on every
/// page.
/// </summary>
internal sealed class SheetPart(Sheet sheet, SharedStrings strings)
{
    // Day 0 of a workbook, such that day 61 is 1 March 1900; earlier days are off by one there.
    // https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly DateOnly FirstSafeDay = new(1900, 3, 1);

    // Those of the SDK's elements.
    private const string Prefix = "x";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // In points.
    private const double LineHeight = 15;
    private const double HighestRow = 409;

    private static readonly string[] Looks =
    [
        .. Enum.GetValues<CellStyle>().Select(s => ((int)s).ToString(CultureInfo.InvariantCulture)),
    ];

    private readonly string[] letters = [.. Enumerable.Range(1, sheet.Columns.Count).Select(CellNames.Column)];
    private readonly object?[] values = new object?[sheet.Columns.Count];

    /// <summary>The row of the table's header, from 1.</summary>
    public int HeaderRow { get; } = 3 + sheet.Facts.Count;

    /// <summary>The cells of the table; one without rows has an empty row, as a table must.</summary>
    public string TableCells => $"A{HeaderRow}:{CellNames.Cell(sheet.Columns.Count, LastRow)}";

    private int LastRow => HeaderRow + Math.Max(1, sheet.Rows.Count);

    public void Write(XmlWriter xml, bool isFirst)
    {
        xml.WriteStartElement(Prefix, "worksheet", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relationships);
        new SheetProperties(new PageSetupProperties { FitToPage = true }).WriteTo(xml);
        View(isFirst).WriteTo(xml);
        new SheetFormatProperties { DefaultRowHeight = LineHeight }.WriteTo(xml);
        new Columns(
            sheet.Columns.Select(
                (c, i) =>
                    new Column
                    {
                        Min = (uint)i + 1,
                        Max = (uint)i + 1,
                        Width = c.Width,
                        CustomWidth = true,
                    }
            )
        ).WriteTo(xml);
        Rows(xml);
        Choices()?.WriteTo(xml);
        new PageMargins
        {
            Left = 0.5,
            Right = 0.5,
            Top = 0.6,
            Bottom = 0.6,
            Header = 0.3,
            Footer = 0.3,
        }.WriteTo(xml);
        new PageSetup
        {
            PaperSize = 9,
            Orientation = OrientationValues.Landscape,
            FitToWidth = 1,
            FitToHeight = 0,
        }.WriteTo(xml);
        new HeaderFooter(new OddFooter($"&L{FooterTitle()}&RSida &P av &N")).WriteTo(xml);
        new TableParts(new TablePart { Id = "rId1" }) { Count = 1 }.WriteTo(xml);
        xml.WriteEndElement();
    }

    private SheetViews View(bool isFirst)
    {
        var below = $"A{HeaderRow + 1}";
        var view = new SheetView(
            new Pane
            {
                VerticalSplit = HeaderRow,
                TopLeftCell = below,
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            },
            new Selection
            {
                Pane = PaneValues.BottomLeft,
                ActiveCell = below,
                SequenceOfReferences = new([below]),
            }
        )
        {
            WorkbookViewId = 0,
        };
        if (isFirst)
            view.TabSelected = true;
        return new(view);
    }

    private void Rows(XmlWriter xml)
    {
        xml.WriteStartElement(Prefix, "sheetData", Main);
        Begin(xml, 1, 1.5);
        Text(xml, 0, 1, SheetText.Of(sheet.Title), CellStyle.Title);
        xml.WriteEndElement();
        foreach (var (i, fact) in sheet.Facts.Index())
        {
            Begin(xml, i + 2, 1);
            // One cell, so that the width of the table's first column does not matter.
            Text(xml, 0, i + 2, SheetText.Of($"{fact.Name}: {Shown(fact.Value)}"), CellStyle.Plain);
            xml.WriteEndElement();
        }
        Begin(xml, HeaderRow, sheet.Columns.Max(c => Lines(c.Field.Name, c.Width)));
        foreach (var (i, column) in sheet.Columns.Index())
            Text(xml, i, HeaderRow, SheetText.Of(column.Field.Name), CellStyle.Header);
        xml.WriteEndElement();
        for (var row = HeaderRow + 1; row <= LastRow; row++)
            Data(xml, row);
        xml.WriteEndElement();
    }

    /// <summary>The part that makes the cells a table with filters.</summary>
    public Table Table(uint number, string name) =>
        new(
            new AutoFilter { Reference = TableCells },
            new TableColumns(
                sheet.Columns.Select(
                    (c, i) => new TableColumn { Id = (uint)i + 1, Name = SheetText.Escaped(SheetText.Of(c.Field.Name)) }
                )
            )
            {
                Count = (uint)sheet.Columns.Count,
            },
            new TableStyleInfo
            {
                Name = "TableStyleLight1",
                ShowFirstColumn = false,
                ShowLastColumn = false,
                ShowRowStripes = true,
                ShowColumnStripes = false,
            }
        )
        {
            Id = number,
            Name = name,
            DisplayName = name,
            Reference = TableCells,
            TotalsRowShown = false,
        };

    private void Data(XmlWriter xml, int row)
    {
        var index = row - HeaderRow - 1;
        var lines = 1;
        for (var i = 0; i < values.Length; i++)
        {
            var (field, width) = (sheet.Columns[i].Field, sheet.Columns[i].Width);
            values[i] = index < sheet.Rows.Count ? ValueOf(field, sheet.Rows[index]) : null;
            if (values[i] is string text)
                lines = Math.Max(lines, Lines(text, width));
        }
        Begin(xml, row, lines);
        for (var i = 0; i < values.Length; i++)
            Value(xml, i, row, values[i], sheet.Columns[i].Field.Kind);
        xml.WriteEndElement();
    }

    /// <summary>A number, a day that a workbook can count, or text fit for a cell; null for an empty cell.</summary>
    private static object? ValueOf(Field field, object row) =>
        field.Read(row) switch
        {
            string text => SheetText.Of(text, field.Kind) is { Length: > 0 } fit ? fit : null,
            bool answer => answer ? "Ja" : "Nej",
            DateOnly day when day < FirstSafeDay => Written(day),
            var value and (null or decimal or DateOnly) => value,
            var value => throw new InvalidOperationException(
                $"{field.Name} gave a {value.GetType().Name}, which a cell cannot show."
            ),
        };

    private static string Shown(object? value) =>
        value switch
        {
            null => "ej angivet",
            string text => text,
            decimal number => Swedish.Number(number),
            DateOnly day => Written(day),
            bool answer => answer ? "Ja" : "Nej",
            _ => throw new InvalidOperationException($"A fact is a {value.GetType().Name}, which a cell cannot show."),
        };

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Value(XmlWriter xml, int column, int row, object? value, FieldKind kind)
    {
        switch (value)
        {
            case decimal number:
                Cell(xml, column, row, CellStyle.Number, number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                Cell(
                    xml,
                    column,
                    row,
                    CellStyle.Date,
                    (day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture)
                );
                break;
            case string text:
                Text(xml, column, row, text, SheetText.LooksLikeFormula(text) ? CellStyle.Quoted : CellStyle.Text);
                break;
            default:
                // An empty cell has a look too, for what somebody writes in it.
                var look = kind switch
                {
                    FieldKind.Date => CellStyle.Date,
                    FieldKind.Number => CellStyle.Number,
                    _ => CellStyle.Text,
                };
                Cell(xml, column, row, look, null);
                break;
        }
    }

    /// <param name="text">Fit for a cell.</param>
    private void Text(XmlWriter xml, int column, int row, string text, CellStyle style) =>
        Cell(xml, column, row, style, strings.Add(text).ToString(CultureInfo.InvariantCulture), isText: true);

    // Not with the SDK's writer (3.3.0): with one element of each class written again and again, 10,000 rows took 1.7
    // times as long.
    private void Cell(XmlWriter xml, int column, int row, CellStyle style, string? value, bool isText = false)
    {
        xml.WriteStartElement(Prefix, "c", Main);
        xml.WriteAttributeString("r", letters[column] + row.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("s", Looks[(int)style]);
        if (isText)
            xml.WriteAttributeString("t", "s");
        if (value is not null)
            xml.WriteElementString(Prefix, "v", Main, value);
        xml.WriteEndElement();
    }

    /// <param name="lines">How many lines of text the row holds; programs make the row so high until somebody changes
    /// it.</param>
    private static void Begin(XmlWriter xml, int number, double lines)
    {
        xml.WriteStartElement(Prefix, "row", Main);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("ht", Math.Min(LineHeight * lines, HighestRow).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>An estimate: words are not split, so a line is seldom full.</summary>
    private static int Lines(string text, int width)
    {
        var lines = 0;
        foreach (var part in text.AsSpan().Split('\n'))
            lines += 1 + (int)((part.End.Value - part.Start.Value) * 1.05 / width);
        return lines;
    }

    private DataValidations? Choices()
    {
        var lists = sheet.Columns.Select((c, i) => (c.Choices, Column: i + 1)).Where(c => c.Choices.Count > 0).ToList();
        return lists.Count == 0
            ? null
            : new(
                lists.Select(l => new DataValidation(new Formula1($"\"{string.Join(',', l.Choices)}\""))
                {
                    Type = DataValidationValues.List,
                    ErrorStyle = DataValidationErrorStyleValues.Warning,
                    AllowBlank = true,
                    ShowErrorMessage = true,
                    ErrorTitle = "Inte i listan",
                    Error = $"Välj {string.Join(", ", l.Choices)}.",
                    SequenceOfReferences = new([
                        $"{CellNames.Cell(l.Column, HeaderRow + 1)}:{CellNames.Cell(l.Column, LastRow)}",
                    ]),
                })
            )
            {
                Count = (uint)lists.Count,
            };
    }

    /// <summary>An ampersand begins a code in a footer, and the whole footer holds 255 characters.</summary>
    private string FooterTitle()
    {
        var title = SheetText.Of(sheet.Title).Replace('\n', ' ');
        return (title.Length > 100 ? title[..(char.IsHighSurrogate(title[99]) ? 99 : 100)] : title).Replace(
            "&",
            "&&",
            StringComparison.Ordinal
        );
    }
}
