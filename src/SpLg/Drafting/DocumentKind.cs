namespace SpLg.Drafting;

/// <summary>How a type of document is made.</summary>
/// <param name="Word">Its name on the command line.</param>
/// <param name="Template">Name of its template, without extension.</param>
internal sealed record DocumentKind(DocumentType Type, string Word, string Template)
{
    /// <summary>In the order of <see cref="DocumentType"/>.</summary>
    public static IReadOnlyList<DocumentKind> All { get; } =
    [
        new(DocumentType.ManagementReview, "review", "ledningens-genomgang"),
        .. ChecklistBuilder.Kinds.Select(k => new DocumentKind(k.Type, k.Word, k.Template)),
    ];

    /// <summary>The names its templates may use.</summary>
    public FieldSet Fields =>
        Type == DocumentType.ManagementReview ? ReviewSections.Fields : ChecklistBuilder.FieldsOf(Type);

    /// <summary>The usual template of an organisation; a company's review has words of its own.</summary>
    public string TemplateFor(Entry<OrganisationForm> form) =>
        Type == DocumentType.ManagementReview && form.Is(OrganisationForm.Company) ? Template + "-bolag" : Template;

    public static DocumentKind Of(DocumentType type) => All.Single(k => k.Type == type);

    /// <param name="word">One of the command line's names.</param>
    public static DocumentKind Named(string word) => All.Single(k => k.Word == word);
}
