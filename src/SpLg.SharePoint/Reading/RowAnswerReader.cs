using System.Runtime.CompilerServices;

namespace SpLg.SharePoint.Reading;

/// <summary>
/// Reads rows out of the bytes of an answer in one pass. The SDK's model of a row makes a date of the text "2025-01-14"
/// and an id of what looks like one, and takes many times the time (tests/SpLg.Bench).
/// https://github.com/microsoft/kiota-dotnet/blob/main/src/serialization/json/JsonParseNode.cs
/// </summary>
/// <remarks>
/// What runs for each row and cell is compiled fast at once and compares names by itself: 100,000 rows took 0.86 s of
/// processor time instead of 1.03 (medians of seven runs each in turn, beside other work), because a reading is over
/// before the runtime has made slow code fast.
/// </remarks>
/// <param name="convert">With a <see cref="JsonException"/> when the row is not what it should be.</param>
internal sealed class RowAnswerReader<T>(Func<RowAnswer, T> convert)
{
    private readonly CellNames names = new();

    /// <summary>A page of a collection.</summary>
    /// <exception cref="JsonException">It is not what Graph sends; the message or path says where.</exception>
    /// <exception cref="FaultInAnswerException">It, or a row in it, is an error.</exception>
    public PageOf<T> Page(ReadOnlyMemory<byte> json)
    {
        json = WithoutMark(json);
        var reader = Begin(json);
        List<T>? rows = null;
        string? next = null;
        string? delta = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.Is("value"u8))
            {
                if (rows is not null)
                    throw Twice("value");
                rows = Rows(ref reader, json);
            }
            else if (reader.Is("@odata.nextLink"u8))
            {
                next = Text(ref reader, "@odata.nextLink");
            }
            else if (reader.Is("@odata.deltaLink"u8))
            {
                delta = Text(ref reader, "@odata.deltaLink");
            }
            else if (reader.Is("error"u8))
            {
                ThrowIfFault(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
        End(ref reader);
        return new(rows ?? throw new JsonException("it is not a collection: value is missing"), next, delta);
    }

    /// <summary>A row alone.</summary>
    /// <inheritdoc cref="Page"/>
    public T One(ReadOnlyMemory<byte> json)
    {
        json = WithoutMark(json);
        var reader = Begin(json);
        var row = Row(ref reader, json, null);
        End(ref reader);
        return convert(row);
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;

    private static Utf8JsonReader Begin(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject ? reader : throw OtherKind("$");
    }

    // Anything after the object makes the reader throw.
    private static void End(ref Utf8JsonReader reader) => reader.Read();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private List<T> Rows(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            throw new JsonException("it is not a collection: value is missing");
        if (reader.TokenType != JsonTokenType.StartArray)
            throw OtherKind("$.value");
        var rows = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null)
                throw new JsonException($"value[{rows.Count}] is null");
            if (reader.TokenType != JsonTokenType.StartObject)
                throw OtherKind($"$.value[{rows.Count}]");
            var row = Row(ref reader, json, rows.Count);
            try
            {
                rows.Add(convert(row));
            }
            catch (JsonException odd)
            {
                throw new JsonException($"value[{rows.Count}]: {odd.Message}", odd);
            }
        }
        return rows;
    }

    /// <param name="index">Its place in the page; null for a row alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RowAnswer Row(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, int? index)
    {
        string? id = null;
        string? tag = null;
        ReadOnlyMemory<byte> otherTag = default;
        string? address = null;
        var isDeleted = false;
        ReadOnlyMemory<byte> fields = default;
        ReadOnlyMemory<byte> modifiedOn = default;
        ReadOnlyMemory<byte> modifiedBy = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.Is("id"u8))
                id = id is null ? Text(ref reader, "id", index) : throw Twice("id");
            else if (reader.Is("fields"u8))
                fields = fields.IsEmpty ? Cells(ref reader, json) : throw Twice("fields");
            else if (reader.Is("eTag"u8))
                tag = Text(ref reader, "eTag", index);
            else if (reader.Is("@odata.etag"u8))
                otherTag = Piece(ref reader, json);
            else if (reader.Is("webUrl"u8))
                address = Text(ref reader, "webUrl", index);
            else if (reader.Is("deleted"u8))
                isDeleted = !Piece(ref reader, json).IsEmpty;
            else if (reader.Is("lastModifiedDateTime"u8))
                modifiedOn = Piece(ref reader, json);
            else if (reader.Is("lastModifiedBy"u8))
                modifiedBy = Piece(ref reader, json);
            else if (reader.Is("error"u8))
                ThrowIfFault(ref reader);
            else
                reader.Skip();
        }
        return new(
            id,
            ETag: tag ?? Text(otherTag, "@odata.etag", index),
            WebUrl: address,
            Fields: fields,
            IsDeleted: isDeleted,
            ModifiedOn: modifiedOn,
            ModifiedBy: modifiedBy
        );
    }

    /// <summary>The object of the cells, none of which may be there twice; empty when it is no object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlyMemory<byte> Cells(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return default;
        }
        var start = (int)reader.TokenStartIndex;
        names.Begin();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            names.Next(ref reader);
            reader.Skip();
        }
        var cells = json[start..(int)reader.BytesConsumed];
        names.End(cells.Span);
        return cells;
    }

    /// <summary>The value as it stands there; empty for null.</summary>
    private static ReadOnlyMemory<byte> Piece(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var isNull = reader.TokenType == JsonTokenType.Null;
        reader.Skip();
        return isNull ? default : json[start..(int)reader.BytesConsumed];
    }

    private static string? Text(ref Utf8JsonReader reader, string name, int? index = null)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw OtherKind(index is { } n ? $"$.value[{n}].{name}" : $"$.{name}"),
        };
    }

    private static string? Text(ReadOnlyMemory<byte> piece, string name, int? index)
    {
        if (piece.IsEmpty)
            return null;
        var reader = new Utf8JsonReader(piece.Span);
        return Text(ref reader, name, index);
    }

    private static void ThrowIfFault(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.Null)
            throw new FaultInAnswerException(JsonElement.ParseValue(ref reader));
    }

    private static JsonException Twice(string name) => new($"{name} stands in it twice");

    private static JsonException OtherKind(string path) =>
        new("a value of another kind than it should be", path, null, null);
}
