using System.Globalization;
using System.Text;
using System.Xml;

namespace SpLg.Word.Workbooks;

/// <summary>What every part of a workbook is written with.</summary>
internal static class Spreadsheet
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly XmlWriterSettings Form = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize };

    public static XmlWriter Xml(Stream stream) => XmlWriter.Create(stream, Form);

    /// <summary>Column and row from 1 as <c>B7</c>.</summary>
    public static string Cell(int column, int row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    private static string Letters(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + (char)('A' + (column - 1) % 26);
}
