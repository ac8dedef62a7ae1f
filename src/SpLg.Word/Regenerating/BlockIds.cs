namespace SpLg.Word.Regenerating;

/// <summary>Gives each generated block its id: the expression in short, and a number.</summary>
internal sealed class BlockIds
{
    // A tag may be 64 characters: "splg:" before and a number after.
    private const int LongestStem = 48;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);
    private readonly HashSet<int> controls = [];
    private readonly HashSet<uint> marks = [];

    public string New(string expression)
    {
        var stem = Stem(expression);
        // The lowest that is free: what is below the last one is taken.
        var number = last.GetValueOrDefault(stem) + 1;
        while (!taken.Add($"{stem}-{number}"))
            number++;
        last[stem] = number;
        return $"{stem}-{number}";
    }

    /// <summary>Keeps the id a block already has; false when another block has it, as after copying in Word.</summary>
    public bool TryKeep(string id) => taken.Add(id);

    /// <summary>Ids that content controls of the author's own have.</summary>
    public void TakeControl(int id) => controls.Add(id);

    /// <summary>A number for <c>w:id</c> of the content control, the same at every filling.</summary>
    public int Control(string id)
    {
        var hash = 2166136261u;
        foreach (var c in id)
            hash = (hash ^ c) * 16777619;
        var number = (int)(hash & 0x7fffffff);
        while (number == 0 || !controls.Add(number))
            number = (number + 1) & 0x7fffffff;
        return number;
    }

    /// <summary>
    /// The bookmarks by which a block is found without its control; null when another block of the document has the
    /// same.
    /// </summary>
    public BlockMark? Mark(string id, UnitLevel level)
    {
        var number = BlockMark.NumberOf(id);
        return marks.Add(number) ? new(number, level) : null;
    }

    private static string Stem(string expression)
    {
        Span<char> stem = stackalloc char[LongestStem];
        var used = 0;
        foreach (var c in FieldName.Fold(expression))
        {
            if (used == LongestStem)
                break;
            if (char.IsLetterOrDigit(c) || c == '.')
                stem[used++] = c;
        }
        return used == 0 ? "block" : stem[..used].ToString();
    }
}
