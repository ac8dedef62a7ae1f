using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace SpLg.Word.Validation;

/// <summary>
/// Holds documents against Word's format with the SDK's validator. It reads a file into objects of some 400 bytes an
/// element, so a file is given to it only below limits that keep a hostile one from filling the memory; a report of 300
/// pages is below them.
/// </summary>
public static partial class SchemaCheck
{
    // In all parts together: 330,000 took 8 s and 460 MB in a check that fills the template too.
    private const int MostElements = 150_000;

    // There is one for each part at most. The SDK takes 2.3 s and 280 MB for 300,000.
    private const int MostTypes = 10_000;

    // Looked for; a document has none, a template that another program has saved some forty.
    private const int MostFaults = 1_000;

    /// <summary>Never throws for what the bytes may hold.</summary>
    public static SchemaReport Of(ReadOnlyMemory<byte> docx) =>
        Check(
            docx,
            (package, document, limit) =>
            {
                var places = new FaultPlaces(package);
                return Report(Validator().Validate(document, limit), places);
            }
        );

    /// <summary>
    /// As <see cref="Of"/>, and what the generated parts of a document that was filled before are made from, which a
    /// filling brings back.
    /// </summary>
    internal static SchemaReport OfSource(ReadOnlyMemory<byte> docx) =>
        Check(
            docx,
            (package, document, limit) =>
            {
                var places = new FaultPlaces(package);
                var store = FilledMarks.Remove(package) ?? new();
                var kept = store
                    .Blocks.Select(b => Content(b.Prototype.Nodes(package.Budget)))
                    .Concat<OpenXmlElement>(
                        store.Charts.Values.Select(c => TypedPart.Read<ChartSpace>(Encoding.UTF8.GetBytes(c)))
                    );
                return Report(
                    Validator().Validate(document, limit).Concat(kept.SelectMany(c => Validator().Validate(c, limit))),
                    places
                );
            }
        );

    private static OpenXmlValidator Validator() =>
        new(FileFormatVersions.Microsoft365) { MaxNumberOfErrors = MostFaults };

    private static SchemaReport Report(IEnumerable<ValidationErrorInfo> errors, FaultPlaces places)
    {
        // The validator goes from the end to the beginning.
        var all = errors.Take(MostFaults).Reverse().ToList();
        var kinds = all.GroupBy(KeyOf, StringComparer.Ordinal);
        var faults = kinds.Select(g => places.Of(g.First(), g.Key) with { Count = g.Count() }).ToList();
        return new(
            faults,
            all.Count < MostFaults
                ? null
                : $"Det finns minst {MostFaults} fel mot Words format. Resten har inte letats upp."
        );
    }

    private static SchemaReport Check(
        ReadOnlyMemory<byte> docx,
        Func<DocxPackage, WordprocessingDocument, CancellationToken, SchemaReport> check
    )
    {
        try
        {
            return DocxPackage.Read(
                docx,
                package =>
                    Elements(package) > MostElements || package.Types.Count > MostTypes
                        ? new(
                            [],
                            $"Filen är för stor för att jämföras med Words format: den har mer än {MostElements} element."
                        )
                        : Check(docx, package, check)
            );
        }
        catch (Exception e) when (e is InvalidDataException or DocumentTooLargeException)
        {
            return new([], e.Message);
        }
    }

    private static SchemaReport Check(
        ReadOnlyMemory<byte> docx,
        DocxPackage package,
        Func<DocxPackage, WordprocessingDocument, CancellationToken, SchemaReport> check
    )
    {
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
            return check(package, document, limit.Token);
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

    private static void StopWhen(WorkTime time, CancellationTokenSource limit)
    {
        if (time.IsOver)
            limit.Cancel();
    }

    /// <summary>What is told of the same kind of fault is told once.</summary>
    private static string KeyOf(ValidationErrorInfo error) =>
        // What must be unique is told with its value, which a filling may change.
        $"{error.Id}|{error.Node?.LocalName}|"
        + (
            error.ErrorType == ValidationErrorType.Semantic
                ? Quoted().Replace(error.Description, "")
                : error.Description
        );

    /// <summary>
    /// How many elements there are in all parts of XML, whatever they are named; no more are counted than matter.
    /// </summary>
    private static int Elements(DocxPackage package)
    {
        var count = 0;
        foreach (var part in package.Parts.Keys)
        {
            count += package.Parts.Read(
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
            if (count > MostElements)
                break;
        }
        return count;
    }

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
        var holder =
            first == W.Row
                ? new XElement(W.Table, new XElement(W.Main + "tblPr"), new XElement(W.Main + "tblGrid"), elements)
            : first == W.Cell
                ? new(
                    W.Table,
                    new XElement(W.Main + "tblPr"),
                    new XElement(W.Main + "tblGrid"),
                    new XElement(W.Row, elements)
                )
            : first == W.Run || first == W.Hyperlink ? new(W.Paragraph, elements)
            : null;
        return new DocumentFormat.OpenXml.Wordprocessing.Body(
            new XElement(W.Body, holder is null ? elements : holder, within).ToString(SaveOptions.DisableFormatting)
        );
    }

    [GeneratedRegex("'[^']*'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
