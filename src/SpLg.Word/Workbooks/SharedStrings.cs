using System.Runtime.InteropServices;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SpLg.Word.Workbooks;

/// <summary>The texts of all cells, each once. A text that stands here is never a formula, whatever it begins with.</summary>
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

    public void Write(SharedStringTablePart part)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement(new SharedStringTable { Count = uses, UniqueCount = (uint)texts.Count });
        var (item, shown) = (new SharedStringItem(), new Text { Space = SpaceProcessingModeValues.Preserve });
        foreach (var text in texts)
        {
            xml.WriteStartElement(item);
            xml.WriteStartElement(shown);
            xml.WriteString(SheetText.Escaped(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
