using System.Text;
using System.Xml.Linq;
using SpLg.Word.Markup;

namespace SpLg.Word.Packaging;

/// <summary>
/// Makes a document open for reading only until the reader asks Word to end that; there is no password. A protection that the owner of a
/// template has set stays as it is. https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.documentprotection
/// </summary>
internal static class Protection
{
    private const string RelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml";

    // What the schema has before it. https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.settings
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries", "displayBackgroundShape",
        "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts",
        "saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
        "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles",
        "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting",
    };

    private static readonly XName Name = W.Main + "documentProtection";

    /// <summary>Gives the settings part as it is to be written, or null when it stays as it is.</summary>
    /// <param name="main">The relationships of the main part, to which those of new settings are added.</param>
    public static (string Part, byte[] Bytes)? Set(DocxPackage package, bool isFinal, ContentTypes types, PartRelationships main)
    {
        var part = main.All.Where(r => r.Kind == "settings" && !r.IsExternal).Select(r => main.Resolve(r.Target)).FirstOrDefault(package.Parts.ContainsKey);
        if (part is null && !isFinal)
            return null;
        var root = XmlPart.Parse(part is null ? Encoding.UTF8.GetBytes($"<w:settings xmlns:w=\"{W.Main}\"/>") : package.Parts[part]).Root!;
        var protection = root.Element(Name);
        if (isFinal ? protection is not null : protection is null || !IsOwn(protection))
            return null;
        if (!isFinal)
            protection!.Remove();
        else if (root.Elements().LastOrDefault(e => Before.Contains(e.Name.LocalName)) is { } before)
            before.AddAfterSelf(New());
        else
            root.AddFirst(New());
        if (part is null)
        {
            part = "word/settings.xml";
            types.Set(part, ContentType);
            main.Keep("rIdSplgSettings", RelationshipType, "/" + part);
        }
        return (part, XmlOutput.Document(root.Document!));
    }

    private static XElement New() => new(Name, new XAttribute(W.Main + "edit", "readOnly"), new XAttribute(W.Main + "enforcement", "1"));

    private static bool IsOwn(XElement protection) =>
        protection.Attributes().Count() == 2 && (string?)protection.Attribute(W.Main + "edit") == "readOnly" && (string?)protection.Attribute(W.Main + "enforcement") is "1" or "true";
}
