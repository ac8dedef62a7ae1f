namespace SpLg.Schedule;

/// <summary>Which year a request of the calendar is about.</summary>
internal enum ScheduledYear
{
    /// <summary>The year of the day it asks.</summary>
    This,

    /// <summary>The year before, for a calendar that asks when the year is over.</summary>
    Previous,
}
