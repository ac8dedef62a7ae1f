namespace SpLg.Core.Findings;

/// <summary>Rules for the columns every list carries.</summary>
internal static class CommonChecks
{
    public static IEnumerable<Finding> Of(ReadList read)
    {
        var rows = read.Rows;
        var unstated = rows.Count(r => r.Origin is { Publication.IsEmpty: true, SecrecyGround: null });
        if (unstated > 0)
            yield return WithoutPublication(read, unstated);
        var rowByKey = new Dictionary<string, RowOrigin>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var from = row.Origin;
            if (
                (SecretWithoutGround(from) ?? GroundWithoutSecrecy(read.List, from) ?? GroundWithoutParagraph(from)) is
                { } finding
            )
                yield return finding;
            if (from.ExternalKey is { } key && !rowByKey.TryAdd(key, from))
                yield return from.Error(
                    "Extern nyckel",
                    $"Rad {rowByKey[key].Id} har samma nyckel ”{key}”. Samma sak kan ha lästs in två gånger: ta "
                        + "bort den ena raden eller rätta nyckeln."
                );
        }
    }

    /// <summary>One finding a list: a source that has no such column would otherwise give one a row.</summary>
    private static Finding WithoutPublication(ReadList read, int count) =>
        new(
            FindingLevel.Warning,
            read.Schema.Title,
            null,
            "Publicering",
            $"Publicering är inte angiven på {Swedish.Count(count, "rad", "rader")} i listan {read.Schema.Title}. "
                + (
                    read.List.Rule == OpenRule.WhereChosen
                        ? $"{Swedish.Form(count, "Den räknas", "De räknas")} med i antalen i den öppna utgåvan men visas inte där. "
                        : $"{Swedish.Form(count, "Den räknas som öppen", "De räknas som öppna")} och {read.List.ShownWhenUnstated}. "
                )
                + "Välj Öppen, Intern eller Sekretess.",
            null
        );

    private static Finding? SecretWithoutGround(RowOrigin origin) =>
        origin.Publication.Is(Publication.Secret) && origin.SecrecyGround is null
            ? origin.Error(
                "Sekretessgrund (OSL)",
                "Raden är märkt Sekretess men grunden saknas. Ange paragrafen i offentlighets- och "
                    + "sekretesslagen, eller ändra publiceringen."
            )
            : null;

    /// <summary>
    /// An open row is shown as it says, but for one of a weakness; one that says nothing is held back for its ground.
    /// </summary>
    private static Finding? GroundWithoutSecrecy(ListOf list, RowOrigin origin) =>
        origin switch
        {
            { SecrecyGround: null } => null,
            { Publication.IsEmpty: true } => origin.Warning(
                "Publicering",
                "Raden har en sekretessgrund men ingen publicering. Den visas inte i den öppna utgåvan. Välj "
                    + "Sekretess, eller ta bort grunden och välj Öppen."
            ),
            _ when origin.Publication.Is(Publication.Open) => origin.Warning(
                "Publicering",
                $"Raden är märkt Öppen men har en sekretessgrund. Den {(list.OwnTold(origin) == Told.Alone ? "visas" : "visas inte")} "
                    + "i den öppna utgåvan. Välj Sekretess, eller ta bort grunden."
            ),
            _ => null,
        };

    private static Finding? GroundWithoutParagraph(RowOrigin origin) =>
        origin.Publication.Is(Publication.Secret)
        && origin.SecrecyGround is { } ground
        && !LeftOutRows.HasParagraph(ground)
            ? origin.Warning(
                "Sekretessgrund (OSL)",
                "Grunden anger ingen paragraf som går att läsa. Skriv kapitel och paragraf i offentlighets- och "
                    + "sekretesslagen, till exempel 18 kap. 8 §."
            )
            : null;
}
