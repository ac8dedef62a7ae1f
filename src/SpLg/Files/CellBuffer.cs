using System.Buffers;
using System.Text.Encodings.Web;

namespace SpLg.Files;

/// <summary>Puts the cells of one row after another together; the room is used again for each row.</summary>
internal sealed class CellBuffer : IDisposable
{
    // Letters as they are: an escape takes six bytes for one of two.
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> bytes = new();
    private readonly Utf8JsonWriter json;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public CellBuffer()
    {
        json = new(bytes, Plain);
        json.WriteStartObject();
    }

    /// <summary>Adds a cell, unless the row has one of that name.</summary>
    public void Add(string name, string text)
    {
        if (names.Add(name))
            json.WriteString(name, text);
    }

    /// <inheritdoc cref="Add(string, string)"/>
    public void Add(string name, JsonElement value)
    {
        if (!names.Add(name))
            return;
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    /// <summary>The text added since last time.</summary>
    public RowCells Take()
    {
        json.WriteEndObject();
        json.Flush();
        var cells = new RowCells(JsonElement.Parse(bytes.WrittenSpan));
        names.Clear();
        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        return cells;
    }

    public void Dispose() => json.Dispose();
}
