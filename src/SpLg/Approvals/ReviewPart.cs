namespace SpLg.Approvals;

/// <summary>
/// One of the documents that one approval of a year's review is about: handed over, frozen and verified together.
/// </summary>
/// <param name="Title">As the version history calls it, in Swedish.</param>
internal sealed record ReviewPart(Edition Edition, string Title)
{
    public static ReviewPart Full { get; } = new(Edition.Full, "Fullständig utgåva");

    public static ReviewPart Open { get; } =
        new(Edition.Open, "Öppen utgåva") { IsMadeAtHandOver = true, IsPublished = true };

    /// <summary>In the order they are written.</summary>
    public static IReadOnlyList<ReviewPart> All { get; } = [Full, Open];

    /// <summary>False for the draft, which is made of the lists when a person asks for it.</summary>
    public bool IsMadeAtHandOver { get; init; }

    /// <summary>True when every employee is to read it.</summary>
    public bool IsPublished { get; init; }

    /// <summary>File name without extension.</summary>
    public string NameOf(int year) => DocumentSet.ReviewName(year, Edition);
}
