namespace SpLg.Word.Accessibility;

/// <summary>Empty paragraphs that make room are read out one by one.</summary>
internal static class Spacing
{
    private static readonly HashSet<XName> Shown =
    [
        W.Text,
        W.Break,
        W.Tab,
        W.Section,
        W.FootnoteReference,
        W.Main + "drawing",
        W.Main + "pict",
        W.Main + "object",
        W.Main + "sym",
        W.Main + "fldChar",
        W.Main + "fldSimple",
    ];

    public static void Examine(XElement parent, FindingList findings, WorkTime time)
    {
        var elements = parent.Elements().ToList();
        var empty = elements.ConvertAll(IsEmpty);
        for (var i = 0; i < elements.Count; i++)
        {
            time.Check();
            if (empty[i] && (i == 0 || !empty[i - 1]) && i + 1 < elements.Count && empty[i + 1])
                findings.Report(
                    elements[i],
                    "Här står flera tomma stycken efter varandra. Ta bort dem och använd avstånd före eller "
                        + "efter i stycket, eller en sidbrytning.",
                    FindingLevel.Info
                );
            Examine(elements[i], findings, time);
        }
    }

    private static bool IsEmpty(XElement element) =>
        element.Name == W.Paragraph
        && !element.Descendants().Any(e => Shown.Contains(e.Name) && (e.Name != W.Text || e.Value.Length > 0));
}
