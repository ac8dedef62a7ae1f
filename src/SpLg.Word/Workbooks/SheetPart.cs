using System.Globalization;
using System.Xml;
using SpLg.Core.Checklists;
using SpLg.Core.Fields;
using SpLg.Core.Language;

namespace SpLg.Word.Workbooks;

/// <summary>Writes one sheet: its title and facts, then the table with a header that stays in sight and is printed on every page.</summary>
internal sealed class SheetPart(Sheet sheet, SharedStrings strings)
{
    // Day 0 of a workbook, such that day 61 is 1 March 1900; earlier days are off by one there.
    // https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly DateOnly FirstSafeDay = new(1900, 3, 1);

    // In points.
    private const double LineHeight = 15;
    private const double HighestRow = 409;

    /// <summary>The row of the table's header, from 1.</summary>
    public int HeaderRow { get; } = 3 + sheet.Facts.Count;

    /// <summary>The cells of the table; one without rows has an empty row, as a table must.</summary>
    public string TableCells => $"A{HeaderRow}:{Spreadsheet.Cell(sheet.Columns.Count, LastRow)}";

    private int LastRow => HeaderRow + Math.Max(1, sheet.Rows.Count);

    public void Write(XmlWriter xml, bool isFirst)
    {
        xml.WriteStartElement("worksheet", Spreadsheet.Main);
        xml.WriteAttributeString("xmlns", "r", null, Spreadsheet.Relationships);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.WriteRaw($"<sheetViews><sheetView {(isFirst ? "tabSelected=\"1\" " : "")}workbookViewId=\"0\"><pane ySplit=\"{HeaderRow}\" topLeftCell=\"A{HeaderRow + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            + $"<selection pane=\"bottomLeft\" activeCell=\"A{HeaderRow + 1}\" sqref=\"A{HeaderRow + 1}\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
        Widths(xml);
        xml.WriteStartElement("sheetData");
        Row(xml, 1, 1.5, () => Text(xml, 1, 1, sheet.Title, CellStyle.Title));
        for (var i = 0; i < sheet.Facts.Count; i++)
        {
            var (row, fact) = (i + 2, sheet.Facts[i]);
            // One cell, so that the width of the table's first column does not matter.
            Row(xml, row, 1, () => Text(xml, 1, row, $"{fact.Name}: {Shown(fact.Value)}", CellStyle.Plain));
        }
        Row(xml, HeaderRow, sheet.Columns.Max(c => Lines(c.Field.Name, c.Width)), () =>
        {
            for (var column = 0; column < sheet.Columns.Count; column++)
                Text(xml, column + 1, HeaderRow, sheet.Columns[column].Field.Name, CellStyle.Header);
        });
        for (var row = HeaderRow + 1; row <= LastRow; row++)
            Data(xml, row);
        xml.WriteEndElement();
        Choices(xml);
        xml.WriteRaw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
        xml.WriteStartElement("headerFooter");
        xml.WriteElementString("oddFooter", $"&L{FooterTitle()}&RSida &P av &N");
        xml.WriteEndElement();
        xml.WriteRaw("<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
        xml.WriteEndElement();
    }

