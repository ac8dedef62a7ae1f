namespace SpLg.Logging;

/// <summary>
/// All that the worker tells its operator. Events 1–19 are of looking for requests and of a run, 20–39 of what became
/// of a request, 40–49 of mail, 50–59 of the calendar, 60–69 of an organisation. A number is never used again for
/// something else, because operators set alarms by it.
/// </summary>
internal static partial class WorkerLog
{
    [LoggerMessage(1, LogLevel.Warning, "will look again in {Seconds:0.#} s: {Fault}")]
    public static partial void WillLookAgain(this ILogger log, double seconds, string fault);

    [LoggerMessage(2, LogLevel.Warning, "who wrote it will be looked up again: {Fault}")]
    public static partial void WillLookUpAuthorAgain(this ILogger log, string fault);

    [LoggerMessage(3, LogLevel.Warning, "will be answered later: {Fault}")]
    public static partial void WillBeAnsweredLater(this ILogger log, string fault);

    [LoggerMessage(4, LogLevel.Information, "somebody else was quicker")]
    public static partial void SomebodyElseWasQuicker(this ILogger log);

    [LoggerMessage(5, LogLevel.Information, "{Reason}; run {Run}")]
    public static partial void Taken(this ILogger log, string reason, string run);

    [LoggerMessage(6, LogLevel.Warning, "stopped, nothing more is written: {Fault}")]
    public static partial void Stopped(this ILogger log, string fault);

    [LoggerMessage(7, LogLevel.Warning, "will be tried again: {Fault}")]
    public static partial void WillBeTriedAgain(this ILogger log, string fault);

    [LoggerMessage(8, LogLevel.Error, "failed: {Fault}")]
    public static partial void Failed(this ILogger log, string fault);

    [LoggerMessage(9, LogLevel.Information, "looked for again: {Fault}")]
    public static partial void LookedForAgain(this ILogger log, string fault);

    [LoggerMessage(10, LogLevel.Warning, "that is not written there: {Fault}")]
    public static partial void NotWritten(this ILogger log, string fault);

    [LoggerMessage(11, LogLevel.Information, "handed back")]
    public static partial void HandedBack(this ILogger log);

    [LoggerMessage(12, LogLevel.Warning, "not handed back: {Fault}")]
    public static partial void NotHandedBack(this ILogger log, string fault);

    [LoggerMessage(13, LogLevel.Warning, "the rest is not told there: {Fault}")]
    public static partial void RestNotTold(this ILogger log, string fault);

    [LoggerMessage(14, LogLevel.Debug, "{Step}")]
    public static partial void Step(this ILogger log, LoggedStep step);

    [LoggerMessage(15, LogLevel.Warning, "waiting {Seconds:0.#} s: {Reason}")]
    public static partial void Waiting(this ILogger log, double seconds, string reason);

    [LoggerMessage(16, LogLevel.Warning, "another run is working on it; it is left alone")]
    public static partial void HeldByAnother(this ILogger log);

    [LoggerMessage(20, LogLevel.Information, "done, {Documents}, {Address}")]
    public static partial void DraftDone(this ILogger log, string documents, Uri address);

    [LoggerMessage(
        21,
        LogLevel.Warning,
        "{Level}: {Findings} in template or document; the request's findings name them"
    )]
    public static partial void TemplateFindings(this ILogger log, string level, int findings);

    [LoggerMessage(22, LogLevel.Information, "ready to be approved")]
    public static partial void ReadyForApproval(this ILogger log);

    [LoggerMessage(23, LogLevel.Warning, "not approved by {Who}; put back to {Status}")]
    public static partial void NotApproved(this ILogger log, string who, string status);

    [LoggerMessage(24, LogLevel.Information, "published, {Page}")]
    public static partial void Published(this ILogger log, Uri page);

    [LoggerMessage(30, LogLevel.Information, "withdrawn: the review of {Year}")]
    public static partial void Withdrawn(this ILogger log, int year);

    [LoggerMessage(25, LogLevel.Information, "'{Status}' is noted")]
    public static partial void Noted(this ILogger log, string status);

    [LoggerMessage(26, LogLevel.Information, "'{Status}' is put back to '{Last}'")]
    public static partial void PutBack(this ILogger log, string? status, string last);

    [LoggerMessage(27, LogLevel.Information, "has changed meanwhile and is looked at again")]
    public static partial void ChangedMeanwhile(this ILogger log);

    [LoggerMessage(28, LogLevel.Information, "approved by {Who} on {At:u}")]
    public static partial void ApprovedBy(this ILogger log, string who, DateTimeOffset at);

    [LoggerMessage(29, LogLevel.Information, "handed over again, and yet to be examined")]
    public static partial void ExaminedAgain(this ILogger log);

    [LoggerMessage(
        40,
        LogLevel.Warning,
        "nobody is told by mail: no person with an address asked for it, and Mail:Coordinator is not set"
    )]
    public static partial void NobodyToTell(this ILogger log);

    [LoggerMessage(41, LogLevel.Information, "told {People} by mail that it is '{Status}'")]
    public static partial void ToldByMail(this ILogger log, int people, string status);

    [LoggerMessage(42, LogLevel.Warning, "the mail could not be sent: {Fault}")]
    public static partial void MailNotSent(this ILogger log, string fault);

    [LoggerMessage(43, LogLevel.Information, "reminders: sent by another worker")]
    public static partial void RemindedByAnother(this ILogger log);

    [LoggerMessage(
        44,
        LogLevel.Information,
        "reminders: {Due} actions are late or due soon; {People} people have been reminded"
    )]
    public static partial void Reminded(this ILogger log, int due, int people);

    [LoggerMessage(
        45,
        LogLevel.Warning,
        "reminders: {People} responsible without an address, {Actions} actions without anybody responsible, and "
            + "Mail:Coordinator is not set"
    )]
    public static partial void NobodyToRemind(this ILogger log, int people, int actions);

    [LoggerMessage(46, LogLevel.Warning, "reminders: {Address} was not reached: {Fault}")]
    public static partial void NotReminded(this ILogger log, string address, string fault);

    [LoggerMessage(
        50,
        LogLevel.Information,
        "calendar: {Order} is not asked for, because request {Request} for it is '{Status}'"
    )]
    public static partial void NotAskedFor(this ILogger log, DocumentOrder order, string request, string status);

    [LoggerMessage(51, LogLevel.Information, "calendar: asked for {Order} with request {Request}")]
    public static partial void AskedFor(this ILogger log, DocumentOrder order, string request);

    [LoggerMessage(52, LogLevel.Information, "calendar: {Order} has been asked for already")]
    public static partial void AskedForAlready(this ILogger log, DocumentOrder order);

    [LoggerMessage(53, LogLevel.Warning, "calendar: what is due will be tried again: {Fault}")]
    public static partial void DueWillBeTriedAgain(this ILogger log, string fault);

    [LoggerMessage(60, LogLevel.Information, "worker {Name} watches {Site} every {Seconds:0.##} s")]
    public static partial void Watches(this ILogger log, string name, Uri site, double seconds);

    [LoggerMessage(61, LogLevel.Error, "will try again in {Seconds:0.##} s: {Fault}")]
    public static partial void WillTryAgain(this ILogger log, double seconds, string fault);

    [LoggerMessage(62, LogLevel.Error, "left for the next run: {Fault}")]
    public static partial void LeftForNextRun(this ILogger log, string fault);

    [LoggerMessage(63, LogLevel.Warning, "{Fault}")]
    public static partial void CertificateFault(this ILogger log, string fault);
}
