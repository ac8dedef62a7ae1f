using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Features;
using DocumentFormat.OpenXml.Packaging;

namespace SpLg.Word.Packaging;

/// <summary>A part as the SDK's class for it.</summary>
internal static class TypedPart
{
    // The SDK's reader learns from this which class an element has; only a package gives it out.
    private static readonly IFeatureCollection Features = WordprocessingDocument
        .Create(new MemoryStream(), WordprocessingDocumentType.Document)
        .Features;

    /// <param name="bytes">Of the part.</param>
    /// <exception cref="System.Xml.XmlException">The bytes are not well-formed XML or are of another part.</exception>
    /// <exception cref="DocumentTooLargeException">They hold more than a part may.</exception>
    public static T Read<T>(byte[] bytes, XmlBudget? budget = null, string part = "")
        where T : OpenXmlPartRootElement
    {
        XmlPart.Check(bytes, budget, part);
        using var reader = Reader(bytes);
        return reader.Read() && reader.LoadCurrentElement() is T root
            ? root
            : throw new System.Xml.XmlException($"The part is no {typeof(T).Name}.");
    }

    /// <summary>Goes through a part, so that an element of it at a time is in memory.</summary>
    public static OpenXmlPartReader Reader(byte[] bytes) =>
        new(new MemoryStream(bytes, writable: false), Features, new OpenXmlPartReaderOptions());

    public static byte[] Write(OpenXmlPartRootElement root)
    {
        using var output = new MemoryStream();
        root.Save(output);
        return output.ToArray();
    }
}
