using System.Xml;

namespace SpLg.Word.Packaging;

/// <summary>
/// The parts of a Word document, unpacked. Not the SDK's package (3.3.0): that reads 300,000 content types in 2.3 s and
/// 280 MB before anybody can refuse them, opens no file with a relationship to a part that is not there, and is written
/// when all of it is in memory.
/// </summary>
internal sealed class DocxPackage
{
    // A link of its own in each of 20,000 filled rows. They are read and written many times.
    private const int MostRelationships = 30_000;

    private string? mainPart;

    private DocxPackage(PackageParts parts)
    {
        Parts = parts;
        Types = new(Open(ContentTypes.PartName).Root!);
        Root = Relationships("");
        parts.Remove(ContentTypes.PartName);
        parts.Remove("_rels/.rels");
    }

    /// <summary>Content types and the package's relationships are apart.</summary>
    public PackageParts Parts { get; }

    public ContentTypes Types { get; }

    public XmlBudget Budget { get; } = new();

    public PartRelationships Root { get; }

    public string MainPart =>
        mainPart ??=
            Root.All.Where(r => r.Kind == "officeDocument").Select(r => Root.Resolve(r.Target)).FirstOrDefault() ?? "";

    /// <summary>Opens a Word document and reads something from it.</summary>
    /// <exception cref="InvalidDataException">The bytes are no Word document, or it is damaged.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> docx, Func<DocxPackage, T> read)
    {
        if (FileKind.FaultOf(docx.Span) is { } fault)
            throw new InvalidDataException(fault);
        try
        {
            var package = TryOpen(docx) ?? throw new InvalidDataException(FileKind.Zip);
            return package.Parts.ContainsKey(package.MainPart)
                ? read(package)
                : throw new InvalidDataException(FileKind.OfPackage(package));
        }
        catch (Exception e) when (e is XmlException or FormatException or EndOfStreamException)
        {
            throw new InvalidDataException(FileKind.Damaged, e);
        }
    }

    /// <summary>As <see cref="Read"/>; null for a file that is damaged, too large or no document.</summary>
    public static T? TryRead<T>(ReadOnlyMemory<byte> docx, Func<DocxPackage, T?> read)
        where T : class
    {
        try
        {
            return Read(docx, read);
        }
        catch (Exception e) when (e is InvalidDataException or DocumentTooLargeException)
        {
            return null;
        }
    }

    /// <exception cref="InvalidDataException">Not a zip file, damaged, or larger than is read.</exception>
    /// <exception cref="XmlException">The parts that say what the package holds are damaged.</exception>
    public static DocxPackage? TryOpen(ReadOnlyMemory<byte> bytes)
    {
        var parts = new PackageParts(bytes);
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

    /// <param name="budget">That of the filling, which may come long after the package was opened; null for the
    /// package's own.</param>
    public PartRelationships Relationships(string part, XmlBudget? budget = null)
    {
        var path = PartRelationships.PathOf(part);
        var root = Parts.ContainsKey(path) ? XmlPart.Parse(Parts[path], budget ?? Budget, path).Root : null;
        if (root is not null && root.Elements().Count() > MostRelationships)
            throw new DocumentTooLargeException(path, "fler än 30 000 relationer");
        return new(part, root);
    }

    /// <summary>Reads a part that is there.</summary>
    /// <exception cref="XmlException">It is damaged.</exception>
    /// <exception cref="DocumentTooLargeException">The parts that have been read hold more than is read of a
    /// document.</exception>
    public XDocument Open(string part) => XmlPart.Parse(Parts[part], Budget, part);
}
