using SpLg.SharePoint.Throttling;

namespace SpLg.Logging;

/// <summary>The waits that SharePoint asks for, told to the person who waits.</summary>
internal sealed class ShownPauses(RunProgress progress) : IProgress<GraphPause>
{
    public void Report(GraphPause value) =>
        progress.Say(
            string.Create(CultureInfo.InvariantCulture, $"waiting {value.Length.TotalSeconds:0.#} s: {value.Reason}")
        );
}
