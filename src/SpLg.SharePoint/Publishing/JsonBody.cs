using System.Buffers;
using System.Text.Json;

namespace SpLg.SharePoint.Publishing;

/// <summary>Builds the body of a request.</summary>
internal static class JsonBody
{
    /// <summary>An object with what <paramref name="content"/> writes into it.</summary>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
