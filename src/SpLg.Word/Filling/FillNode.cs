namespace SpLg.Word.Filling;

/// <summary>One step of a compiled part: something to write when the part is filled.</summary>
internal abstract class FillNode
{
    public abstract void Write(FillRun run);

    /// <summary>Whether <see cref="CollectHeadings"/> can find anything here; lets long tables be skipped.</summary>
    public virtual bool HasHeadings => false;

    /// <summary>Adds the headings that <see cref="Write"/> will write, in order, for the table of contents.</summary>
    public virtual void CollectHeadings(FillRun run) { }

    /// <summary>Adds the plain text that <see cref="Write"/> will show.</summary>
    public virtual void AppendText(FillRun run, System.Text.StringBuilder text) { }
}
