namespace SpLg.Word.Compiling;

/// <summary>Gathers what is wrong with a template, each with its place.</summary>
/// <param name="template">The template's name.</param>
internal class FindingList(string template)
{
    // Nobody mends more faults at a time, and each takes time to tell.
    private const int Most = 1_000;

    private readonly List<TemplateFinding> findings = [];
    private FindingLevel worstUntold;

    /// <summary>The first of them, and how many more there are.</summary>
    public IReadOnlyList<TemplateFinding> Findings =>
        Count <= Most
            ? findings
            :
            [
                .. findings,
                new(
                    worstUntold,
                    template,
                    null,
                    null,
                    null,
                    $"Det finns {Count - Most} anmärkningar till. Rätta de som står här först."
                ),
            ];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>A finding about a place in the template.</summary>
    public void Report(XElement at, string message, FindingLevel level = FindingLevel.Error) =>
        Report(at, () => message, level);

    /// <summary>A finding about a place in the template, which takes time to put in words.</summary>
    public void Report(XElement at, Func<string> message, FindingLevel level = FindingLevel.Error)
    {
        if (!IsTold(level))
            return;
        var place = Place.Of(at);
        var paragraph = at.AncestorsAndSelf().FirstOrDefault(e => e.Name == W.Paragraph || e.Name == W.Row);
        var text = paragraph is null ? null : Place.Excerpt(BlockText.Start(paragraph));
        findings.Add(new(level, template, place?.Heading, place?.Description, text, message()));
    }

    /// <summary>A finding about the file as a whole.</summary>
    public void Report(string message, FindingLevel level = FindingLevel.Error)
    {
        if (IsTold(level))
            findings.Add(new(level, template, null, null, null, message));
    }

    private bool IsTold(FindingLevel level)
    {
        if (++Count <= Most)
            return true;
        worstUntold = (FindingLevel)Math.Max((int)worstUntold, (int)level);
        return false;
    }
}
