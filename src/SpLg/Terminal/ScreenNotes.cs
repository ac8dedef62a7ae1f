namespace SpLg.Terminal;

/// <summary>Progress that stays on the screen as lines, for what a person should see afterwards too.</summary>
/// <param name="clock">Puts the time of day before each line when given, as in a log.</param>
internal sealed class ScreenNotes(Screen screen, TimeProvider? clock = null) : IProgress<string>
{
    public void Report(string value) => screen.Note(clock is null ? value : $"{clock.GetLocalNow():HH:mm:ss} {value}");
}
