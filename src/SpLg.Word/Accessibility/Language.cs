namespace SpLg.Word.Accessibility;

/// <summary>Text marked with another language is read out with that language's sounds.</summary>
internal static class Language
{
    public static void Examine(XElement? styles, IEnumerable<XElement> roots, FindingList findings)
    {
        var said = (string?)
            styles?.Element(W.Main + "docDefaults")?.Descendants(W.Language).FirstOrDefault()?.Attribute(W.Value);
        if (!IsSwedish(said))
            findings.Report(
                $"Mallens språk är {(said is null ? "inte angivet" : $"”{said}”")}. Dokumentet görs på svenska "
                    + "ändå; välj svenska under Granska, Språk, så stämmer det också i mallen.",
                FindingLevel.Info
            );
        var others = roots
            .Descendants(W.Language)
            .Where(l =>
                l.Parent?.Parent?.Name == W.Run && l.Parent.Parent.Elements(W.Text).Any(t => t.Value.Any(char.IsLetter))
            )
            .Where(l => (string?)l.Attribute(W.Value) is { } language && !IsSwedish(language))
            .GroupBy(l => (string)l.Attribute(W.Value)!);
        foreach (var language in others)
            findings.Report(
                language.First(),
                $"Texten är märkt med språket ”{language.Key}” ({language.Count()} ställen i mallen). Är den på "
                    + "svenska: markera den och välj svenska under Granska, Språk.",
                FindingLevel.Info
            );
    }

    private static bool IsSwedish(string? language) =>
        language?.StartsWith("sv", StringComparison.OrdinalIgnoreCase) == true;
}
