using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using SpLg.Core.Rollup;
using SpLg.Word;

namespace SpLg.Tracing;

/// <summary>The part of a roll-up that says which organisations' evidence its figures come from. The rows behind them stand there.</summary>
/// <param name="Name">The document's title.</param>
internal sealed record RollupTrace(string Name, IReadOnlyList<RollupSource> Sources)
{
    private static readonly XNamespace Space = "urn:splg:trace:1";

    public static RollupTrace Of(RollupReview review) =>
        new(review.Title, [.. review.Organisations.Select(o => new RollupSource(o.Name, o.Source, o.Sha256, o.ApprovedBy, o.ApprovedOn))]);

    /// <summary>The trace of a Word file; null when it is no roll-up, or its trace cannot be read.</summary>
    public static RollupTrace? TryRead(byte[] docx)
    {
        if (TracePart.TryRead(docx) is not { } part)
            return null;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(part), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader).Root is { } root && root.Name == Space + "rollup" ? Read(root) : null;
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            // As with any other document: edited by hand it is as good as without.
            return null;
        }
    }

    /// <summary>XML in UTF-8; the same trace gives the same bytes.</summary>
    public byte[] Xml()
    {
        var root = new XElement(
            Space + "rollup",
            new XAttribute("document", Name),
            Sources.Select(s => new XElement(
                Space + "source",
                new XAttribute("organisation", DocumentTrace.Clean(s.Organisation)),
                new XAttribute("file", DocumentTrace.Clean(s.File)),
                new XAttribute("sha256", s.Sha256),
                new XAttribute("approvedBy", DocumentTrace.Clean(s.ApprovedBy)),
                new XAttribute("approvedOn", s.ApprovedOn.ToString("O", CultureInfo.InvariantCulture)))));
        using var xml = new MemoryStream();
        using (var writer = XmlWriter.Create(xml, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
            root.Save(writer);
        return xml.ToArray();
    }

    private static RollupTrace Read(XElement root) => new(
        DocumentTrace.Text(root, "document"),
        [.. root.Elements(Space + "source").Select(s => new RollupSource(
            DocumentTrace.Text(s, "organisation"),
            DocumentTrace.Text(s, "file"),
            DocumentTrace.Text(s, "sha256"),
            DocumentTrace.Text(s, "approvedBy"),
            DateOnly.ParseExact(DocumentTrace.Text(s, "approvedOn"), "O", CultureInfo.InvariantCulture)))]);
}
