using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using SpLg.Core.Checklists;
using SpLg.Word.Packaging;

namespace SpLg.Word.Workbooks;

/// <summary>Writes sheets as an .xlsx file. The same sheets give the same bytes.</summary>
public static class Workbook
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    /// <param name="title">The file's title, as file lists and screen readers tell it.</param>
    /// <param name="sheets">At least one, each with at least one column.</param>
    public static byte[] Write(string title, IReadOnlyList<Sheet> sheets)
    {
        if (sheets.Count == 0)
            throw new ArgumentException("A workbook needs a sheet.", nameof(sheets));
        var strings = new SharedStrings();
        var names = SheetNames.Legal(sheets.Select(s => s.Name));
        var parts = sheets.Select(s => new SheetPart(s, strings)).ToList();
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Xml(zip, ContentTypes.PartName, x => Types(x, parts.Count));
            Xml(zip, "_rels/.rels", x => Relationships(x, [($"{Spreadsheet.Relationships}/officeDocument", "xl/workbook.xml"), (CoreProperties.RelationshipType, CoreProperties.PartName)]));
            var core = new CoreProperties(null) { Language = "sv-SE" };
            core.Set(new(Title: title, Subject: "Informationssäkerhet"));
            ZipParts.Put(zip, CoreProperties.PartName, core.Write());
            Xml(zip, "xl/workbook.xml", x => Book(x, names, parts));
            Xml(zip, "xl/_rels/workbook.xml.rels", x => Relationships(x,
            [
                .. parts.Select((_, i) => ($"{Spreadsheet.Relationships}/worksheet", $"worksheets/sheet{i + 1}.xml")),
                ($"{Spreadsheet.Relationships}/styles", "styles.xml"), ($"{Spreadsheet.Relationships}/sharedStrings", "sharedStrings.xml"),
            ]));
            ZipParts.Put(zip, "xl/styles.xml", Encoding.UTF8.GetBytes(WorkbookStyles.Xml));
            for (var i = 0; i < parts.Count; i++)
            {
                var (part, number) = (parts[i], i + 1);
                Xml(zip, $"xl/worksheets/sheet{number}.xml", x => part.Write(x, isFirst: number == 1));
                Xml(zip, $"xl/worksheets/_rels/sheet{number}.xml.rels", x => Relationships(x, [($"{Spreadsheet.Relationships}/table", $"../tables/table{number}.xml")]));
                Xml(zip, $"xl/tables/table{number}.xml", x => part.WriteTable(x, number, SheetNames.Table(names[number - 1], number)));
            }
            // Last, when every sheet has said what texts it has.
            Xml(zip, "xl/sharedStrings.xml", strings.Write);
        }
        return output.ToArray();
    }

    private static void Book(XmlWriter xml, IReadOnlyList<string> names, IReadOnlyList<SheetPart> parts)
    {
        xml.WriteStartElement("workbook", Spreadsheet.Main);
        xml.WriteAttributeString("xmlns", "r", null, Spreadsheet.Relationships);
        xml.WriteRaw("<bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"28800\" windowHeight=\"15000\"/></bookViews>");
        xml.WriteStartElement("sheets");
        for (var i = 0; i < names.Count; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", names[i]);
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("id", Spreadsheet.Relationships, $"rId{i + 1}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("definedNames");
        for (var i = 0; i < names.Count; i++)
        {
            xml.WriteStartElement("definedName");
            xml.WriteAttributeString("name", "_xlnm.Print_Titles");
            xml.WriteAttributeString("localSheetId", i.ToString(CultureInfo.InvariantCulture));
            xml.WriteString($"{SheetNames.Quoted(names[i])}!${parts[i].HeaderRow}:${parts[i].HeaderRow}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Types(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", Package + "content-types");
        Type(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type(xml, "Default", "Extension", "xml", "application/xml");
        Type(xml, "Override", "PartName", "/" + CoreProperties.PartName, CoreProperties.ContentType);
        Type(xml, "Override", "PartName", "/xl/workbook.xml", Spreadsheet.ContentType + "sheet.main+xml");
        Type(xml, "Override", "PartName", "/xl/styles.xml", Spreadsheet.ContentType + "styles+xml");
        Type(xml, "Override", "PartName", "/xl/sharedStrings.xml", Spreadsheet.ContentType + "sharedStrings+xml");
        for (var i = 1; i <= sheets; i++)
        {
            Type(xml, "Override", "PartName", $"/xl/worksheets/sheet{i}.xml", Spreadsheet.ContentType + "worksheet+xml");
            Type(xml, "Override", "PartName", $"/xl/tables/table{i}.xml", Spreadsheet.ContentType + "table+xml");
        }
        xml.WriteEndElement();
    }

    private static void Type(XmlWriter xml, string element, string key, string name, string type)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString(key, name);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private static void Relationships(XmlWriter xml, IReadOnlyList<(string Type, string Target)> all)
    {
        xml.WriteStartElement("Relationships", Package + "relationships");
        for (var i = 0; i < all.Count; i++)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", $"rId{i + 1}");
            xml.WriteAttributeString("Type", all[i].Type);
            xml.WriteAttributeString("Target", all[i].Target);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Xml(ZipArchive zip, string part, Action<XmlWriter> write)
    {
        using var stream = ZipParts.Begin(zip, part);
        using var xml = Spreadsheet.Xml(stream);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }
}
