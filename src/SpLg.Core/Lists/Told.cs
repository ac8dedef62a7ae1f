namespace SpLg.Core.Lists;

/// <summary>How much an open edition tells of a row.</summary>
public enum Told
{
    /// <summary>Nothing but, for some lists, that a row is left out.</summary>
    No,

    /// <summary>It counts in totals; nothing is told of it alone.</summary>
    Counted,

    /// <summary>It is told by itself, in the columns that its list declares open.</summary>
    Alone,
}
