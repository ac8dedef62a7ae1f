namespace SpLg.Running;

/// <summary>The site is not as the program needs it. The message says what is missing and what to do.</summary>
internal sealed class SiteFaultException(string message) : Exception(message);
