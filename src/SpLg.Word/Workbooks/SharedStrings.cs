using System.Globalization;
using System.Xml;

namespace SpLg.Word.Workbooks;

/// <summary>The texts of all cells, each once. A text that stands here is never a formula, whatever it begins with.</summary>
internal sealed class SharedStrings
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private int uses;

    public int Add(string text)
    {
        uses++;
        if (places.TryGetValue(text, out var place))
            return place;
        places.Add(text, texts.Count);
        texts.Add(text);
        return texts.Count - 1;
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("sst", Spreadsheet.Main);
        xml.WriteAttributeString("count", uses.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("uniqueCount", texts.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var text in texts)
        {
            xml.WriteStartElement("si");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(SheetText.Escaped(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
