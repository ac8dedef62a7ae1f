using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SpLg.Core.RichText;

/// <summary>
/// Results for long texts, kept so that each text is read once: every edition reads each cell again, and a cell may be
/// a megabyte. Short texts are not kept.
/// </summary>
/// <param name="look">Depends on the text alone.</param>
/// <param name="size">About how many characters are kept with what was found.</param>
internal sealed class LongTexts<T>(Func<string, T> look, Func<T, int> size)
{
    private const int Long = 2_000;

    /// <summary>As many characters as a file of rows has.</summary>
    private const int Room = 10_000_000;

    /// <summary>By a hash, so that the text itself is not kept.</summary>
    private readonly ConcurrentDictionary<UInt128, T> known = new();

    private int held;

    public T In(string text)
    {
        if (text.Length < Long)
            return look(text);
        var key = MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
        if (known.TryGetValue(key, out var found))
            return found;
        found = look(text);
        if (Interlocked.Add(ref held, Long + size(found)) > Room)
        {
            known.Clear();
            held = 0;
        }
        return known[key] = found;
    }
}
