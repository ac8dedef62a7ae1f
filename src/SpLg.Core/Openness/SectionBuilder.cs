namespace SpLg.Core.Openness;

/// <summary>
/// Declares the sections of a review. In an open edition only those are there that a list says it is told in.
/// </summary>
internal sealed class SectionBuilder(IReadOnlyList<ListOf> lists)
{
    private readonly FieldSetBuilder<ManagementReview> fields = new();

    public SectionBuilder Section<T>(string name, string description, Func<ManagementReview, T> read, FieldSet inner)
        where T : class
    {
        var isOpen = IsOpen(name);
        fields.Group(name, description, r => isOpen || IsFull(r) ? read(r) : null, inner);
        return this;
    }

    /// <inheritdoc cref="Section{T}(string, string, Func{ManagementReview, T}, FieldSet)"/>
    public SectionBuilder Section<T>(
        string name,
        string description,
        Func<ManagementReview, IReadOnlyList<T>> read,
        FieldSet inner
    )
        where T : class
    {
        var isOpen = IsOpen(name);
        fields.List(name, description, r => isOpen || IsFull(r) ? read(r) : [], inner);
        return this;
    }

    public FieldSet Build() => fields.Build();

    private bool IsOpen(string section) => lists.Any(l => l.Sections.Contains(section));

    private static bool IsFull(ManagementReview review) => review.Registration.Edition == Edition.Full;
}
