namespace SpLg.Core.Lists;

/// <inheritdoc/>
/// <param name="read">Reads a row, and for an open edition the same row again through <see cref="OpenCells"/>.</param>
public sealed class ListOf<T>(string name, string title, Func<RowReader, T> read) : ListOf(name, title)
    where T : class, ISourceRow
{
    /// <summary>The rows that a row comes from or belongs to; it is never more open than they are.</summary>
    public Func<OrganisationLists, Func<T, SourceRows>>? ComesFrom { get; init; }

    /// <summary>Where not every row whose words are told is told by itself.</summary>
    public Func<T, bool> Alone { get; init; } = _ => true;

    /// <summary>The list's own rules.</summary>
    internal Func<IReadOnlyList<T>, DataToCheck, IEnumerable<Finding?>> Checks { get; init; } = (_, _) => [];

    /// <summary>What people write to point at a row, where an action may come from one.</summary>
    internal Func<T, SourceRow>? PointedAt { get; init; }

    /// <summary>The row as it was read on a day, where something of it may be late.</summary>
    internal Func<T, DateOnly, T>? Dated { get; init; }

    internal override IEnumerable<Finding> Check(DataToCheck data) =>
        Checks(data.Lists.Of(this), data).OfType<Finding>();

    internal override SourceRow? Source(ISourceRow row) => PointedAt?.Invoke((T)row);

    internal override IReadOnlyList<ISourceRow> AsOf(IReadOnlyList<ISourceRow> rows, DateOnly day)
    {
        if (Dated is null)
            return rows;
        T[] typed = [.. rows.Cast<T>().Select(r => Dated(r, day))];
        return typed;
    }

    internal override IReadOnlyList<ISourceRow> Read(IEnumerable<RowReader> rows)
    {
        // Of the record's own type, so that they can be had as such.
        T[] typed = [.. rows.Select(read)];
        return typed;
    }

    internal override Func<ISourceRow, SourceRows>? SourcesIn(OrganisationLists lists) =>
        ComesFrom?.Invoke(lists) is { } find ? row => find((T)row) : null;

    internal override bool StandsAlone(ISourceRow row) => Alone((T)row);
}
