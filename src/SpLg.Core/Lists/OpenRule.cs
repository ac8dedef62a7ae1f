namespace SpLg.Core.Lists;

/// <summary>How the rows of a list are told in an open edition.</summary>
public enum OpenRule
{
    /// <summary>The list is not there. So is one that declares nothing.</summary>
    Closed,

    /// <summary>A row is told unless somebody has closed it; one that is closed is left out, which is told.</summary>
    UnlessClosed,

    /// <summary>
    /// The rows describe weaknesses: one is told alone where a person chose Öppen, every other one counts in totals.
    /// </summary>
    WhereChosen,

    /// <summary>
    /// Every row is a figure and none is told alone; the words it is counted by are told unless somebody has closed it.
    /// </summary>
    Figures,

    /// <summary>
    /// Numbers and choices hold whatever the row says; its words are told unless somebody has closed it.
    /// </summary>
    NumbersAlways,
}
