namespace SpLg.Word.Comments;

/// <summary>What a person has written over in a generated block.</summary>
/// <param name="Hash">Of the text that stands there now.</param>
/// <param name="CommentId">Of the comment that keeps the text; null where Word has no comments, such as in a header.</param>
internal sealed record HandEdit(EditedBlock Block, string Hash, int? CommentId)
{
    /// <summary>So much is kept word by word; of more, such as a table, only what does not stand there any longer.</summary>
    private const int Whole = 12;

    /// <summary>The lines that the comment keeps.</summary>
    public IReadOnlyList<string> Kept { get; private init; } = Block.Text.Split('\n');

    /// <summary><see cref="Kept"/> is not all of the text.</summary>
    public bool IsPart { get; private init; }

    /// <param name="text">What has been written in its place.</param>
    public HandEdit Against(string text)
    {
        if (Kept.Count <= Whole)
            return this;
        var stands = text.Split('\n', '\v').ToHashSet(StringComparer.Ordinal);
        return this with { Kept = [.. Kept.Where(l => !stands.Contains(l))], IsPart = true };
    }
}
