using System.Buffers.Binary;

namespace SpLg.LocalSite.Store;

/// <summary>
/// The hash SharePoint shows for a file: every byte is xor-ed into a 160-bit ring, 11 bits further on each time, and
/// the length is xor-ed into the last 8 bytes. Clients compare it after an upload.
/// https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash
/// </summary>
internal sealed class QuickXorHash
{
    private const int Bits = 160;
    private readonly byte[] ring = new byte[Bits / 8];
    private int shift;
    private long length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            var index = shift >> 3;
            var spread = value << (shift & 7);
            ring[index] ^= (byte)spread;
            ring[index + 1 == ring.Length ? 0 : index + 1] ^= (byte)(spread >> 8);
            shift = (shift + 11) % Bits;
        }
        length += bytes.Length;
    }

    /// <summary>The hash in base64, as Graph writes it.</summary>
    public string Result()
    {
        Span<byte> hash = [.. ring];
        Span<byte> count = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(count, length);
        for (var i = 0; i < 8; i++)
            hash[12 + i] ^= count[i];
        return Convert.ToBase64String(hash);
    }
}
