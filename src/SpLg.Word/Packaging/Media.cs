namespace SpLg.Word.Packaging;

/// <summary>Pictures that a filling adds.</summary>
internal sealed class Media
{
    /// <summary>Part names that an earlier filling added begin with this.</summary>
    public const string Prefix = "word/media/splg";

    private readonly List<(string Part, ReadOnlyMemory<byte> Bytes)> pictures = [];

    public IReadOnlyList<(string Part, ReadOnlyMemory<byte> Bytes)> Pictures => pictures;

    /// <summary>Adds a PNG and gives its part name.</summary>
    public string Add(ReadOnlyMemory<byte> png)
    {
        var known = pictures.FindIndex(p => p.Bytes.Span.SequenceEqual(png.Span));
        if (known >= 0)
            return pictures[known].Part;
        var part = $"{Prefix}{pictures.Count + 1}.png";
        pictures.Add((part, png));
        return part;
    }
}
