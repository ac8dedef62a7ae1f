using Quartz;
using SpLg.Schedule;

namespace SpLg.Settings;

/// <summary>Every setting, in the order a person fills them in.</summary>
internal static class SettingKeys
{
    /// <summary>The beginning of the keys of several organisations, before the name.</summary>
    public const string Sites = "Sites:";

    public const string SiteAddress = "Site:Address";
    public const string TimeZone = "Site:TimeZone";
    public const string SignIn = "SignIn:Kind";
    public const string TenantId = "SignIn:TenantId";
    public const string ClientId = "SignIn:ClientId";
    public const string EarlierClientIds = "SignIn:EarlierClientIds";
    public const string CertificatePath = "SignIn:CertificatePath";
    public const string CertificateThumbprint = "SignIn:CertificateThumbprint";
    public const string GraphAddress = "Graph:Address";
    public const string Company = "Graph:Company";
    public const string Approvers = "Approval:Approvers";
    public const string ScheduleYear = "Schedule:Year";
    public const string MailFrom = "Mail:From";
    public const string MailCoordinator = "Mail:Coordinator";
    public const string Reminders = "Reminders:Cron";
    public const string WorkerName = "Worker:Name";
    public const string StateFolder = "Worker:StateFolder";
    public const string PollSeconds = "Worker:PollSeconds";
    public const string LeaseMinutes = "Worker:LeaseMinutes";
    public const string FullCompareMinutes = "Worker:FullCompareMinutes";
    public const string HealthPort = "Worker:HealthPort";
    public const string LogFormat = "Log:Format";
    public const string LogLevel = "Log:Level";

    /// <summary>The setting that holds each document's cron expression.</summary>
    public static readonly IReadOnlyList<(DocumentType Type, string Key)> Schedules =
    [
        .. DocumentKind.All.Select(k => (k.Type, $"Schedule:{k.Word}")),
    ];

    public static readonly IReadOnlyList<SettingKey> All =
    [
        new(
            SiteAddress,
            null,
            "The SharePoint site that holds the lists.",
            "https://contoso.sharepoint.com/sites/informationssakerhet",
            Address,
            "Address"
        ),
        new(
            TimeZone,
            "Europe/Stockholm",
            "The site's time zone, as an IANA name. A date column is midnight there.",
            "Europe/Stockholm",
            Zone,
            "TimeZone"
        ),
        new(
            SignIn,
            "Certificate",
            "How to sign in: `Certificate`, `ManagedIdentity`, `WorkloadIdentity` (Kubernetes), or `LocalSite` (loopback only).",
            "Certificate",
            OneOf<SignInKind>,
            SignIn
        ),
        new(TenantId, null, "Entra tenant (directory) id.", "11111111-2222-3333-4444-555555555555", Text, TenantId),
        new(
            ClientId,
            null,
            "Application (client) id of the app registration; optional for a managed or workload identity.",
            "66666666-7777-8888-9999-000000000000",
            Id,
            ClientId
        ),
        new(
            EarlierClientIds,
            null,
            "Ids of app registrations it signed in as before, separated by semicolons: what they wrote stays the program's own.",
            "77777777-8888-9999-0000-111111111111",
            Ids,
            EarlierClientIds
        ),
        new(
            CertificatePath,
            null,
            "The app's certificate with its private key, as a PEM or PFX file without password that only the service account can read.",
            "/etc/splg/splg.pem",
            Text,
            CertificatePath
        ),
        new(
            CertificateThumbprint,
            null,
            "Instead of a file: thumbprint of a certificate in the machine's or the account's store.",
            "A1B2C3D4E5F60718293A4B5C6D7E8F9012345678",
            Thumbprint,
            CertificateThumbprint
        ),
        new(
            GraphAddress,
            "https://graph.microsoft.com/v1.0/",
            "Microsoft Graph.",
            "https://graph.microsoft.com/v1.0/",
            Address,
            GraphAddress
        ),
        new(Company, "SpLg", "The organisation's name in the User-Agent `NONISV|…|SpLg/1.0`.", "Lindo stad", Plain),
        new(
            Approvers,
            null,
            "Who may approve a review: e-mail addresses as SharePoint knows them, separated by semicolons. Nobody may when it is empty.",
            "chef@lindo.se; bitr.chef@lindo.se",
            Addresses,
            "Approvers"
        ),
        .. Schedules.Select(s => new SettingKey(
            s.Key,
            null,
            $"When to ask for *{Choice.Text(s.Type)}* by itself, as a cron expression of Quartz in the site's time zone.",
            "0 0 6 15 1 ?",
            Cron,
            s.Key
        )),
        new(
            ScheduleYear,
            "This",
            "Which year such a request is about: `This`, the year of the day it is made, or `Previous`, the year before.",
            "Previous",
            OneOf<ScheduledYear>,
            ScheduleYear
        ),
        new(
            MailFrom,
            null,
            "The mailbox that mail is sent from. No mail is sent when it is empty.",
            "informationssakerhet@lindo.se",
            Mailbox,
            MailFrom
        ),
        new(
            MailCoordinator,
            null,
            "Who is told of what concerns nobody else: documents the calendar asked for, reminders without a receiver.",
            "isam@lindo.se",
            Mailbox,
            MailCoordinator
        ),
        new(
            Reminders,
            null,
            "When to remind people of actions that are late or due within 30 days, as a cron expression; needs `Mail:From`.",
            "0 0 7 ? * MON",
            Cron,
            Reminders
        ),
        new(
            WorkerName,
            null,
            "This worker's name in the request it works on. Default: the machine's name.",
            "splg-1",
            Plain
        ),
        new(
            StateFolder,
            "splg-state",
            "Where the worker keeps its delta link and its lock. Losing it costs one full read; a full disk is waited for.",
            "/var/lib/splg",
            Text
        ),
        new(PollSeconds, "15", "Seconds between two looks for changes.", "15", t => Number(t, 0.05, 3600)),
        new(
            LeaseMinutes,
            "10",
            "A request that another worker has not touched for this long is taken over.",
            "10",
            t => Number(t, 0.01, 1440)
        ),
        new(
            FullCompareMinutes,
            "60",
            "Minutes between two full reads of the requests, whatever delta says.",
            "60",
            t => Number(t, 0.01, 10080)
        ),
        new(
            HealthPort,
            null,
            "Port on loopback for `/healthz` (the worker works) and `/readyz` (every site answered the last look). None when empty.",
            "8081",
            t => t.All(char.IsAsciiDigit) ? Number(t, 1, 65535) : Number("", 1, 65535)
        ),
        new(
            LogFormat,
            "Text",
            "The worker's log: `Text`, lines for people, or `Json`, a JSON object a line for machines.",
            "Json",
            OneOf<Settings.LogFormat>
        ),
        new(
            LogLevel,
            "Information",
            "From which level the worker's log tells: `Debug` tells each step of a run; `Warning` only what goes wrong.",
            "Debug",
            OneOf<Microsoft.Extensions.Logging.LogLevel>
        ),
    ];

