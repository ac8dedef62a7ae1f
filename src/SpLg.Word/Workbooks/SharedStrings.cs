using System.Runtime.InteropServices;
using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SpLg.Word.Workbooks;

/// <summary>
/// The texts of all cells, each once. A text that stands here is never a formula, whatever it begins with.
/// </summary>
internal sealed class SharedStrings
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private uint uses;

    public int Add(string text)
    {
        uses++;
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, text, out var isKnown);
        if (isKnown)
            return place;
        texts.Add(text);
        return place = texts.Count - 1;
    }

    public void Write(XmlWriter xml)
    {
        var table = new SharedStringTable { Count = uses, UniqueCount = (uint)texts.Count };
        xml.WriteStartElement(table.Prefix, table.LocalName, table.NamespaceUri);
        foreach (var attribute in table.GetAttributes())
            xml.WriteAttributeString(attribute.LocalName, attribute.Value);
        foreach (var text in texts)
        {
            xml.WriteStartElement(table.Prefix, "si", table.NamespaceUri);
            xml.WriteStartElement(table.Prefix, "t", table.NamespaceUri);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(SheetText.Escaped(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
