using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using SpLg.Word.Markup;
using SpLg.Word.Packaging;

namespace SpLg.Word.Figures;

/// <summary>The workbook behind a chart, so that Word's ”Redigera data” shows the same numbers as the chart.</summary>
internal static class ChartWorkbook
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string ContentTypes =
        Head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";

    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Write(ChartData data)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            ZipParts.Put(zip, "[Content_Types].xml", Utf8(ContentTypes));
            ZipParts.Put(zip, "_rels/.rels", Relationship("officeDocument", "xl/workbook.xml"));
            ZipParts.Put(zip, "xl/workbook.xml", Workbook());
            ZipParts.Put(zip, "xl/_rels/workbook.xml.rels", Relationship("worksheet", "worksheets/sheet1.xml"));
            ZipParts.Put(zip, "xl/worksheets/sheet1.xml", Rows(data));
        }
        return output.ToArray();
    }

    private static byte[] Rows(ChartData data)
    {
        var rows = new List<XElement> { Row(1, [Text(data.CategoryName), .. data.AllSeries.Select(s => Text(s.Name))]) };
        for (var i = 0; i < data.Categories.Count; i++)
            rows.Add(Row(i + 2, [Text(data.Categories[i]), .. data.AllSeries.Select(s => Number(s.Values[i]))]));
        return XmlOutput.Document(new(new XElement(Sheet + "worksheet", new XAttribute("xmlns", Sheet.NamespaceName), new XElement(Sheet + "sheetData", rows))));
    }

    private static XElement Row(int number, XElement[] cells) => new(Sheet + "row", new XAttribute("r", number), cells);

    private static XElement Text(string text) => new(Sheet + "c", new XAttribute("t", "inlineStr"), new XElement(Sheet + "is", new XElement(Sheet + "t", text)));

    private static XElement Number(decimal? number) => new(Sheet + "c", number is { } value ? new XElement(Sheet + "v", value.ToString(CultureInfo.InvariantCulture)) : null);

    private static byte[] Workbook() => Utf8(
        Head + $"<workbook xmlns=\"{Sheet}\" xmlns:r=\"{OfficeRelationships}\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");

    private static byte[] Relationship(string kind, string target) => Utf8(
        Head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + $"<Relationship Id=\"rId1\" Type=\"{OfficeRelationships}/{kind}\" Target=\"{target}\"/></Relationships>");

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
