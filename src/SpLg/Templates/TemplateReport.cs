namespace SpLg.Templates;

/// <summary>
/// Report on a template to the person who wrote it: what keeps it from being filled, what makes it hard to read
/// for some, and what in it, or in a document made of it, Word's format does not allow.
/// </summary>
/// <param name="Kind">The type of document it was judged as.</param>
/// <param name="NamesUsed">How many different names it uses; 0 when it cannot be filled.</param>
/// <param name="FitsBetter">Another type whose names it seems to use; null when there is none.</param>
internal sealed record TemplateReport(
    TemplateKind Kind,
    int NamesUsed,
    IReadOnlyList<TemplateFinding> Findings,
    TemplateKind? FitsBetter
)
{
    /// <summary>False when there is something that keeps it from being filled.</summary>
    public bool CanFill => !Findings.Any(f => f.Level == FindingLevel.Error);

    /// <param name="kind">The type it is meant for; null takes the type that its names fit best.</param>
    public static TemplateReport Of(byte[] content, string name, TemplateKind? kind)
    {
        var names = TemplateNames.Of(content);
        var unknown = TemplateKind.All.ToDictionary(k => k, k => names.Unknown(k.Fields));
        var best = TemplateKind.All.MinBy(k => unknown[k])!;
        var asked = kind ?? best;
        var template = Template.Compile(content, name, asked.Fields);
        IReadOnlyList<TemplateFinding> more = template.IsTooLarge
            ? []
            : [.. Template.Examine(content, name), .. FormatFindings.Of(content, name, template, asked)];
        return new(
            asked,
            template.NamesUsed,
            [.. template.Findings, .. more],
            unknown[best] < unknown[asked] ? best : null
        );
    }

    /// <summary>In Swedish, a finding on each line, the worst first.</summary>
    public string Text()
    {
        var type = Kind.Name;
        var lines = Findings.OrderByDescending(f => f.Level).Select(f => $"{Choice.Text(f.Level)} · {f}").ToList();
        var praise = Findings.Count == 0 ? " Inget att anmärka på." : "";
        lines.Add(
            CanFill
                ? $"Mallen går att använda för {type} och använder {NamesUsed} olika namn.{praise}"
                : $"Mallen går inte att använda för {type} förrän felen är rättade."
        );
        if (FitsBetter is { } other)
            lines.Add($"Namnen i den verkar höra till {other.Name}: prova --type {other.Word}.");
        return string.Join('\n', lines);
    }
}
