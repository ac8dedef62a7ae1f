using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.XPath;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Word.Validation;

/// <summary>Puts what the validator says in words that a person who works in Word can follow.</summary>
internal sealed partial class FaultPlaces(DocxPackage package)
{
    // Of the validator's own words, which are for whoever looks the fault up.
    private const int LongestQuote = 200;

    private readonly Dictionary<string, XElement?> roots = new(StringComparer.Ordinal);

    public SchemaFault Of(SchemaCheck.Found found, string key)
    {
        var error = found.Error;
        var message = $"{What(error)} ({Cut(error.Description)})";
        if (found.Paragraph is { } first)
        {
            var holder = error.Node?.Ancestors().LastOrDefault(e => e is Paragraph or TableRow);
            return new(
                key,
                Heading: null,
                $"kort efter stycke eller tabellrad {first} i texten",
                holder is null ? null : Place.Excerpt(holder.InnerText),
                message
            );
        }
        var part = NameOf(error.Part);
        var at = At(error);
        var place = at is null ? null : Place.Of(at);
        var paragraph = at?.AncestorsAndSelf().FirstOrDefault(e => e.Name == W.Paragraph || e.Name == W.Row);
        return new(
            key,
            place?.Heading,
            place?.Description ?? $"{part ?? "dokumentet"}{Path(error, at)}",
            paragraph is null ? null : Place.Excerpt(BlockText.Start(paragraph)),
            message
        );
    }

    /// <summary>Swedish; null for the text itself and what does not stand in a part.</summary>
    private static string? NameOf(OpenXmlPart? part) =>
        part switch
        {
            null or MainDocumentPart => null,
            HeaderPart => "sidhuvudet",
            FooterPart => "sidfoten",
            FootnotesPart => "fotnoterna",
            EndnotesPart => "slutnoterna",
            WordprocessingCommentsPart => "kommentarerna",
            StyleDefinitionsPart => "formatmallarna",
            NumberingDefinitionsPart => "numreringen",
            DocumentSettingsPart => "inställningarna",
            ChartPart => "ett diagram",
            FontTablePart => "listan med teckensnitt",
            ThemePart => "temat",
            _ => part.Uri.OriginalString,
        };

    /// <summary>
    /// The element in the part as it is read here, which knows its heading; null where it cannot be found.
    /// </summary>
    private XElement? At(ValidationErrorInfo error)
    {
        if (error.Part is not { } part || error.Path is not { XPath.Length: > 0 } path)
            return null;
        var name = part.Uri.OriginalString.TrimStart('/');
        if (!roots.TryGetValue(name, out var root))
            roots.Add(name, root = package.Parts.ContainsKey(name) ? Marked(name, part) : null);
        try
        {
            return root?.Document?.XPathSelectElement(path.XPath, path.Namespaces as IXmlNamespaceResolver);
        }
        catch (XPathException)
        {
            // Names that the file declares in odd ways: the path is told as it is.
            return null;
        }
    }

    private XElement Marked(string name, OpenXmlPart part)
    {
        var root = package.Open(name).Root!;
        if (part is MainDocumentPart or HeaderPart or FooterPart or FootnotesPart or EndnotesPart)
        {
            var main = package.Relationships(package.MainPart);
            var styles = main
                .All.Where(r => r.Kind == "styles" && !r.IsExternal)
                .Select(r => main.Resolve(r.Target))
                .FirstOrDefault(package.Parts.ContainsKey);
            Place.MarkAll(root, NameOf(part), new(styles is null ? null : package.Open(styles).Root));
        }
        return root;
    }

    /// <summary>Where in a part without text: the name of a style, or else the elements on the way.</summary>
    private static string Path(ValidationErrorInfo error, XElement? at)
    {
        if (at?.AncestorsAndSelf(W.Main + "style").FirstOrDefault() is { } style)
            return $", formatmallen ”{style.ValueOf(W.Name) ?? (string?)style.Attribute(W.Main + "styleId")}”";
        var steps = Step().Matches(error.Path?.XPath ?? "").Skip(1);
        return string.Concat(steps.Select(s => $", {s.Groups["name"].Value} {s.Groups["number"].Value}"));
    }

    private static string What(ValidationErrorInfo error)
    {
        var element = error.Node?.LocalName ?? "ett element";
        return error.Id switch
        {
            "Sch_UnexpectedElementContentExpectingComplex"
            or "Sch_InvalidElementContentExpectingComplex"
            or "Sch_InvalidElementContentWrongType" =>
                $"”{error.RelatedNode?.LocalName ?? "något"}” får inte stå i ”{element}”, eller står i fel ordning där.",
            "Sch_IncompleteContentExpectingComplex" => $"I ”{element}” saknas något som ska stå där.",
            "Sch_UndeclaredAttribute" => $"”{element}” har en uppgift som inte finns i Words format.",
            "Sch_MissRequiredAttribute" => $"”{element}” saknar en uppgift som ska finnas.",
            "Sch_AttributeValueDataTypeDetailed" or "Sch_StringLength" =>
                $"En uppgift i ”{element}” har ett värde som inte är tillåtet.",
            "Sem_UniqueAttributeValue" =>
                $"Ett nummer eller namn i ”{element}” finns på flera ställen och ska vara unikt.",
            _ => $"”{element}” följer inte Words format.",
        };
    }

    private static string Cut(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    [GeneratedRegex(
        @"/(?:[^/:\[]+:)?(?<name>[^/:\[]+)\[(?<number>\d+)\]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Step();
}
