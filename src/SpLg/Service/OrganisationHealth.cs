namespace SpLg.Service;

/// <summary>How the worker is at one organisation's site.</summary>
/// <param name="poll">The time between two looks.</param>
internal sealed class OrganisationHealth(TimeSpan poll, TimeProvider clock)
{
    /// <summary>A look, or the wait after a fault, never takes longer; SharePoint may ask for an hour of rest.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(90);

    private readonly Lock guard = new();
    private DateTimeOffset sign = clock.GetUtcNow();

    /// <summary>When the site last answered; null when it has not since the start.</summary>
    public DateTimeOffset? Looked { get; private set; }

    /// <summary>What went wrong at the last look, in one line; null when it went well.</summary>
    public string? Fault { get; private set; }

    public bool IsAlive
    {
        get
        {
            lock (guard)
                return clock.GetUtcNow() - sign <= Longest + poll;
        }
    }

    public void HasLooked()
    {
        lock (guard)
        {
            (sign, Fault) = (clock.GetUtcNow(), null);
            Looked = sign;
        }
    }

    public void HasFailed(string fault)
    {
        lock (guard)
            (sign, Fault) = (clock.GetUtcNow(), fault);
    }
}
