using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Tests.Pdf;

/// <summary>The words of a .docx as a reader sees them, to be looked for in its PDF.</summary>
/// <param name="Text">How often each word stands in the body and the notes.</param>
/// <param name="Around">Words that the PDF may hold besides, as often as it likes: of headers, footers and
/// charts.</param>
internal sealed partial record DocumentWords(IReadOnlyDictionary<string, int> Text, IReadOnlySet<string> Around)
{
    public static DocumentWords Of(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var main = document.MainDocumentPart!;
        var text = new StringBuilder();
        OpenXmlElement?[] stories = [main.Document.Body, main.FootnotesPart?.Footnotes, main.EndnotesPart?.Endnotes];
        foreach (var paragraph in stories.OfType<OpenXmlElement>().SelectMany(s => s.Descendants<Paragraph>()))
            Append(text, paragraph);
        var around = new StringBuilder();
        var headers = main.HeaderParts.SelectMany(h => h.Header.Descendants<Paragraph>());
        foreach (var paragraph in headers.Concat(main.FooterParts.SelectMany(f => f.Footer.Descendants<Paragraph>())))
            Append(around, paragraph);
        foreach (var word in main.ChartParts.SelectMany(c => c.ChartSpace.Descendants<OpenXmlLeafTextElement>()))
            around.Append(word.Text).Append('\n');
        // What pdftotext joins at the end of a line: risk- och sårbarhetsanalys.
        return new(
            Counted(Suspended().Replace(text.ToString(), "-")),
            Counted(around.ToString()).Keys.ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>
    /// What is wrong with the words of a PDF: those that are gone, and those that stand nowhere in the document, such
    /// as the code of a field.
    /// </summary>
    public IReadOnlyList<string> Faults(string pdf)
    {
        var there = Counted(pdf);
        var more = there
            .Where(w => w.Value > Text.GetValueOrDefault(w.Key))
            .ToDictionary(w => w.Key, w => w.Value - Text.GetValueOrDefault(w.Key), StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var (word, count) in Text)
        {
            for (var missing = count - there.GetValueOrDefault(word); missing > 0; missing--)
            {
                // A word that is too wide for its cell goes on in the next line.
                if (!TryTakePieces(word, more))
                    faults.Add($"gone: {word}");
            }
        }
        var known = Text.Keys.Concat(Around).ToList();
        faults.AddRange(
            more.Where(w =>
                    w.Value > 0
                    && !w.Key.All(char.IsAsciiDigit)
                    && !known.Exists(k => k.Contains(w.Key, StringComparison.Ordinal))
                )
                .Select(w => $"not in the document: {w.Key}")
        );
        return faults;
    }

    private static bool TryTakePieces(string word, Dictionary<string, int> from)
    {
        if (word.Length == 0)
            return true;
        for (var length = word.Length; length > 0; length--)
        {
            var piece = word[..length];
            if (from.GetValueOrDefault(piece) == 0)
                continue;
            from[piece]--;
            if (TryTakePieces(word[length..], from))
                return true;
            from[piece]++;
        }
        return false;
    }

    private static Dictionary<string, int> Counted(string text) =>
        // A hyphen at the end of a line may be the word's own or not: none counts.
        Word()
            .Matches(Hyphen().Replace(text.Normalize(NormalizationForm.FormKC), ""))
            .CountBy(m => m.Value, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

    private static void Append(StringBuilder to, Paragraph paragraph)
    {
        var fields = new Stack<(string Code, bool IsResult)>();
        var own = paragraph.Descendants().Where(e => e.Ancestors<Paragraph>().First() == paragraph);
        foreach (var element in own.Where(e => !e.Ancestors<AlternateContentFallback>().Any()))
        {
            switch (element)
            {
                case FieldChar begin when begin.FieldCharType?.Value == FieldCharValues.Begin:
                    fields.Push(("", false));
                    break;
                case FieldCode code when fields.TryPop(out var open):
                    fields.Push((open.Code + code.Text, open.IsResult));
                    break;
                case FieldChar separate
                    when separate.FieldCharType?.Value == FieldCharValues.Separate && fields.TryPop(out var open):
                    fields.Push((open.Code, true));
                    break;
                case FieldChar end when end.FieldCharType?.Value == FieldCharValues.End:
                    fields.TryPop(out _);
                    break;
                // The number of a page is LibreOffice's own.
                case Text text when !fields.Any(f => f.Code.Contains("PAGE", StringComparison.Ordinal)):
                    to.Append(text.Text);
                    break;
                case TabChar or Break:
                    to.Append(' ');
                    break;
            }
        }
        to.Append('\n');
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+|\p{N}+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Word();

    [GeneratedRegex("(?<=\\p{L})- (?=\\p{L})", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Suspended();

    [GeneratedRegex(@"[-\u00AD\u2010\u2011]", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Hyphen();
}
