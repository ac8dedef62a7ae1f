namespace SpLg.Organisations;

/// <summary>
/// The site is not as the program needs it. The message says what is missing and what to do; in Swedish where it is for
/// the request that staff look at.
/// </summary>
internal class SiteFaultException(string message) : Exception(message)
{
    /// <summary>
    /// True when the message asks for a new draft, which has to be handed over before it can be approved.
    /// </summary>
    public bool NeedsNewDraft { get; init; }
}
