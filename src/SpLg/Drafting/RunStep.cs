namespace SpLg.Drafting;

/// <summary>What a run is at, as staff are told on the request while they wait.</summary>
internal enum RunStep
{
    /// <summary>The draft and what it was made of are read.</summary>
    ReadDraft,

    /// <summary>A document is put together.</summary>
    Build,

    /// <summary>A document goes into the library for drafts.</summary>
    Upload,

    /// <summary>What was approved becomes unchangeable.</summary>
    Freeze,

    /// <summary>The open edition becomes a PDF.</summary>
    Convert,

    /// <summary>The open edition or its PDF goes where every employee finds it.</summary>
    Publish,

    /// <summary>The site page is written and published.</summary>
    WritePage,

    /// <summary>What was published is taken away.</summary>
    Withdraw,
}
