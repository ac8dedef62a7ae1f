namespace SpLg.Core.Lists;

/// <summary>The noun for one row of a list, and for several.</summary>
/// <param name="IsNeuter">True for <c>ett beslut</c>, false for <c>en incident</c>.</param>
public sealed record ListNoun(string One, string Many, bool IsNeuter = false)
{
    /// <summary>For a list that does not say.</summary>
    public static ListNoun Row { get; } = new("rad", "rader");
}
