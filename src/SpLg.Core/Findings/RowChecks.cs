namespace SpLg.Core.Findings;

/// <summary>Rules that the rows of several lists share.</summary>
internal static class RowChecks
{
    /// <summary>A row without the name of what it is about.</summary>
    /// <param name="name">Swedish name of the column that names the row.</param>
    public static IEnumerable<Finding> Named<T>(IReadOnlyList<T> rows, Func<T, string?> title, string name)
        where T : ISourceRow =>
        rows.Where(r => title(r) is null)
            .Select(r =>
                r.Origin.Warning(name, "Uppgiften saknas, så dokumentet säger inte vad raden gäller. Fyll i den.")
            );

    /// <summary>As <see cref="Named"/>, and a row that says nothing but its name.</summary>
    /// <param name="isBare">True for a row of which there is nothing to tell but its name.</param>
    /// <param name="column">The column to fill in, in Swedish.</param>
    /// <param name="wanted">What to write, after "Skriv".</param>
    public static IEnumerable<Finding> Told<T>(
        IReadOnlyList<T> rows,
        Func<T, string?> title,
        string name,
        Func<T, bool> isBare,
        string column,
        string wanted
    )
        where T : ISourceRow =>
        [
            .. Named(rows, title, name),
            .. rows.Where(r => title(r) is not null && isBare(r))
                .Select(r =>
                    r.Origin.Warning(
                        column,
                        $"Raden har inget mer än sitt namn, så dokumentet har nästan inget att säga om den. Skriv {wanted}."
                    )
                ),
        ];

    /// <summary>One fact told in two rows with two values.</summary>
    /// <param name="key">What the fact is about; null where the row does not say.</param>
    /// <param name="what">The same in Swedish, as the beginning of a sentence.</param>
    /// <param name="columns">Column names and the values that should be the same; an empty cell says nothing against
    /// another.</param>
    public static IEnumerable<Finding> Different<T>(
        IReadOnlyList<T> rows,
        Func<T, string?> key,
        Func<T, string> what,
        params (string Name, Func<T, string?> Value)[] columns
    )
        where T : ISourceRow
    {
        foreach (var (name, valueOf) in columns)
        {
            var first = new Dictionary<string, (string Id, string Value)>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in rows)
            {
                if (key(row) is not { } of || valueOf(row) is not { } value || first.TryAdd(of, (row.Origin.Id, value)))
                    continue;
                var other = first[of];
                if (!string.Equals(other.Value, value, StringComparison.OrdinalIgnoreCase))
                    yield return row.Origin.Warning(
                        name,
                        $"{what(row)} har två olika uppgifter om {name}: ”{value}” på den här raden och "
                            + $"”{other.Value}” på rad {other.Id}. Rätta den som är fel."
                    );
            }
        }
    }

    /// <summary>Rows that would be counted twice.</summary>
    /// <param name="message">Swedish, with the id of the first row in the place of {0}.</param>
    public static IEnumerable<Finding> Twice<T>(
        IReadOnlyList<T> rows,
        Func<T, string?> key,
        string column,
        string message
    )
        where T : ISourceRow
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (key(row) is { } of && !first.TryAdd(of, row.Origin.Id))
                yield return row.Origin.Warning(
                    column,
                    string.Format(CultureInfo.InvariantCulture, message, first[of])
                );
        }
    }

    /// <summary>A reference must lead to one row. A list that was not read is told about by itself.</summary>
    /// <param name="title">What a row of that list is called.</param>
    /// <param name="remedy">Swedish, after what is wrong.</param>
    public static IEnumerable<Finding> Pointing<T>(
        IEnumerable<(RowOrigin From, Reference? To)> rows,
        DataToCheck data,
        ListOf<T> list,
        Func<T, string?> title,
        string column,
        string remedy
    )
        where T : class, ISourceRow
    {
        if (data.Lists.NotRead.Contains(list.Title))
            yield break;
        var targets = new RowLookup<T>(data.Lists.Of(list), r => r.Origin, title);
        foreach (var (from, to) in rows)
        {
            if (targets.Fault(to, list.Title) is { } fault)
                yield return from.Warning(column, fault + remedy);
        }
    }

    /// <summary>Null when the first part, the name, is empty.</summary>
    public static string? Key(string? name, params ReadOnlySpan<string?> parts) =>
        name is null ? null : $"{name}\u001f{string.Join('\u001f', parts)}";

    public static string? Year(RowOrigin origin, params ReadOnlySpan<Entry<DateOnly>> dates) =>
        RowOrder.YearOf(origin, dates)?.ToString(CultureInfo.InvariantCulture);
}
