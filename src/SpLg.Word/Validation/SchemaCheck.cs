using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace SpLg.Word.Validation;

/// <summary>
/// Holds documents against Word's format with the SDK's validator. It reads a file into objects of some 400 bytes an
/// element, so a larger file than a report of 300 pages is given to it in pieces, and one that cannot be is not.
/// </summary>
public static partial class SchemaCheck
{
    // Read at once: 330,000 took 8 s and 460 MB in a check that fills the template too.
    private const int MostElements = 150_000;

    // There is one for each part at most. The SDK takes 2.3 s and 280 MB for 300,000.
    private const int MostTypes = 10_000;

    private static readonly string TooLarge =
        $"Filen är för stor för att jämföras med Words format: den har mer än {MostElements} element i något som bara "
        + "kan läsas helt.";

    // Looked for; a document has none, a template that another program has saved some forty.
    private const int MostFaults = 1_000;

    /// <summary>Never throws for what the bytes may hold.</summary>
    public static SchemaReport Of(ReadOnlyMemory<byte> docx) => Check(docx, _ => []);

    /// <summary>
    /// As <see cref="Of"/>, and what the generated parts of a document that was filled before are made from, which a
    /// filling brings back.
    /// </summary>
    internal static SchemaReport OfSource(ReadOnlyMemory<byte> docx) =>
        Check(
            docx,
            package =>
            {
                var store = FilledMarks.Remove(package) ?? new();
                return store
                    .Blocks.Select(b => Content(b.Prototype.Nodes(package.Budget)))
                    .Concat<OpenXmlElement>(
                        store.Charts.Values.Select(c => TypedPart.Read<ChartSpace>(Encoding.UTF8.GetBytes(c)))
                    );
            }
        );

    private static OpenXmlValidator Validator() =>
        new(FileFormatVersions.Microsoft365) { MaxNumberOfErrors = MostFaults };

    /// <param name="more">What else is looked at.</param>
    private static SchemaReport Check(ReadOnlyMemory<byte> docx, Func<DocxPackage, IEnumerable<OpenXmlElement>> more)
    {
        try
        {
            return DocxPackage.Read(docx, package => Check(docx, package, more));
        }
        catch (Exception e) when (e is InvalidDataException or DocumentTooLargeException)
        {
            return new([], e.Message);
        }
    }

    private static SchemaReport Check(
        ReadOnlyMemory<byte> docx,
        DocxPackage package,
        Func<DocxPackage, IEnumerable<OpenXmlElement>> more
    )
    {
        var (text, others) = Elements(package);
        var isLarge = text + others > MostElements;
        if (others > MostElements || package.Types.Count > MostTypes)
            return new([], TooLarge);
        var main = isLarge ? package.Parts[package.MainPart] : [];
        if (isLarge && TextPieces.Largest(main, package.MainPart) > MostElements)
            return new([], TooLarge);
        var time = new WorkTime();
        // Not disposed, because the clock may ring while it is stopped.
        var limit = new CancellationTokenSource();
        using var clock = new Timer(_ => StopWhen(time, limit), null, WorkTime.Most, TimeSpan.FromMilliseconds(500));
        try
        {
            using var document = WordprocessingDocument.Open(
                new MemoryStream(docx.ToArray(), writable: false),
                isEditable: false
            );
            var places = new FaultPlaces(package);
            var errors = isLarge
                ? InPieces(document, main, limit.Token)
                : Validator().Validate(document, limit.Token).Select(e => new Found(e, null));
            // The validator goes from the end to the beginning.
            var all = errors
                .Concat(
                    more(package).SelectMany(c => Validator().Validate(c, limit.Token)).Select(e => new Found(e, null))
                )
                .Take(MostFaults)
                .Reverse()
                .ToList();
            var faults = all.GroupBy(f => KeyOf(f.Error), StringComparer.Ordinal)
                .Select(g => places.Of(g.First(), g.Key) with { Count = g.Count() })
                .ToList();
            return new(
                faults,
                all.Count < MostFaults
                    ? null
                    : $"Det finns minst {MostFaults} fel mot Words format. Resten har inte letats upp."
            )
            {
                IsInPieces = isLarge,
            };
        }
        catch (OperationCanceledException)
        {
            return new([], "Filen är för invecklad för att jämföras med Words format.");
        }
        catch (Exception e)
            when (e
                    is OpenXmlPackageException
                        or XmlException
                        or FormatException
                        or InvalidOperationException
                        or ArgumentException
                        or FileFormatException
            )
        {
            // The SDK throws all of these for what a file may hold, and says nothing of where.
            var message = $"Filen går inte att läsa som Words format säger ({e.Message}).";
            return new([new("open", null, "filen", null, message)], message);
        }
    }

