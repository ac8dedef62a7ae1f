namespace SpLg.Core.Lists;

/// <summary>
/// Value of a cell: <see cref="Value"/> when it could be read, and always <see cref="Text"/>: the value in Swedish
/// form, or what was written. Null text means the cell is empty and nothing else; text without value is something that
/// could not be read, which has already been reported as a finding and is shown to the reader as it was written.
/// </summary>
public readonly record struct Entry<T>(T? Value, string? Text)
    where T : struct
{
    public bool IsEmpty => Text is null;

    public bool IsUnreadable => Text is not null && Value is null;

    /// <summary>True when the cell was read and holds exactly this value.</summary>
    public bool Is(T value) => Value is { } read && EqualityComparer<T>.Default.Equals(read, value);

    public override string ToString() => Text ?? "";
}
