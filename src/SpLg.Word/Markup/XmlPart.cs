using System.Xml;
using System.Xml.Linq;

namespace SpLg.Word.Markup;

/// <summary>Reads the XML of a part as it stands: white space kept, no DTD, no outside entities.</summary>
internal static class XmlPart
{
    // Far deeper than any document, and far from what the stack bears: the tree is walked by methods that call themselves.
    private const int Deepest = 256;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="XmlException">The bytes are not well-formed XML, hold a DTD, or nest without end.</exception>
    public static XDocument Parse(ReadOnlySpan<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        CheckDepth(stream);
        stream.Position = 0;
        using var reader = XmlReader.Create(stream, Settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static void CheckDepth(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
                throw new XmlException($"elementen är nästlade i fler än {Deepest} nivåer");
        }
    }
}
