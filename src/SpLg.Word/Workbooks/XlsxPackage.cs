using System.IO.Compression;
using System.Xml;

namespace SpLg.Word.Workbooks;

/// <summary>
/// The package of an .xlsx file, whose parts the SDK writes. The package itself is ours: the SDK's (3.3.0) gives parts
/// the time of the clock and holds all of them in memory, and took four times as long for a workbook of a hundred rows.
/// </summary>
internal sealed class XlsxPackage
{
    /// <summary>The beginning of the content types of its parts.</summary>
    public const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly XmlWriterSettings Form = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly ContentTypes types = ContentTypes.Empty();
    private readonly ZipArchive zip;

    private XlsxPackage(ZipArchive zip)
    {
        this.zip = zip;
        types.SetDefault("rels", "application/vnd.openxmlformats-package.relationships+xml");
    }

    public static byte[] Write(Action<XlsxPackage> write)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            var package = new XlsxPackage(archive);
            write(package);
            ZipParts.Put(archive, ContentTypes.PartName, package.types.Write());
        }
        return output.ToArray();
    }

    /// <param name="part">Its name, such as <c>xl/workbook.xml</c>.</param>
    /// <param name="kind">The end of its content type, such as <c>worksheet</c>.</param>
    /// <param name="write">Given what the SDK's elements write themselves to.</param>
    public void Add(string part, string kind, Action<XmlWriter> write)
    {
        types.Set(part, $"{Spreadsheet}{kind}+xml");
        Put(zip, part, write);
    }

    /// <summary>Writes a part of XML as all of a workbook are.</summary>
    public static void Put(ZipArchive zip, string part, Action<XmlWriter> write)
    {
        using var stream = ZipParts.Begin(zip, part);
        using var xml = XmlWriter.Create(stream, Form);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    /// <summary>Adds a part of another kind of content.</summary>
    public void Add(string part, string type, byte[] content)
    {
        types.Set(part, type);
        ZipParts.Put(zip, part, content);
    }

    /// <summary>Writes what a part points to, under the ids rId1 and on.</summary>
    /// <param name="part">Empty for the package itself.</param>
    /// <param name="targets">The last word of each relationship's type, or the whole type, and the name of the
    /// part.</param>
    public void Relate(string part, params IReadOnlyList<(string Kind, string Target)> targets)
    {
        var relationships = new PartRelationships(part, null);
        foreach (var (i, (kind, target)) in targets.Index())
            relationships.Keep(
                $"rId{i + 1}",
                kind.Contains('/', StringComparison.Ordinal) ? kind : Office + kind,
                "/" + target
            );
        ZipParts.Put(zip, PartRelationships.PathOf(part), relationships.Write()!);
    }
}
