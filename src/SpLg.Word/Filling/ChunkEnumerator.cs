namespace SpLg.Word.Filling;

/// <summary>Cuts text into pieces of a limited length, never inside a surrogate pair.</summary>
internal ref struct ChunkEnumerator(ReadOnlySpan<char> text, int longest)
{
    private ReadOnlySpan<char> rest = text;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly ChunkEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (rest.IsEmpty)
            return false;
        var length = Math.Min(rest.Length, longest);
        if (length < rest.Length && char.IsHighSurrogate(rest[length - 1]))
            length--;
        Current = rest[..length];
        rest = rest[length..];
        return true;
    }
}
