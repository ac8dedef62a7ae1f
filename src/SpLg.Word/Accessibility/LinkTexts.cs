namespace SpLg.Word.Accessibility;

/// <summary>Screen readers list links by their words alone.</summary>
internal static class LinkTexts
{
    private static readonly HashSet<string> Vague = new(StringComparer.OrdinalIgnoreCase)
    {
        "här",
        "klicka här",
        "länk",
        "läs mer",
        "mer",
        "hit",
    };

    public static void Examine(XElement root, FindingList findings, WorkTime time)
    {
        foreach (
            var link in time.Watch(root.Descendants(W.Hyperlink)).Where(h => h.Attribute(W.RelationshipId) is not null)
        )
        {
            var text = string.Concat(link.Descendants(W.Text).Select(t => t.Value)).Trim();
            if (
                text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            )
                findings.Report(
                    link,
                    $"Länkens text är en adress (”{Place.Excerpt(text)}”). Skriv vad länken leder till.",
                    FindingLevel.Info
                );
            else if (Vague.Contains(text))
                findings.Report(
                    link,
                    $"Länkens text (”{text}”) säger inte vart den leder. Skriv vad länken leder till.",
                    FindingLevel.Info
                );
        }
    }
}
