using System.Xml.Linq;
using SpLg.Core.Lists;
using SpLg.Word.Compiling;
using SpLg.Word.Markup;

namespace SpLg.Word.Accessibility;

/// <summary>Empty paragraphs that make room are read out one by one.</summary>
internal static class Spacing
{
    private static readonly HashSet<XName> Shown =
    [
        W.Text, W.Break, W.Tab, W.Section, W.FootnoteReference, W.Main + "drawing", W.Main + "pict", W.Main + "object", W.Main + "sym", W.Main + "fldChar", W.Main + "fldSimple",
    ];

    public static void Examine(XElement body, FindingList findings)
    {
        foreach (var paragraph in body.Descendants(W.Paragraph))
        {
            if (IsEmpty(paragraph) && IsEmpty(Next(paragraph)) && !IsEmpty(paragraph.ElementsBeforeSelf().LastOrDefault()))
                findings.Report(paragraph, "Här står flera tomma stycken efter varandra. Ta bort dem och använd avstånd före eller efter i stycket, eller en sidbrytning.", FindingLevel.Info);
        }
    }

    private static XElement? Next(XElement paragraph) => paragraph.ElementsAfterSelf().FirstOrDefault();

    private static bool IsEmpty(XElement? element) => element?.Name == W.Paragraph && !element.Descendants().Any(e => Shown.Contains(e.Name) && (e.Name != W.Text || e.Value.Length > 0));
}
