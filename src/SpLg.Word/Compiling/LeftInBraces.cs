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
    private const int MostFound = 1_000;
    private const int MostBytes = 20_000_000;
    private const int Longest = 2_000;
    private const string Diagrams = "word/diagrams/";

    private static readonly XNamespace Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    /// <summary>Parts by the beginning of their name, and what people call them.</summary>
    private static readonly (string Begin, string Called)[] Parts =
    [
        ("docProps/", "dokumentegenskaperna"),
        (Diagrams, "en SmartArt-bild"),
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
        if (constant is XAttribute attribute)
            Tell(attribute.Value, constant, context);
        else if (TextsOfEquation(constant.Parent!, context.Time) is not { } texts)
            Tell(((XText)constant).Value, constant, context);
        else if (texts.First() == constant.Parent)
            Tell(string.Concat(texts.Select(t => t.Value)), constant, context);
    }

    private static void Tell(string text, XObject constant, CompileContext context)
    {
        var left = text.AsSpan();
        for (var found = 0; found < Most && left.IndexOf("{{") is >= 0 and var start; found++)
        {
            if (found == 0 && IsReadElsewhere(constant))
                return;
            left = left[start..];
            var end = left.IndexOf("}}");
            var name = end < 0 ? left : left[..(end + 2)];
            context.Report(constant.Parent!, Message(name.ToString(), Called(constant.Parent!)), FindingLevel.Warning);
            left = left[name.Length..];
        }
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
            var isSplit = part.StartsWith(Diagrams, StringComparison.Ordinal);
            var (names, hasMore) = package.Parts.Read(part, bytes => Names(bytes, isSplit, context.Time));
            foreach (var name in names.Where(n => ofTitle?.Contains(n, StringComparison.Ordinal) != true))
                context.Report(Message(name, called), FindingLevel.Warning);
            if (hasMore)
                context.Report(
                    $"Bara början av {called} har letats igenom efter namn i klamrar, eftersom det finns så mycket där. I "
                        + "resten kan det stå namn som inte fylls i.",
                    FindingLevel.Warning
                );
        }
    }

    /// <param name="isSplit">Whether a name may be cut into runs, so that the tags between them do not count.</param>
    /// <returns>Each name once, and whether not all of the part was looked at.</returns>
    private static (List<string> Names, bool HasMore) Names(Stream part, bool isSplit, WorkTime time)
    {
        using var bytes = new MemoryStream();
        var piece = new byte[1 << 16];
        while (bytes.Length <= MostBytes && part.Read(piece) is > 0 and var read)
        {
            time.Check();
            bytes.Write(piece, 0, read);
        }
        var left = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        if (isSplit)
            left = left[..WithoutTags(left)];
        var names = new List<string>();
        var found = 0;
        for (; found < MostFound && names.Count < Most && left.IndexOf("{{"u8) is >= 0 and var start; found++)
        {
            time.Check();
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
        return (names, bytes.Length > MostBytes || found == MostFound || names.Count == Most);
    }

    /// <summary>Moves what stands between tags to the beginning.</summary>
    /// <returns>How much that is.</returns>
    private static int WithoutTags(Span<byte> xml)
    {
        var (length, isTag) = (0, false);
        foreach (var one in xml)
        {
            isTag |= one == '<';
            if (!isTag)
                xml[length++] = one;
            isTag &= one != '>';
        }
        return length;
    }

    /// <summary>The texts of the equation that an element's text is part of, where a name may be cut into runs.</summary>
    private static IEnumerable<XElement>? TextsOfEquation(XElement element, WorkTime time) =>
        element.Name == Math + "t" && element.Ancestors(Math + "oMath").FirstOrDefault() is { } equation
            ? time.Watch(equation.Descendants(Math + "t")).Where(t => t.Value.Length > 0)
            : null;

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
