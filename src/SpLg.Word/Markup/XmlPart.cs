using System.Xml;

namespace SpLg.Word.Markup;

/// <summary>
/// Reads the XML of a part as it stands: white space kept, no DTD, no outside entities, and within the limits of a
/// document.
/// </summary>
internal static class XmlPart
{
    public static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        // Comments and processing instructions are dropped, because neither is written again and both may be of any
        // length.
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <inheritdoc cref="Check"/>
    public static XDocument Parse(byte[] bytes, XmlBudget? budget = null, string part = "")
    {
        Check(bytes, budget, part);
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Looks whether a part may be read.</summary>
    /// <param name="bytes">Not changed.</param>
    /// <param name="budget">What the document has left; null for what no document has brought.</param>
    /// <param name="part">The part's name, for messages.</param>
    /// <exception cref="XmlException">The bytes are not well-formed XML or hold a DTD.</exception>
    /// <exception cref="DocumentTooLargeException">They hold more than a document may.</exception>
    public static void Check(byte[] bytes, XmlBudget? budget, string part)
    {
        budget ??= new();
        MarkupScan.Check(bytes, part);
        budget.Take(part, bytes.Length, Count(bytes, part, budget));
    }

    /// <summary>How many elements and attributes there are.</summary>
    private static int Count(byte[] bytes, string part, XmlBudget budget)
    {
        var nodes = 0;
        // The reader has one string for each name.
        var names = new HashSet<object>(ReferenceEqualityComparer.Instance);
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth > XmlBudget.Deepest)
                throw new DocumentTooLargeException(part, $"element i fler än {XmlBudget.Deepest} nivåer");
            budget.Time.Check();
            if (names.Add(reader.LocalName) && names.Count > XmlBudget.MostNames)
                throw new DocumentTooLargeException(part, "fler än 10 000 olika slags element");
            nodes += 1 + reader.AttributeCount;
            if (nodes > XmlBudget.MostNodes)
                throw DocumentTooLargeException.Nodes(part);
        }
        return nodes;
    }
}
