namespace SpLg.SharePoint.Answers;

/// <summary>
/// Counts the values of JSON while it comes. A parser makes something of each, so an answer of few bytes can fill the
/// memory:
/// 64 MB hold twenty million empty objects.
/// </summary>
internal struct JsonValues
{
    private int count;
    private bool isInText;
    private bool isEscaped;

    /// <param name="bytes">What comes next, well-formed or not.</param>
    /// <returns>About how many values there have been: what opens or parts them.</returns>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (isEscaped)
            {
                isEscaped = false;
                bytes = bytes[1..];
                continue;
            }
            var next = isInText ? bytes.IndexOfAny((byte)'"', (byte)'\\') : bytes.IndexOfAny("\"[{,"u8);
            if (next < 0)
                break;
            switch (bytes[next])
            {
                case (byte)'"':
                    isInText = !isInText;
                    break;
                case (byte)'\\':
                    isEscaped = true;
                    break;
                default:
                    count++;
                    break;
            }
            bytes = bytes[(next + 1)..];
        }
        return count;
    }
}
