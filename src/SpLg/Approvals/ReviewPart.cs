namespace SpLg.Approvals;

/// <summary>
/// One of the documents that one approval of a year's review is about: handed over, frozen, verified and published
/// together.
/// </summary>
/// <param name="Title">As the version history calls it, in Swedish.</param>
internal sealed record ReviewPart(Edition Edition, string Title)
{
    public static ReviewPart Full { get; } = new(Edition.Full, "Fullständig utgåva");

    public static ReviewPart Open { get; } =
        new(Edition.Open, "Öppen utgåva")
        {
            IsMadeAtHandOver = true,
            IsPublished = true,
            InEvidence = "openEdition",
        };

    /// <summary>In the order they are written.</summary>
    public static IReadOnlyList<ReviewPart> All { get; } = [Full, Open];

    /// <summary>False for the draft, which is made of the lists when a person asks for it.</summary>
    public bool IsMadeAtHandOver { get; init; }

    /// <summary>True when every employee is to read it.</summary>
    public bool IsPublished { get; init; }

    /// <summary>
    /// The property of the approval's evidence that holds its fingerprint; null for the full edition, which the
    /// evidence is of.
    /// </summary>
    public string? InEvidence { get; init; }

    /// <summary>
    /// End of the published file's name, after the review's; empty for the one that the page leads to.
    /// </summary>
    public string Suffix { get; init; } = "";

    /// <summary>Where all employees read it, without extension.</summary>
    public string PublishedNameOf(int year) => PublishedLibrary.NameOf(year) + Suffix;

    /// <summary>File name without extension.</summary>
    public string NameOf(int year) => DocumentSet.ReviewName(year, Edition);
}
