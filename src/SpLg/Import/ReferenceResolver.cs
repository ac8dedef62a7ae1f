namespace SpLg.Import;

/// <summary>Finds the site's own ids for the names and titles a file holds. Each list is read once.</summary>
internal sealed class ReferenceResolver(OpenSite site)
{
    private readonly Dictionary<string, ILookup<string, int>> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> expected = new(StringComparer.Ordinal);
    private ILookup<string, int>? people;

    /// <summary>The reference with its id, or null after telling <paramref name="fault"/> (Swedish) why there is none.</summary>
    public async Task<Reference?> TryResolveAsync(
        ColumnSchema column,
        Reference wanted,
        Action<string> fault,
        CancellationToken cancellationToken
    )
    {
        if (wanted.Id is not null)
            return wanted;
        var text = wanted.Text!;
        var ids =
            column.Kind == ColumnKind.Person
                ? (people ??= await PeopleAsync(cancellationToken))[text]
                : (await RowsAsync(column.LookupList!, cancellationToken))[text];
        var found = ids.Distinct().ToList();
        if (found.Count == 1)
            return wanted with { Id = found[0] };
        fault(
            (column.Kind, found.Count) switch
            {
                (ColumnKind.Person, 0) =>
                    $"Personen ”{text}” finns inte på webbplatsen. Be personen öppna webbplatsen en gång, eller "
                        + "välj personen i listan efter importen.",
                (ColumnKind.Person, _) =>
                    $"Flera personer på webbplatsen heter ”{text}”. Välj rätt person i listan efter importen.",
                (_, 0) =>
                    $"Raden ”{text}” finns inte i listan {column.LookupList}. Importera den listan först eller rätta texten.",
                _ => $"Flera rader i listan {column.LookupList} heter ”{text}”. Välj rätt rad i listan efter importen.",
            }
        );
        return null;
    }

    /// <summary>Forgets a list that has just been written to, so that the next look-up sees its new rows.</summary>
    public void Forget(ListSchema list) => lists.Remove(list.Title);

    /// <summary>
    /// Rows that a dry run would have created: references to them would be found. Their ids are made up and below zero.
    /// </summary>
    public void Expect(ListSchema list, IReadOnlyList<string> titles)
    {
        expected[list.Title] = titles;
        lists.Remove(list.Title);
    }

    /// <summary>By name and by e-mail address; nobody when this application may not see the list of people.</summary>
    private async Task<ILookup<string, int>> PeopleAsync(CancellationToken cancellationToken) =>
        (await site.Reader.PeopleAsync(cancellationToken) ?? new Dictionary<int, Person>())
            .Values.SelectMany(p => new[] { p.Name, p.Email }.OfType<string>().Select(text => (Text: text, p.Id)))
            .ToLookup(p => p.Text, p => p.Id, StringComparer.OrdinalIgnoreCase);

    private async Task<ILookup<string, int>> RowsAsync(string title, CancellationToken cancellationToken)
    {
        if (lists.TryGetValue(title, out var known))
            return known;
        var schema =
            site.Schema.TryFind(title)
            ?? throw new InvalidOperationException($"The template's look-up list '{title}' is not in the template.");
        var titles = schema with { Columns = [schema.Column("Title")] };
        var found = new List<(string Text, int Id)>();
        await foreach (var row in site.Reader.RowsAsync(site.List(schema.Name), titles, cancellationToken))
        {
            if (row.Fields.TryGetValue("Title", out var text))
                found.Add(
                    (text.ToString().Trim(), int.Parse(row.Id, System.Globalization.CultureInfo.InvariantCulture))
                );
        }
        found.AddRange(expected.GetValueOrDefault(title, []).Select((text, i) => (text, -1 - i)));
        return lists[title] = found.ToLookup(r => r.Text, r => r.Id, StringComparer.OrdinalIgnoreCase);
    }
}
