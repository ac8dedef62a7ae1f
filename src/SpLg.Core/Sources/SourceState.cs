namespace SpLg.Core.Sources;

/// <summary>How well an action's words say where it comes from or what it is about.</summary>
public enum SourceState
{
    /// <summary>They say nothing.</summary>
    NotSaid,

    /// <summary>They mean one row, or rows that are told under one name.</summary>
    Found,

    /// <summary>They mean a kind of rows and no single one, such as a working method or an area.</summary>
    Kind,

    /// <summary>They could mean several rows.</summary>
    Ambiguous,

    /// <summary>No row is called so.</summary>
    Unknown,
}
