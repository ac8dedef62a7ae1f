using System.Runtime.CompilerServices;

namespace SpLg.SharePoint.Reading;

/// <summary>
/// Sees that no cell stands in a row twice, of which nobody could say which one counts. Rows of a list have their cells
/// in one order, and lack those that are empty: a name that comes after the one before it in that order is another one,
/// without looking further.
/// </summary>
internal sealed class CellNames
{
    /// <summary>Columns of a list; more names than that are compared in the slow way.</summary>
    private const int Most = 512;

    private readonly List<byte[]> order = [];
    private int place;
    private bool isInOrder;

    public void Begin() => (place, isInOrder) = (0, true);

    /// <param name="reader">At the name.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Next(ref Utf8JsonReader reader)
    {
        if (!isInOrder)
            return;
        for (var ahead = place; ahead < order.Count; ahead++)
        {
            if (!reader.Is(order[ahead]))
                continue;
            place = ahead + 1;
            return;
        }
        isInOrder = order.Count < Most && !reader.ValueIsEscaped && !IsBefore(ref reader);
        if (isInOrder)
            order.Insert(place++, reader.ValueSpan.ToArray());
    }

    /// <param name="cells">The whole object.</param>
    /// <exception cref="JsonException">A name is there twice.</exception>
    public void End(ReadOnlySpan<byte> cells)
    {
        if (isInOrder)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(cells);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.GetString() is { } name && !seen.Add(name))
                throw new JsonException($"the cell '{Answers.Expected.Short(name)}' stands in a row twice");
            reader.Skip();
        }
    }

    private bool IsBefore(ref Utf8JsonReader reader)
    {
        for (var n = 0; n < place; n++)
        {
            if (reader.Is(order[n]))
                return true;
        }
        return false;
    }
}
