using System.IO.Compression;
using System.Xml;

namespace SpLg.Word.Packaging;

/// <summary>The parts of a Word document, unpacked.</summary>
internal sealed class DocxPackage
{
    // Far above any real template; stops a file made to unpack without end.
    private const long LargestUnpacked = 1L << 30;

    private DocxPackage(Dictionary<string, byte[]> parts)
    {
        Parts = parts;
        Types = new(parts[ContentTypes.PartName]);
        Root = Relationships("");
        parts.Remove(ContentTypes.PartName);
        parts.Remove("_rels/.rels");
    }

    /// <summary>Bytes by part name without leading slash; content types and the package's relationships are apart.</summary>
    public Dictionary<string, byte[]> Parts { get; }

    public ContentTypes Types { get; }

    public PartRelationships Root { get; }

    public string MainPart => Root.All.Where(r => r.Kind == "officeDocument").Select(r => Root.Resolve(r.Target)).FirstOrDefault() ?? "";

    /// <summary>Opens a Word document and reads something from it.</summary>
    /// <exception cref="InvalidDataException">The bytes are no Word document, or it is damaged.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> docx, Func<DocxPackage, T> read)
    {
        if (FileKind.FaultOf(docx.Span) is { } fault)
            throw new InvalidDataException(fault);
        try
        {
            var package = TryOpen(docx) ?? throw new InvalidDataException(FileKind.Zip);
            return package.Parts.ContainsKey(package.MainPart) ? read(package) : throw new InvalidDataException(FileKind.OfPackage(package));
        }
        catch (Exception e) when (e is XmlException or FormatException or EndOfStreamException)
        {
            throw new InvalidDataException(FileKind.Damaged, e);
        }
    }

    /// <exception cref="InvalidDataException">Not a zip file, or damaged.</exception>
    /// <exception cref="XmlException">The parts that say what the package holds are damaged.</exception>
    public static DocxPackage? TryOpen(ReadOnlyMemory<byte> bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (zip.Entries.Sum(e => e.Length) > LargestUnpacked)
            throw new InvalidDataException("The file unpacks to more than a gigabyte.");
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith('/'))
                continue;
            using var stream = entry.Open();
            var part = new byte[entry.Length];
            stream.ReadExactly(part);
            parts[entry.FullName.Replace('\\', '/')] = part;
        }
        return parts.ContainsKey(ContentTypes.PartName) ? new(parts) : null;
    }

    /// <summary>Puts changed relationships of a part in the place of those it had.</summary>
    public void Put(PartRelationships relationships)
    {
        var path = PartRelationships.PathOf(relationships.Part);
        if (relationships.Write() is { } bytes)
            Parts[path] = bytes;
        else
            Parts.Remove(path);
    }

    public PartRelationships Relationships(string part) => new(part, Parts.GetValueOrDefault(PartRelationships.PathOf(part)));
}
