namespace SpLg.LocalSite.Faults;

/// <summary>The fault that a rule brings on a request it meets.</summary>
public enum FaultKind
{
    /// <summary>
    /// Answers with the rule's status instead of doing anything; without a status only its delay is felt.
    /// </summary>
    Answer,

    /// <summary>Breaks the connection before anything is done.</summary>
    DropBefore,

    /// <summary>Does what was asked, then breaks the connection without an answer.</summary>
    DropAfter,

    /// <summary>Delta: every item of the page comes twice, which is documented to happen.</summary>
    DuplicateDeltaItems,

    /// <summary>Delta: status 200 with an error in the place of an item, a fault seen of the service.</summary>
    ErrorInDelta,

    /// <summary>
    /// Listing: items written within the rule's delay before now are not there yet (eventual consistency).
    /// </summary>
    HideFreshItems,

    /// <summary>Answers with the rule's text, status (200 when it has none) and headers, whatever was asked.</summary>
    Text,

    /// <summary>Listing: the first item of the page comes again at its end.</summary>
    RepeatItem,

    /// <summary>Listing: the next page is this one.</summary>
    NextLinkToItself,

    /// <summary>The answer carries RateLimit headers as from 80 % of the limit.</summary>
    NearRateLimit,
}
