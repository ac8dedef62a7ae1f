namespace SpLg.Core.Rollup;

/// <summary>Whether a figure can be told.</summary>
public enum ComparedState
{
    Known,

    /// <summary>Nobody knows it, which is not the same as zero.</summary>
    Missing,

    /// <summary>It is so small that it could point at a person.</summary>
    Hidden,
}
