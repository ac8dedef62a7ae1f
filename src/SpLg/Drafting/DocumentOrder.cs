namespace SpLg.Drafting;

/// <summary>What is asked for, on the command line or in the list Genomgångar.</summary>
/// <param name="Selection">Which of the type's documents, as a person would name one; null for all of them.</param>
/// <param name="Template">Name of a Word template, in the library Mallar or shipped; null for the type's usual
/// one.</param>
internal sealed record DocumentOrder(
    int Year,
    DocumentType Type = DocumentType.ManagementReview,
    string? Selection = null,
    Edition Edition = Edition.Full,
    string? Template = null
)
{
    /// <summary>True for a review that an earlier version of the program made, which had one year for
    /// everything.</summary>
    public bool HasOneYear { get; init; }

    /// <summary>What a row of the list asks for; an empty type or edition means the usual one.</summary>
    /// <exception cref="SiteFaultException">A column cannot be read; in Swedish.</exception>
    public static DocumentOrder Of(ReviewRequest request)
    {
        if (request.Origin.WholeYear is not ({ } year and >= 1900 and <= 2999))
            throw new SiteFaultException(
                "Begäran har inget användbart "
                    + $"år{(request.Origin.Year.IsEmpty ? "" : $": {request.Origin.Year}")}. Fyll i kolumnen År med "
                    + "fyra siffror."
            );
        return new(
            year,
            Read("Dokumenttyp", request.DocumentType, DocumentType.ManagementReview),
            request.Selection,
            Read("Utgåva", request.Edition, Edition.Full),
            request.Template
        );
    }

    /// <summary>The latest row of the list that asks for the same; null when there is none.</summary>
    public ReviewRequest? Latest(IEnumerable<ReviewRequest> requests) =>
        requests.LastOrDefault(r =>
            r.Origin.IsOf(Year)
            && (r.DocumentType.IsEmpty ? DocumentType.ManagementReview : r.DocumentType.Value) == Type
            && (r.Edition.IsEmpty ? Edition.Full : r.Edition.Value) == Edition
            && string.Equals(
                r.Selection?.Trim() ?? "",
                Selection?.Trim() ?? "",
                StringComparison.CurrentCultureIgnoreCase
            )
        );

    /// <summary>
    /// Sees that this very document does not lie with the one who approves it on another row, and is not approved
    /// there. The open edition of a review follows the full one.
    /// </summary>
    /// <exception cref="SiteFaultException">It does, or is; in Swedish, with what to do.</exception>
    public void CheckFree(IEnumerable<ReviewRequest> requests)
    {
        var edition = Type == DocumentType.ManagementReview ? Edition.Full : Edition;
        var settled = requests.LastOrDefault(r =>
            StatusTable.HoldsYear(r) && (this with { Edition = edition }).Latest([r]) is not null
        );
        if (settled is not null)
        {
            throw new SiteFaultException(
                $"{this} har status {settled.Status} och skrivs inte över. "
                    + $"Sätt status Uppdatering begärd på rad {settled.Origin.Id} i listan Genomgångar om den ska göras om."
            );
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Choice.Text(Type)} {Year}");

    private static T Read<T>(string column, Entry<T> entry, T usual)
        where T : struct, Enum =>
        entry.IsEmpty
            ? usual
            : entry.Value
                ?? throw new SiteFaultException(
                    $"”{entry.Text}” i kolumnen {column} går inte att använda. Välj {Swedish.Join(Choice.Texts<T>(), "eller")}."
                );
}
