namespace SpLg;

/// <summary>Exit codes, for scripts. provisioning/README.md lists the same numbers.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>
    /// The run could not be done: network, permissions, a broken template. The message says what to do.
    /// </summary>
    public const int Fault = 1;

    /// <summary>Wrong command line or wrong settings; nothing was tried.</summary>
    public const int Usage = 2;

    /// <summary>
    /// <c>check</c> or <c>import</c> found something of level Error in the data, <c>render</c> could not read the file
    /// of a list, or what was found there stopped an open edition.
    /// </summary>
    public const int Findings = 3;

    /// <summary>Ended by Ctrl+C or SIGTERM.</summary>
    public const int Cancelled = 130;
}