    /// <summary>The table's own part, which is what makes it a table with filters and not only cells.</summary>
    public void WriteTable(XmlWriter xml, int number, string name)
    {
        xml.WriteStartElement("table", Spreadsheet.Main);
        foreach (var (attribute, value) in new[] { ("id", number.ToString(CultureInfo.InvariantCulture)), ("name", name), ("displayName", name), ("ref", TableCells), ("totalsRowShown", "0") })
            xml.WriteAttributeString(attribute, value);
        xml.WriteRaw($"<autoFilter ref=\"{TableCells}\"/>");
        xml.WriteStartElement("tableColumns");
        xml.WriteAttributeString("count", sheet.Columns.Count.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            xml.WriteStartElement("tableColumn");
            xml.WriteAttributeString("id", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("name", SheetText.Escaped(SheetText.Of(sheet.Columns[i].Field.Name)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteRaw("<tableStyleInfo name=\"TableStyleLight1\" showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"1\" showColumnStripes=\"0\"/>");
        xml.WriteEndElement();
    }

    private void Data(XmlWriter xml, int row)
    {
        var index = row - HeaderRow - 1;
        IReadOnlyList<object?> values = [.. sheet.Columns.Select(c => index < sheet.Rows.Count ? ValueOf(c.Field, sheet.Rows[index]) : null)];
        Row(xml, row, values.Select((v, i) => v is string text ? Lines(text, sheet.Columns[i].Width) : 1).Max(), () =>
        {
            for (var column = 0; column < values.Count; column++)
                Value(xml, column + 1, row, values[column], sheet.Columns[column].Field.Kind);
        });
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

    private void Value(XmlWriter xml, int column, int row, object? value, FieldKind kind)
    {
        switch (value)
        {
            case decimal number:
                Number(xml, column, row, number, CellStyle.Number);
                break;
            case DateOnly day:
                Number(xml, column, row, day.DayNumber - DayZero.DayNumber, CellStyle.Date);
                break;
            case string text:
                Text(xml, column, row, text, SheetText.LooksLikeFormula(text) ? CellStyle.Quoted : CellStyle.Text);
                break;
            default:
                // An empty cell has a look too, for what somebody writes in it.
                Start(xml, column, row, kind switch { FieldKind.Date => CellStyle.Date, FieldKind.Number => CellStyle.Number, _ => CellStyle.Text });
                xml.WriteEndElement();
                break;
        }
    }

    private void Text(XmlWriter xml, int column, int row, string text, CellStyle style)
    {
        Start(xml, column, row, style);
        xml.WriteAttributeString("t", "s");
        xml.WriteElementString("v", strings.Add(SheetText.Of(text)).ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, int column, int row, decimal number, CellStyle style)
    {
        Start(xml, column, row, style);
        xml.WriteElementString("v", number.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, int column, int row, CellStyle style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", Spreadsheet.Cell(column, row));
        xml.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
    }

    /// <param name="lines">How many lines of text the row holds; programs make the row so high until somebody changes it.</param>
    private static void Row(XmlWriter xml, int number, double lines, Action cells)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("ht", Math.Min(LineHeight * lines, HighestRow).ToString(CultureInfo.InvariantCulture));
        cells();
        xml.WriteEndElement();
    }

    /// <summary>An estimate: words are not split, so a line is seldom full.</summary>
    private static int Lines(string text, int width) => text.Split('\n').Sum(line => 1 + (int)(line.Length * 1.05 / width));

    private void Widths(XmlWriter xml)
    {
        xml.WriteStartElement("cols");
        for (var i = 1; i <= sheet.Columns.Count; i++)
            xml.WriteRaw($"<col min=\"{i}\" max=\"{i}\" width=\"{sheet.Columns[i - 1].Width}\" customWidth=\"1\"/>");
        xml.WriteEndElement();
    }

    private void Choices(XmlWriter xml)
    {
        var lists = sheet.Columns.Select((c, i) => (c.Choices, Column: i + 1)).Where(c => c.Choices.Count > 0).ToList();
        if (lists.Count == 0)
            return;
        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", lists.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var (choices, column) in lists)
        {
            xml.WriteStartElement("dataValidation");
            foreach (var (attribute, value) in new[]
            {
                ("type", "list"), ("errorStyle", "warning"), ("allowBlank", "1"), ("showErrorMessage", "1"), ("errorTitle", "Inte i listan"),
                ("error", $"Välj {string.Join(", ", choices)}."), ("sqref", $"{Spreadsheet.Cell(column, HeaderRow + 1)}:{Spreadsheet.Cell(column, LastRow)}"),
            })
                xml.WriteAttributeString(attribute, value);
            xml.WriteElementString("formula1", $"\"{string.Join(',', choices)}\"");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    /// <summary>An ampersand begins a code in a footer, and the whole footer holds 255 characters.</summary>
    private string FooterTitle()
    {
        var title = SheetText.Of(sheet.Title).Replace('\n', ' ');
        return (title.Length > 100 ? title[..(char.IsHighSurrogate(title[99]) ? 99 : 100)] : title).Replace("&", "&&", StringComparison.Ordinal);
    }
}
