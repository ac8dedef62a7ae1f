namespace SpLg.Core.Lists;

/// <inheritdoc/>
/// <param name="read">Reads a row, and for an open edition the same row again through <see cref="OpenCells"/>.</param>
public sealed class ListOf<T>(string name, Func<RowReader, T> read) : ListOf(name)
    where T : class, ISourceRow
{
    /// <summary>The rows that a row comes from or belongs to; it is never more open than they are.</summary>
    public Func<OrganisationLists, Func<T, SourceRows>>? ComesFrom { get; init; }

    /// <summary>Where not every row whose words are told is told by itself.</summary>
    public Func<T, bool> Alone { get; init; } = _ => true;

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
