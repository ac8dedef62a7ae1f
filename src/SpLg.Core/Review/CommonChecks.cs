using SpLg.Core.Lists;

namespace SpLg.Core.Review;

/// <summary>Rules for the columns every list carries, and for personal identity numbers in texts that may be published.</summary>
internal static class CommonChecks
{
    /// <param name="texts">The row's texts that may reach a reader, with their column names.</param>
    public static IEnumerable<Finding> Of<T>(IReadOnlyList<T> rows, Func<T, RowOrigin> origin, Func<T, IEnumerable<(string Column, string? Text)>> texts)
    {
        var rowByKey = new Dictionary<string, RowOrigin>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var from = origin(row);
            if (SecretWithoutGround(from) is { } finding)
                yield return finding;
            if (from.ExternalKey is { } key && !rowByKey.TryAdd(key, from))
                yield return from.Error("Extern nyckel", $"{(rowByKey[key].Id == from.Id ? "En annan rad med samma radnummer" : $"Rad {rowByKey[key].Id}")} har samma nyckel ”{key}”. Samma sak kan ha lästs in två gånger: ta bort den ena raden eller rätta nyckeln.");
            foreach (var (column, text) in texts(row))
            {
                if (text is not null && PersonalNumber.IsIn(text))
                    yield return from.Error(column, "Texten ser ut att innehålla ett personnummer. Ta bort det: texten kan komma att publiceras.");
            }
        }
    }

    private static Finding? SecretWithoutGround(RowOrigin origin) =>
        origin.Publication.Is(Publication.Secret) && origin.SecrecyGround is null
            ? origin.Error("Sekretessgrund (OSL)", "Raden är märkt Sekretess men grunden saknas. Ange paragrafen i offentlighets- och sekretesslagen, eller ändra publiceringen.")
            : null;
}
