using System.Xml;

namespace SpLg.Word;

/// <summary>
/// The machine-readable part of a filled document that says where its figures come from; what it holds is the caller's.
/// </summary>
public static class TracePart
{
    /// <summary>
    /// The XML that <see cref="Template.Fill(object, Stream, DocumentProperties?, ReadOnlyMemory{byte})"/> was given,
    /// also after Word has saved the document;
    /// null when the file has none or is no Word document. Never throws for what the bytes may hold.
    /// </summary>
    public static byte[]? TryRead(ReadOnlyMemory<byte> docx) => DocxPackage.TryRead(docx, In);

    private static byte[]? In(DocxPackage package)
    {
        var main = package.Relationships(package.MainPart);
        return main
            .All.Where(r => r.Kind == "customXml" && !r.IsExternal)
            .Select(r => main.Resolve(r.Target))
            .Where(p => CustomXmlItem.Trace.Is(package, p))
            .Select(p => package.Parts[p])
            .FirstOrDefault();
    }

    /// <exception cref="ArgumentException">Word does not open a document with such a part.</exception>
    internal static void Check(ReadOnlyMemory<byte> trace)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(trace.ToArray(), writable: false),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            while (reader.Read()) { }
        }
        catch (XmlException e)
        {
            throw new ArgumentException("A trace has to be well-formed XML without a DTD.", nameof(trace), e);
        }
    }
}
