namespace SpLg.Drafting;

/// <summary>The documents an order asks for, made of one reading of the lists.</summary>
/// <param name="Request">The row of the list Genomgångar that the documents belong to; null when there is none.</param>
/// <param name="Findings">What is to say of the data, not of templates, to whoever reads a request; the document's own
/// annex says more.</param>
internal sealed record DocumentSet(
    DocumentOrder Order,
    RowsAsRead Rows,
    ReviewRequest? Request,
    IReadOnlyList<PlannedDocument> Documents,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>The organisation's name; null when Inställningar does not say.</summary>
    public string? Organisation { get; init; }

    /// <summary>The one document of a set that has one, such as an edition of a review.</summary>
    public PlannedDocument Only => Documents.Single();

    /// <summary>The review that the one document tells of.</summary>
    public BuiltReview Review => (BuiltReview)Only.Data;

    /// <summary>The review's; null for other documents, and before there is one.</summary>
    public string? RegistryNumber => (Documents[0].Data as BuiltReview)?.Cover.RegistryNumber;

    /// <summary>File name without extension of the review's document.</summary>
    public static string ReviewName(int year, Edition edition) =>
        PlannedDocument.NameOf(PlannedDocument.ReviewOf(year), edition);

    /// <param name="request">Id of the row that asks; null takes the latest that asks for the same.</param>
    /// <param name="findings">Those of reading the files; what is found here is added.</param>
    /// <exception cref="PublicationStoppedException">An open edition would hold what a person has to decide about
    /// first.</exception>
    /// <exception cref="SiteFaultException">The order cannot be carried out; in Swedish.</exception>
    /// <exception cref="ChecklistSelectionException">The selection is nothing that there is; in Swedish.</exception>
    public static DocumentSet Build(DocumentOrder order, RowsAsRead rows, string? request, IList<Finding> findings)
    {
        var lists = rows.Typed(findings);
        if (PublicationStop.Of(lists, order.Edition) is { Count: > 0 } undecided)
        {
            throw new PublicationStoppedException(
                undecided,
                "Den öppna utgåvan har inte gjorts, eftersom "
                    + $"{(undecided.Count == 1 ? "en text" : $"{undecided.Count} texter")} i listorna ser ut att innehålla personuppgifter."
            );
        }
        var own = request is null
            ? order.Latest(lists.Of(ReviewRequest.AsList))
            : lists.Of(ReviewRequest.AsList).FirstOrDefault(r => r.Origin.Id == request);
        var documents =
            order.Type == DocumentType.ManagementReview
                ? [Planned(order, rows, lists, own, findings)]
                : Checklists(order, rows, lists);
        return new(order, rows, own, documents, [.. findings.Select(rows.Secrets.Without)])
        {
            Organisation = lists.Of(Setting.AsList).Select(s => s.OrganisationName).FirstOrDefault(n => n is not null),
        };
    }

    private static PlannedDocument Planned(
        DocumentOrder order,
        RowsAsRead rows,
        OrganisationLists lists,
        ReviewRequest? request,
        ICollection<Finding> findings
    )
    {
        if (!string.IsNullOrWhiteSpace(order.Selection))
            throw new SiteFaultException(
                $"Ledningens genomgång görs för hela organisationen, så urvalet ”{order.Selection}” går inte att använda. "
                    + "Töm kolumnen Urval, eller välj en annan dokumenttyp."
            );
        // The open edition is of the same review: it has that one's registration number and approval unless it has a
        // row of its own.
        var registration = request ?? (order with { Edition = Edition.Full }).Latest(lists.Of(ReviewRequest.AsList));
        var kind = DocumentKind.Of(DocumentType.ManagementReview);
        var title = PlannedDocument.ReviewOf(order.Year);
        var years = YearsOf(order, lists, request);
        var review = BuiltReview.Build(lists, registration, years, order.Edition, rows.Today, findings);
        return new(ReviewName(order.Year, order.Edition), title, kind, review, kind.TemplateFor(review.Cover.Form), []);
    }

    /// <exception cref="SiteFaultException">The dates or years of the request contradict one another.</exception>
    internal static ReviewYears YearsOf(DocumentOrder order, OrganisationLists lists, ReviewRequest? request)
    {
        // Both editions are of the same years: those of the full one, where there is a row that asks for it.
        if (order.Edition == Edition.Open)
            request = (order with { Edition = Edition.Full }).Latest(lists.Of(ReviewRequest.AsList)) ?? request;
        request ??= order.Latest(lists.Of(ReviewRequest.AsList));
        try
        {
            return order.HasOneYear
                ? ReviewYears.OfOneYear(order.Year, lists)
                : ReviewYears.Of(order.Year, lists.Setting, request);
        }
        catch (ReviewYearsException e)
        {
            throw new SiteFaultException(e.Message);
        }
    }

    /// <exception cref="SiteFaultException">There is nothing to make one of.</exception>
    private static IReadOnlyList<PlannedDocument> Checklists(
        DocumentOrder order,
        RowsAsRead rows,
        OrganisationLists lists
    )
    {
        var kind = DocumentKind.Of(order.Type);
        var documents = ChecklistBuilder.Build(
            lists,
            order.Type,
            order.Selection,
            new(order.Year, order.Edition, rows.Today)
        );
        return documents.Count > 0
            ?
            [
                .. documents.Select(d => new PlannedDocument(
                    PlannedDocument.NameOf(d.FileName, order.Edition),
                    d.Title,
                    kind,
                    d.Data,
                    kind.Template,
                    d.Sheets
                )),
            ]
            : throw new SiteFaultException(
                $"Listorna har inga uppgifter för {order.Year} till dokumenttypen {Choice.Text(order.Type)}. Fyll "
                    + "i dem, eller ändra kolumnen År."
            );
    }
}
