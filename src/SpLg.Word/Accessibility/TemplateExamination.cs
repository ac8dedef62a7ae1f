namespace SpLg.Word.Accessibility;

/// <summary>
/// Obstacles for readers with a screen reader or weak sight in a document made from a template. Figures
/// without alternative text are told of when the template is compiled, whoever uses it.
/// </summary>
internal static class TemplateExamination
{
    private static readonly string[] OtherText = ["header", "footer", "footnotes", "endnotes"];

    /// <summary>Never throws for what the bytes may hold; a file that is no template has no findings here.</summary>
    public static IReadOnlyList<TemplateFinding> Examine(ReadOnlyMemory<byte> docx, string name) =>
        // Compiling tells that the file is damaged.
        DocxPackage.TryRead(docx, package => Examine(package, new FindingList(name))) ?? [];

    private static IReadOnlyList<TemplateFinding> Examine(DocxPackage package, FindingList findings)
    {
        CoreProperties.Rename(package);
        var main = package.Relationships(package.MainPart);
        var sheet = Roots(package, main, "styles").FirstOrDefault();
        var styles = new StyleSheet(sheet);
        var body = package.Open(package.MainPart).Root!;
        Place.MarkAll(body, null, styles);
        if (
            string.IsNullOrWhiteSpace(
                new CoreProperties(package.Parts.GetValueOrDefault(CoreProperties.PartName)).Title
            )
        )
            findings.Report(
                "Dokumentet har ingen titel. Skriv en under Arkiv, Info, Egenskaper, Titel; den läses upp när dokumentet öppnas.",
                FindingLevel.Warning
            );
        Headings.Examine(body, styles, findings, package.Budget.Time);
        Tables.Examine(body, findings, package.Budget.Time);
        Spacing.Examine(body, findings, package.Budget.Time);
        IEnumerable<XElement> roots = [body, .. OtherText.SelectMany(k => Roots(package, main, k))];
        Language.Examine(sheet, roots, findings);
        foreach (
            var comment in Roots(package, main, "comments")
                .SelectMany(c => c.Elements())
                .Where(c => c.Value.Contains("{{", StringComparison.Ordinal))
        )
            findings.Report(
                $"En kommentar innehåller {{{{ }}}} (”{Place.Excerpt(comment.Value)}”). Kommentarer fylls inte i "
                    + "och följer med i dokumentet. Ta bort den när mallen är klar.",
                FindingLevel.Warning
            );
        var contrast = new Contrast(sheet, styles, findings, package.Budget.Time);
        foreach (var root in roots)
        {
            LinkTexts.Examine(root, findings, package.Budget.Time);
            contrast.Examine(root);
        }
        return findings.Findings;
    }

    private static IEnumerable<XElement> Roots(DocxPackage package, PartRelationships main, string kind) =>
        main
            .All.Where(r => r.Kind == kind && !r.IsExternal)
            .Select(r => main.Resolve(r.Target))
            .Where(package.Parts.ContainsKey)
            .Distinct(StringComparer.Ordinal)
            .Select(p => package.Open(p).Root!);
}
