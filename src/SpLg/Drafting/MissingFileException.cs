namespace SpLg.Drafting;

/// <summary>
/// A file that is needed was not found. What was written a moment ago may not be seen everywhere yet, so it is worth
/// another look. The message says what to do when it stays away; in Swedish.
/// </summary>
internal sealed class MissingFileException(string message) : SiteFaultException(message);