    public static SettingKey Named(string name) => All.First(k => k.Name == name);

    private static string? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? null
            : "is not an https address";

    private static string? Zone(string text) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(text, out _) ? null : "is not a time zone this machine knows";

    private static string? OneOf<T>(string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"is none of {string.Join(", ", Enum.GetNames<T>())}";

    private static string? Cron(string text)
    {
        if (CronExpression.TryParse(text, out var expression))
            return expression!.GetNextValidTimeAfter(DateTimeOffset.UnixEpoch) is null
                ? "names a day that never comes"
                : null;
        return "is not a cron expression of Quartz: second, minute, hour, day of month, month, day of week; ? "
            + "stands for one of the two days";
    }

    private static string? Id(string text) => Guid.TryParse(text, out _) ? null : "is not an id of the form 8-4-4-4-12";

    private static string? Ids(string text) =>
        ListOf(text).All(i => Id(i) is null)
            ? null
            : "is not one or more ids of the form 8-4-4-4-12 separated by semicolons";

    /// <summary>The elements of a list, however it is spaced.</summary>
    public static IReadOnlyList<string> ListOf(string? list) =>
        list?.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string? Addresses(string text) =>
        ListOf(text)
            .All(a =>
                a.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
                && at < a.Length - 1
                && !a.Any(char.IsWhiteSpace)
            )
            ? null
            : "is not one or more e-mail addresses separated by semicolons";

    private static string? Mailbox(string text) =>
        ListOf(text).Count == 1 ? Addresses(text) : "is not one e-mail address";

    private static string? Thumbprint(string text) =>
        text.Length == 40 && text.All(char.IsAsciiHexDigit) ? null : "is not 40 hexadecimal digits";

    private static string? Text(string text) => null;

    /// <summary>Header values and file names alike: no control characters, no separators.</summary>
    private static string? Plain(string text) =>
        text.Length <= 60
        && text.Any(char.IsAsciiLetterOrDigit)
        && text.All(c => c is >= ' ' and <= '~' and not ('/' or '\\' or '|' or ':' or '*' or '?' or '"' or '<' or '>'))
            ? null
            : "may hold at most 60 letters a–z, digits, spaces, hyphens and points, and holds at least one letter or digit";

    private static string? Number(string text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"is not a number from {least} to {most}");
}
