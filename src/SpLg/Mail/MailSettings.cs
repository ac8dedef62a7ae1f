namespace SpLg.Mail;

/// <summary>Whether and how people are told by mail.</summary>
/// <param name="From">The mailbox it is sent from; null sends none.</param>
/// <param name="Coordinator">Gets what concerns nobody else: documents the calendar asked for, people without an
/// address. Null when only the log is told.</param>
/// <param name="Reminders">Cron expression of Quartz for reminders of actions; null sends none.</param>
internal sealed record MailSettings(string? From, string? Coordinator, string? Reminders)
{
    public static MailSettings None { get; } = new(null, null, null);

    public static MailSettings Of(SettingValues values) =>
        new(values[SettingKeys.MailFrom], values[SettingKeys.MailCoordinator], values[SettingKeys.Reminders]);
}
