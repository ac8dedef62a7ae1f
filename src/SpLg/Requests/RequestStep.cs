namespace SpLg.Requests;

/// <summary>What a request needs of the worker as it stands.</summary>
internal enum RequestStep
{
    /// <summary>It waits for a person, or is done.</summary>
    Nothing,

    /// <summary>Its documents are to be made of the lists.</summary>
    MakeDraft,

    /// <summary>The draft is to be examined and the open edition made, for the one who approves.</summary>
    Prepare,

    /// <summary>That it has been approved is to be checked; then it is frozen and published.</summary>
    Publish,

    /// <summary>What is published is to be taken away from the employees.</summary>
    Withdraw,

    /// <summary>A person has set a status that needs no work; that it has been seen is noted.</summary>
    Acknowledge,

    /// <summary>A person has set a status that cannot be; it is put back and answered.</summary>
    PutBack,

    /// <summary>
    /// It lies for approval. A hand-over that a person has set since the worker wrote last is yet to be examined.
    /// </summary>
    PrepareTyped,

    /// <summary>
    /// It stands at Fel, Publicerad or Återkallad, whose end the application sets itself, or as of a year before the program. One that a
    /// person has set is put back.
    /// </summary>
    PutBackTyped,
}
