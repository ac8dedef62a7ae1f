using System.Xml;
using System.Xml.Linq;

namespace SpLg.Word.Markup;

/// <summary>Reads the XML of a part as it stands: white space kept, no DTD, no outside entities.</summary>
internal static class XmlPart
{
    /// <exception cref="XmlException">The bytes are not well-formed XML, or hold a DTD.</exception>
    public static XDocument Parse(ReadOnlySpan<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