    /// <summary>
    /// The text in pieces, from the end to the beginning, and then each other part. What must be unique in the whole
    /// text, and the order of what stands in different pieces, is not looked at.
    /// </summary>
    private static IEnumerable<Found> InPieces(WordprocessingDocument document, byte[] text, CancellationToken limit)
    {
        var found = new List<Found>();
        foreach (var piece in TextPieces.Of(text))
        {
            limit.ThrowIfCancellationRequested();
            found.AddRange(
                Validator().Validate(piece.Document, limit).Reverse().Select(e => new Found(e, piece.Before + 1))
            );
            if (found.Count >= MostFaults)
                break;
        }
        found.Reverse();
        return found.Concat(
            document
                .GetAllParts()
                .Where(p => p != document.MainDocumentPart)
                .SelectMany(p => Validator().Validate(p, limit))
                .Select(e => new Found(e, null))
        );
    }

    private static void StopWhen(WorkTime time, CancellationTokenSource limit)
    {
        if (time.IsOver)
            limit.Cancel();
    }

    /// <summary>Faults of the same kind are told once.</summary>
    private static string KeyOf(ValidationErrorInfo error) =>
        // What must be unique is told with its value, which a filling may change.
        $"{error.Id}|{error.Node?.LocalName}|"
        + (
            error.ErrorType == ValidationErrorType.Semantic
                ? Quoted().Replace(error.Description, "")
                : error.Description
        );

    /// <summary>
    /// How many elements there are in the text, and in all other parts of XML, whatever they are named; no more are
    /// counted of those than matter.
    /// </summary>
    private static (int Text, int Others) Elements(DocxPackage package)
    {
        var others = 0;
        foreach (var part in package.Parts.Keys.Where(p => p != package.MainPart))
        {
            others += Elements(package, part);
            if (others > MostElements)
                break;
        }
        return (Elements(package, package.MainPart), others);
    }

    private static int Elements(DocxPackage package, string part) =>
        package.Parts.Read(
            part,
            stream =>
            {
                var (buffer, elements) = (new byte[1 << 16], 0);
                for (int read; elements <= MostElements && (read = stream.Read(buffer)) > 0; )
                {
                    if (elements == 0 && !MayBeXml(buffer))
                        break;
                    elements += buffer.AsSpan(0, read).Count((byte)'<') - buffer.AsSpan(0, read).Count("</"u8);
                }
                return elements;
            }
        );

    /// <summary>
    /// XML begins with a tag, white space or the mark of an encoding; pictures do not, but for FF D8 of JPEG.
    /// </summary>
    private static bool MayBeXml(ReadOnlySpan<byte> part) =>
        part
            is [
                (byte)'<'
                or (byte)' '
                or (byte)'\r'
                or (byte)'\n'
                or (byte)'\t'
                or 0xEF
                or 0xFE
                or 0
                or 0xFF,
                not 0xD8,
                ..,
            ];

    /// <summary>Nodes of a document in an element that they may stand in.</summary>
    private static OpenXmlElement Content(IReadOnlyList<XNode> nodes)
    {
        var elements = nodes.OfType<XElement>().ToList();
        var notes = elements.Descendants(NoteSheet.Inlined).ToList();
        var within = notes.Elements().ToList();
        notes.Remove();
        var first = elements.FirstOrDefault()?.Name;
        object holder = elements;
        if (first == W.Row)
            holder = Table(elements);
        else if (first == W.Cell)
            holder = Table(new XElement(W.Row, elements));
        else if (first == W.Run || first == W.Hyperlink)
            holder = new XElement(W.Paragraph, elements);
        return new DocumentFormat.OpenXml.Wordprocessing.Body(
            new XElement(W.Body, holder, within).ToString(SaveOptions.DisableFormatting)
        );

        static XElement Table(object rows) =>
            new(W.Table, new XElement(W.Main + "tblPr"), new XElement(W.Main + "tblGrid"), rows);
    }

    /// <summary>A fault that the validator reports.</summary>
    /// <param name="Paragraph">The first paragraph or row of the piece it is in, from 1; null when the file was looked
    /// at as a whole.</param>
    internal readonly record struct Found(ValidationErrorInfo Error, int? Paragraph);

    [GeneratedRegex("'[^']*'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
