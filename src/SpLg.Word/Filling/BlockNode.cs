using SpLg.Word.Comments;

namespace SpLg.Word.Filling;

/// <summary>
/// An outermost piece of generated content, in a content control of its own so that it can be found and made anew.
/// </summary>
/// <param name="start">The control up to its content.</param>
/// <param name="whenEmpty">Stands in for content that came to nothing, where Word wants something; may be
/// empty.</param>
/// <param name="mark">Finds the block again without its control; null when another block has the same.</param>
/// <param name="anchors">What people have anchored in the block.</param>
/// <param name="edit">What a person had written in the block; null when it stood as it was written.</param>
internal sealed class BlockNode(
    Prototype prototype,
    UnitLevel level,
    byte[] start,
    byte[] whenEmpty,
    BlockMark? mark,
    IReadOnlyList<Anchor> anchors,
    HandEdit? edit,
    FillNode[] content
) : FillNode
{
    private readonly string begins = string.Concat(anchors.Select(a => a.Begin));
    private readonly string ends = string.Concat(anchors.Select(a => a.End));
    private readonly Anchor? comment = edit?.CommentId is { } id ? Anchor.OfComment(id, edit.Place) : null;

    public override bool HasHeadings { get; } = content.HasHeadings();

    public override void Write(FillRun run)
    {
        run.Output.Write(start);
        run.Enter();
        if (level == UnitLevel.Runs)
            WriteRuns(run);
        else
            WriteParagraphs(run);
        run.Output.Write("</w:sdtContent></w:sdt>"u8);
    }

    public override void CollectHeadings(FillRun run) => content.CollectHeadings(run);

    public override void AppendText(FillRun run, System.Text.StringBuilder text)
    {
        foreach (var node in content)
            node.AppendText(run, text);
    }

    private void WriteRuns(FillRun run)
    {
        run.Output.Hold(null, all: true);
        var isOverwritten = WriteContent(run, out var isEmpty);
        var (begin, end) = (begins + (isOverwritten ? comment?.Begin : ""), ends + (isOverwritten ? comment?.End : ""));
        // On nothing a comment comes before the mark, as in a paragraph.
        run.Output.PutAtBeginning(isEmpty ? begin + end + mark?.First(0) : mark?.First(0) + begin);
        run.Output.Release(null, []);
        run.Markup((isEmpty ? "" : end) + mark?.Last(0));
    }

    // Only a paragraph can hold bookmarks that every program keeps. LibreOffice 7.4 drops one that stands right before
    // a comment on nothing.
    private void WriteParagraphs(FillRun run)
    {
        run.Output.Hold(mark is null ? null : mark.First, all: anchors.Count > 0 || comment is not null);
        var isOverwritten = WriteContent(run, out _);
        List<Anchor> all = isOverwritten && comment is not null ? [.. anchors, comment] : [.. anchors];
        var there = all.Exists(a => a.Place is not null) ? PlaceReader.Read(run.Output.HeldMarkup) : [];
        var placed = all.ToLookup(a => a.Place?.Among(there) ?? 0);
        run.Output.Release(
            mark is null ? null : mark.Last,
            [.. placed.Select(p => (p.Key, string.Concat(p.Select(a => a.Begin + a.End))))]
        );
        run.ExposedComments.UnionWith(placed[0].Where(a => a is { Name: null, IsReferred: true }).Select(a => a.Id));
    }

    /// <returns>Whether something that a person had written is gone.</returns>
    private bool WriteContent(FillRun run, out bool isEmpty)
    {
        var closings = run.Closings;
        run.StartHash();
        content.Write(run);
        if (run.Closings == closings && whenEmpty.Length > 0)
        {
            run.Output.Write(whenEmpty);
            run.Hash("\n"u8);
            run.Close(level == UnitLevel.Rows ? Closed.Row : Closed.Paragraph);
        }
        var (hash, lines) = run.EndHash();
        run.Store.Add(new(prototype, hash, lines));
        isEmpty = hash == new TextHash().ToString();
        if (edit is null || edit.Hash == hash)
            return false;
        run.Overwritten.Add(edit);
        return true;
    }
}
