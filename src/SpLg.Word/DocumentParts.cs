using System.Collections.Immutable;
using System.Security.Cryptography;

namespace SpLg.Word;

/// <summary>Parts of a Word document, to tell whether and where it is still the one that was written.</summary>
public static class DocumentParts
{
    /// <summary>Kinds of relationships that lead to parts which SharePoint writes.</summary>
    private static readonly string[] ToSharePoints =
    [
        "customXml",
        "core-properties",
        "extended-properties",
        "custom-properties",
    ];

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, by part name in ordinal order. A part is hashed as its unpacked bytes, so
    /// that it does not matter who packed the file; a relationship part as its relationships in order of id, without
    /// those to parts that SharePoint writes.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are no Word document, or it is damaged.</exception>
    public static ImmutableSortedDictionary<string, string> Hashes(ReadOnlyMemory<byte> docx) =>
        DocxPackage.Read(
            docx,
            package =>
                package.Parts.Keys.ToImmutableSortedDictionary(p => p, p => Hash(package, p), StringComparer.Ordinal)
        );

    /// <summary>
    /// Whether SharePoint writes the part by itself when a file lies in a library: a library's columns become
    /// properties of the document and custom XML items of its own ("property promotion and demotion"). What a reader
    /// sees of a document, its text, pictures, links, notes and comments, is never in such a part; nor is what SpLg
    /// keeps in the file.
    /// https://learn.microsoft.com/previous-versions/office/developer/sharepoint-2010/aa543341(v=office.14)
    /// </summary>
    /// <param name="part">As in <see cref="Hashes"/>.</param>
    public static bool IsWrittenBySharePoint(string part) =>
        part.StartsWith("docProps/", StringComparison.Ordinal)
        || (
            part.StartsWith("customXml/", StringComparison.Ordinal)
            && !part.StartsWith("customXml/splg", StringComparison.Ordinal)
            && !part.StartsWith("customXml/_rels/splg", StringComparison.Ordinal)
        );

    private static string Hash(DocxPackage package, string part) =>
        Convert.ToHexStringLower(
            part.EndsWith(".rels", StringComparison.Ordinal)
                ? SHA256.HashData(Relationships(package, part))
                : package.Parts.Read(part, SHA256.HashData)
        );

    private static byte[] Relationships(DocxPackage package, string part)
    {
        var lines = new PartRelationships(part, package.Open(part).Root)
            .All.Where(r => r.IsExternal || !ToSharePoints.Contains(r.Kind))
            .OrderBy(r => r.Id, StringComparer.Ordinal)
            .Select(r =>
                string.Create(CultureInfo.InvariantCulture, $"{r.Id}\t{r.Type}\t{r.Target}\t{r.IsExternal}\n")
            );
        return Encoding.UTF8.GetBytes(string.Concat(lines));
    }
}
