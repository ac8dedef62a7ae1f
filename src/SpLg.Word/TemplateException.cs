namespace SpLg.Word;

/// <summary>A template with errors was asked to be filled.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>The message is for a column and a screen; <see cref="Findings"/> has them all.</summary>
    private const int Told = 10;

    public TemplateException(string template, IReadOnlyList<TemplateFinding> findings)
        : base(
            $"Mallen ”{template}” har fel och kan inte "
                + $"fyllas:{string.Concat(findings.Take(Told).Select(f => Environment.NewLine + "- " + f))}{Rest(findings.Count)}"
        ) => Findings = findings;

    public IReadOnlyList<TemplateFinding> Findings { get; }

    private static string Rest(int count) =>
        count <= Told
            ? ""
            : $"{Environment.NewLine}… och {count - Told} till. Så många fel tyder på att mallen är gjord för en annan dokumenttyp.";
}
