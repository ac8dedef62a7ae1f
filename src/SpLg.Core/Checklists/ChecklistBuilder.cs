namespace SpLg.Core.Checklists;

/// <summary>The checklists that can be made of the lists: every type but the review itself.</summary>
public static class ChecklistBuilder
{
    /// <summary>In the order of <see cref="DocumentType"/>.</summary>
    public static IReadOnlyList<ChecklistKind> Kinds { get; } =
    [SelfAssessmentChecklist.Kind, ProcurementChecklist.Kind, RoleChecklist.Kind, ActionPlan.Kind];

    /// <summary>The names that a template of the type may use.</summary>
    public static FieldSet FieldsOf(DocumentType type) => KindOf(type).Fields;

    /// <summary>
    /// The documents that are asked for, in a fixed order; none when the lists have nothing to make one of.
    /// </summary>
    /// <param name="lists">All rows; an open edition holds only what it may.</param>
    /// <param name="selection">A person's words for one of them: title, registry number or row id, or a role's or an
    /// object's name; for a procurement a phase may follow or stand alone, and for the self-assessment the edition of
    /// the standard. Null or blank for all.
    /// </param>
    /// <exception cref="ChecklistSelectionException">Nothing is called that, or several things are.</exception>
    public static IReadOnlyList<ChecklistDocument> Build(
        OrganisationLists lists,
        DocumentType type,
        string? selection,
        ChecklistContext context
    )
    {
        lists = lists.AsOf(context.Today);
        if (context.Edition == Edition.Open)
            lists = OpenEdition.Of(lists);
        var wanted = string.IsNullOrWhiteSpace(selection) ? null : selection;
        return KindOf(type).Build(lists, wanted, context);
    }

    private static ChecklistKind KindOf(DocumentType type) =>
        Kinds.FirstOrDefault(k => k.Type == type)
        ?? throw new ArgumentOutOfRangeException(nameof(type), type, "not a checklist");
}
