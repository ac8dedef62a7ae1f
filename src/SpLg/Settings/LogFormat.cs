namespace SpLg.Settings;

internal enum LogFormat
{
    /// <summary>A line an event, with date and level, for people.</summary>
    Text,

    /// <summary>A JSON object a line, with date, level, event and scopes, for machines.</summary>
    Json,
}
