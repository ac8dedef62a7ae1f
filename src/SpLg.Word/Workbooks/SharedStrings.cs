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
        if (places.TryGetValue(text, out var place))
            return place;
        places.Add(text, texts.Count);
        texts.Add(text);
        return texts.Count - 1;
    }

    public void Write(SharedStringTablePart part)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement(new SharedStringTable { Count = uses, UniqueCount = (uint)texts.Count });
        foreach (var text in texts)
            xml.WriteElement(new SharedStringItem(new Text(SheetText.Escaped(text)) { Space = SpaceProcessingModeValues.Preserve }));
        xml.WriteEndElement();
    }
}
