namespace SpLg.Word;

/// <summary>A template with errors was asked to be filled.</summary>
public sealed class TemplateException(string template, IReadOnlyList<TemplateFinding> findings)
    : Exception($"Mallen ”{template}” har fel och kan inte fyllas:{string.Concat(findings.Select(f => Environment.NewLine + "- " + f))}")
{
    public IReadOnlyList<TemplateFinding> Findings { get; } = findings;
}
