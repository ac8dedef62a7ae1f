namespace SpLg.Schedule;

/// <summary>Which documents the calendar asks for by itself.</summary>
/// <param name="Crons">Cron expressions of Quartz by type of document; a type that is not there is not asked
/// for.</param>
/// <param name="Year">The year it asks for, against the year of the day it asks.</param>
internal sealed record ScheduleSettings(IReadOnlyDictionary<DocumentType, string> Crons, ScheduledYear Year)
{
    public static ScheduleSettings None { get; } = new(new Dictionary<DocumentType, string>(), ScheduledYear.This);

    public static ScheduleSettings Of(SettingValues values) =>
        new(
            SettingKeys
                .Schedules.Select(s => (s.Type, Cron: values[s.Key]))
                .Where(s => s.Cron is not null)
                .ToDictionary(s => s.Type, s => s.Cron!),
            Enum.Parse<ScheduledYear>(values[SettingKeys.ScheduleYear]!, ignoreCase: true)
        );
}
