namespace SpLg.Core.Lists;

/// <summary>A row of a list, or what a section made of exactly one: it can be followed back.</summary>
public interface ISourceRow
{
    RowOrigin Origin { get; }
}
