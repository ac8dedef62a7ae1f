namespace SpLg.Logging;

/// <summary>A step of a run as the value of an event: its words for people, its kind for programs.</summary>
/// <param name="Kind">Null for what only the words tell.</param>
internal readonly record struct LoggedStep(RunStep? Kind, string Words)
{
    public override string ToString() => Words;
}
