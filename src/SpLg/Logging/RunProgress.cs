namespace SpLg.Logging;

/// <summary>What a run tells the people who wait for it: each step in words and, where a request tells it too, by its
/// kind.</summary>
/// <param name="tell">Told at once and in order; the kind is null for what only the words tell.</param>
internal sealed class RunProgress(Action<RunStep?, string> tell)
{
    public void Say(string words) => tell(null, words);

    public void At(RunStep step, string words) => tell(step, words);

    /// <summary>The same, with something before the words.</summary>
    public RunProgress With(string before) => new((step, words) => tell(step, before + words));
}
