using System.Buffers.Binary;

namespace SpLg.Word.Figures;

/// <summary>Reads what the engine must know of a PNG. https://www.w3.org/TR/png/#11IHDR</summary>
internal static class Png
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="InvalidDataException">The bytes are no PNG: the field gives something else than its kind
    /// says.</exception>
    public static (long Width, long Height) Size(ReadOnlySpan<byte> png)
    {
        if (png.Length < 24 || !png.StartsWith(Signature))
            throw new InvalidDataException("A picture field gave bytes that are not a PNG.");
        var width = BinaryPrimitives.ReadUInt32BigEndian(png[16..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(png[20..]);
        return width == 0 || height == 0
            ? throw new InvalidDataException("A picture field gave a PNG without size.")
            : (width, height);
    }
}
