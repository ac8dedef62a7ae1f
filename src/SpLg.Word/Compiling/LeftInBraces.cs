using System.Net;
using System.Text.RegularExpressions;

namespace SpLg.Word.Compiling;

/// <summary>
/// One last look for names in braces where nothing is filled in, so that none is left in a document in silence.
/// </summary>
internal static partial class LeftInBraces
{
    // A part may hold as much as is copied of a template; nobody mends more than some.
    private const int Most = 20;
    private const int Longest = 2_000;

    private static readonly XNamespace Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    /// <summary>Parts by the beginning of their name, and what people call them.</summary>
    private static readonly (string Begin, string Called)[] Parts =
    [
        ("docProps/", "dokumentegenskaperna"),
        ("word/diagrams/", "en SmartArt-bild"),
        ("word/charts/", "ett diagram"),
        ("word/settings", "dokumentets inställningar"),
        ("word/numbering", "numreringen av en lista"),
        ("customXml/", "inbäddad XML"),
    ];

    /// <summary>Comments are for those who write the template.</summary>
    private static readonly string[] ForAuthors = ["word/comments", "word/people", "word/glossary/"];

    /// <summary>Tells of a text or attribute that is the same at every filling.</summary>
    public static void Tell(XObject constant, CompileContext context)
    {
        var text = constant is XAttribute attribute ? attribute.Value : ((XText)constant).Value;
        if (!text.Contains("{{", StringComparison.Ordinal) || IsReadElsewhere(constant))
            return;
        var at = constant.Parent!;
        var found = text[text.IndexOf("{{", StringComparison.Ordinal)..];
        var end = found.IndexOf("}}", StringComparison.Ordinal);
        context.Report(at, Message(end < 0 ? found : found[..(end + 2)], Called(at)), FindingLevel.Warning);
    }

    // Alternative texts and addresses are filled in, or what is wrong with them has been told. What is deleted, or stands
    // for a program of older kind, nobody sees.
    private static bool IsReadElsewhere(XObject constant) =>
        (constant is XAttribute { Name: var name } && (name == "descr" || name == Links.LinkTargets.Address))
        || constant.Parent!.Name == W.Main + "delText"
        || constant.Parent.Ancestors(W.Fallback).Any();

    /// <summary>Tells of the parts that are copied as they are.</summary>
    /// <param name="isFilled">Whether names are filled in there.</param>
    public static void TellParts(
        DocxPackage package,
        Func<string, bool> isFilled,
        MixedText? title,
        CompileContext context
    )
    {
        foreach (
            var part in package
                .Parts.Keys.Where(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                .Where(p => !isFilled(p) && !ForAuthors.Any(a => p.StartsWith(a, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
                .ToList()
        )
        {
            var called = Parts.FirstOrDefault(p => part.StartsWith(p.Begin, StringComparison.Ordinal)).Called ?? part;
            var ofTitle = part == CoreProperties.PartName ? title?.Typed : null;
            foreach (var name in package.Parts.Read(part, bytes => Names(bytes, context.Time)))
            {
                if (ofTitle?.Contains(name, StringComparison.Ordinal) != true)
                    context.Report(Message(name, called), FindingLevel.Warning);
            }
        }
    }

    private static List<string> Names(Stream part, WorkTime time)
    {
        using var bytes = new MemoryStream();
        var piece = new byte[1 << 16];
        while (part.Read(piece) is > 0 and var read)
        {
            time.Check();
            bytes.Write(piece, 0, read);
        }
        var names = new List<string>();
        var left = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        while (names.Count < Most && left.IndexOf("{{"u8) is >= 0 and var start)
        {
            left = left[start..];
            var end = left[..System.Math.Min(left.Length, Longest)].IndexOf("}}"u8);
            if (end >= 0)
            {
                var text = WebUtility.HtmlDecode(Tags().Replace(Encoding.UTF8.GetString(left[..(end + 2)]), ""));
                if (!names.Contains(text, StringComparer.Ordinal))
                    names.Add(text);
            }
            left = left[(end < 0 ? 2 : end + 2)..];
        }
        return names;
    }

    private static string Called(XElement at)
    {
        if (at.Name == W.Main + "instrText" || at.Name == W.Main + "fldSimple")
            return "koden för ett fält";
        return at.Name.Namespace == Math ? "en ekvation" : "ett objekt i texten";
    }

    private static string Message(string found, string called) =>
        $"”{Place.Excerpt(found)}” står i {called}, där inget fylls i. Det blir kvar i dokumentet som det står. Skriv namnet i "
        + "vanlig text i stället.";

    [GeneratedRegex("<[^<>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();
}
