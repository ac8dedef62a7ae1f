using System.Runtime.CompilerServices;

namespace SpLg.Word.Filling;

/// <summary>
/// FNV-1a, 64 bits, over the text a reader sees: enough to tell whether a person has changed it, indifferent to how
/// Word splits the same text into runs. Not a defence against anyone.
/// http://www.isthe.com/chongo/tech/comp/fnv/
/// </summary>
internal struct TextHash()
{
    private ulong state = 14695981039346656037;

    [MethodImpl(Hot.Path)]
    public void Add(ReadOnlySpan<byte> utf8)
    {
        var hash = state;
        foreach (var b in utf8)
            hash = (hash ^ b) * 1099511628211;
        state = hash;
    }

    public override readonly string ToString() => state.ToString("x16", CultureInfo.InvariantCulture);
}
