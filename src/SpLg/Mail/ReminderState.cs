namespace SpLg.Mail;

/// <summary>Which reminders have been sent on a day.</summary>
/// <param name="Sent">The address of each, or what else it is called.</param>
internal sealed record ReminderState(DateOnly Day, List<string> Sent);
