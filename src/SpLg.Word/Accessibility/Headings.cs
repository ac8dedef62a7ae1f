namespace SpLg.Word.Accessibility;

/// <summary>Readers move by headings: each needs words, and none may skip a level.</summary>
internal static class Headings
{
    public static void Examine(XElement body, StyleSheet styles, FindingList findings, WorkTime time)
    {
        var before = 0;
        foreach (var paragraph in time.Watch(body.Descendants(W.Paragraph)))
        {
            if (styles.HeadingLevel(paragraph) is not { } level)
                continue;
            if (string.IsNullOrWhiteSpace(BlockText.Of(paragraph.Nodes())))
            {
                findings.Report(
                    paragraph,
                    "Här står en rubrik utan text. Skriv rubriken, eller ge stycket formatmallen Normal.",
                    FindingLevel.Warning
                );
                continue;
            }
            if (level > before + 1)
                findings.Report(
                    paragraph,
                    $"Rubriken har nivå {level}, men "
                        + $"{(before == 0 ? "är dokumentets första" : $"den närmast före har nivå {before}")}. Välj "
                        + $"formatmallen Rubrik {before + 1}.",
                    FindingLevel.Warning
                );
            before = level;
        }
    }
}
