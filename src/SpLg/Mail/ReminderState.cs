namespace SpLg.Mail;

/// <summary>Which reminders this worker has sent for a day.</summary>
/// <param name="Day">The day they were due.</param>
/// <param name="Mark">Made with the file: by it the worker knows a day that it has taken.</param>
/// <param name="Sent">The address of each, or what else it is called.</param>
internal sealed record ReminderState(DateOnly Day, string Mark, List<string> Sent);
