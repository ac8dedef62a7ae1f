using System.Runtime.CompilerServices;

namespace SpLg.Word.Filling;

/// <summary>Where a value is read from: a row that is being written, and the way through groups to the field.</summary>
/// <param name="frame">0 is the data itself, then one number for each list around the expression.</param>
internal sealed class ValueSource(int frame, IReadOnlyList<Field> path) : IEquatable<ValueSource>
{
    private readonly Field[] path = [.. path];

    public Field Field => path[^1];

    /// <summary>As it is written where the source was found, from the row around it.</summary>
    public string Name => string.Join('.', path.Select(f => f.Name));

    public object? Read(FillRun run) => Read(run.Frames);

    /// <param name="frames">The data first, then the rows that are open.</param>
    [MethodImpl(Hot.Path)]
    public object? Read(object?[] frames)
    {
        var value = frames[frame];
        foreach (var field in path)
        {
            if (value is null)
                return null;
            value = field.Read(value);
        }
        return value;
    }

    public IReadOnlyList<object> Rows(FillRun run) =>
        Read(run) switch
        {
            null => [],
            IReadOnlyList<object> rows => rows,
            var group => [group],
        };

    public bool Equals(ValueSource? other) =>
        other is not null && other.Frame == Frame && path.AsSpan().SequenceEqual(other.path);

    public override bool Equals(object? obj) => Equals(obj as ValueSource);

    public override int GetHashCode() => HashCode.Combine(Frame, path.Length, Field.Name);

    private int Frame => frame;
}
