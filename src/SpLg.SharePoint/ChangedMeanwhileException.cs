namespace SpLg.SharePoint;

/// <summary>
/// Someone else changed the row or file after it was read (412). Read it again before writing.
/// A repeated call also ends here when the first attempt was carried out but its answer was lost, so a caller that
/// claims something looks at what is there before it believes that another has it.
/// </summary>
public sealed class ChangedMeanwhileException : GraphException
{
    internal ChangedMeanwhileException(GraphError error, string advice, Exception? cause = null)
        : base(error, advice, cause) { }
}
