using System.Xml;
using System.Xml.Linq;

namespace SpLg.Tracing;

/// <summary>
/// XML that traces of every kind of document share: the part they stand in, their namespace and how they are read
/// and written.
/// </summary>
internal static class TraceXml
{
    public static readonly XNamespace Space = "urn:splg:trace:1";

    /// <param name="name">Of the root element: which kind of trace is wanted.</param>
    /// <returns>Null when the Word file has no such trace, or one that cannot be read.</returns>
    public static T? TryRead<T>(byte[] docx, string name, Func<XElement, T?> read)
        where T : class
    {
        if (TracePart.TryRead(docx) is not { } part)
            return null;
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(part),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            return XDocument.Load(reader).Root is { } root && root.Name == Space + name ? read(root) : null;
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            // Someone else's part, or one edited by hand: the document is as good as without.
            return null;
        }
    }

    /// <summary>In UTF-8; the same trace gives the same bytes.</summary>
    public static byte[] Write(XElement root)
    {
        using var xml = new MemoryStream();
        using (
            var writer = XmlWriter.Create(
                xml,
                new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }
            )
        )
            root.Save(writer);
        return xml.ToArray();
    }

    /// <exception cref="FormatException">There is no such attribute.</exception>
    public static string Text(XElement element, string name) =>
        element.Attribute(name)?.Value
        ?? throw new FormatException($"<{element.Name.LocalName}> has no attribute '{name}'.");

    /// <summary>Cells may hold signs that XML cannot.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune);
        }
        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var sign in text)
        {
            if (!XmlConvert.IsXmlChar(sign))
                return false;
        }
        return true;
    }
}
