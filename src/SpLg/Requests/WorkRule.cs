namespace SpLg.Requests;

/// <summary>How a run leaves a request.</summary>
/// <param name="Handled">What has now been dealt with to the end; null leaves what it was.</param>
internal sealed record RequestEnd(ReviewStatus Status, ReviewStatus? Handled);

/// <summary>What a run does with a request, and how it leaves it.</summary>
/// <param name="Step">A step that is work.</param>
/// <param name="Done">When it goes well.</param>
/// <param name="Again">What a person sets to have it tried again.</param>
internal sealed record WorkRule(RequestStep Step, RequestEnd Done, ReviewStatus Again)
{
    /// <summary>The status while it is worked on; null leaves the one that a person has set.</summary>
    public ReviewStatus? During { get; init; }

    /// <summary>
    /// True when a run ends, to begin anew, because a person has corrected what is asked for. What has been approved
    /// is not corrected so; <see cref="ApprovalCheck"/> sees to that.
    /// </summary>
    public bool FollowsOrder { get; init; }

    /// <summary>
    /// How a stop because of a closed row or personal data leaves it; null counts the stop as a fault.
    /// </summary>
    public RequestEnd? WhenStopped { get; init; }

    /// <summary>How it is left when somebody has saved the draft; null counts that as a fault.</summary>
    public RequestEnd? WhenDraftChanged { get; init; }

    /// <summary>How it is left when something is missing for the approval; null counts that as a fault.</summary>
    public RequestEnd? WhenGaps { get; init; }

    /// <summary>How any fault leaves a review that is published and stays so; null makes no difference.</summary>
    public RequestEnd? WhenPublished { get; init; }

    /// <summary>What the request tells, in Swedish, when the work begins.</summary>
    public required string Begun { get; init; }

    /// <summary>What the request tells, in Swedish, when the work went through after a person had a document
    /// open.</summary>
    public required string Waited { get; init; }

    /// <summary>How a fault that does not pass leaves the request.</summary>
    /// <param name="isPublished">True when what was approved before is published.</param>
    public RequestEnd After(Exception fault, bool isPublished) =>
        fault switch
        {
            _ when isPublished && WhenPublished is { } end => end,
            PublicationStoppedException when WhenStopped is { } end => end,
            ApprovalGapsException when WhenGaps is { } end => end,
            DraftChangedException when WhenDraftChanged is { } end => end,
            _ => new(ReviewStatus.Failed, Handled: null),
        };
}
