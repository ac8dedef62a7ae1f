namespace SpLg.Core.Checklists;

/// <summary>The checklists that can be made of the lists: every type but the review itself.</summary>
public static class ChecklistBuilder
{
    /// <summary>The names that a template of the type may use.</summary>
    public static FieldSet FieldsOf(DocumentType type) =>
        type switch
        {
            DocumentType.SelfAssessment => SelfAssessmentChecklist.Fields,
            DocumentType.ProcurementChecklist => ProcurementChecklist.Fields,
            DocumentType.RoleChecklist => RoleChecklist.Fields,
            DocumentType.ActionPlan => ActionPlan.Fields,
            _ => throw NoChecklist(type),
        };

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
        return type switch
        {
            DocumentType.SelfAssessment => [SelfAssessmentOf(lists, wanted, context)],
            DocumentType.ProcurementChecklist => ProcurementsOf(lists, wanted, context),
            DocumentType.RoleChecklist => RolesOf(lists, wanted, context),
            DocumentType.ActionPlan => ActionPlansOf(lists, wanted, context),
            _ => throw NoChecklist(type),
        };
    }

    private static ChecklistDocument SelfAssessmentOf(
        OrganisationLists lists,
        string? selection,
        ChecklistContext context
    )
    {
        var editions = Enum.GetValues<ClauseEdition>()
            .Select(e => new
            {
                Edition = e,
                Names = (IReadOnlyList<string>)[Choice.Text(e), $"ISO/IEC 27001:{Choice.Text(e)}"],
            })
            .ToList();
        ClauseEdition? edition = selection is null
            ? null
            : ChecklistSelection.One(editions, e => e.Names, selection, "ingen utgåva av standarden").Edition;
        var checklist = SelfAssessmentChecklist.Build(lists, edition, context);
        var name = edition is null
            ? checklist.Cover.Title
            : $"{checklist.Cover.Title} utgåva {Choice.Text(checklist.Edition)}";
        return new(
            DocumentType.SelfAssessment,
            checklist.Cover.Title,
            name,
            SelfAssessmentChecklist.Fields,
            checklist,
            ChecklistSheets.Of(checklist)
        );
    }

    private static IReadOnlyList<ChecklistDocument> ProcurementsOf(
        OrganisationLists lists,
        string? selection,
        ChecklistContext context
    )
    {
        var names = FileNames.Unique(
            lists.Of(Procurement.AsList),
            p => $"Checklista {p.Title}",
            p => $"rad {p.Origin.Id}"
        );
        var (wanted, phase) = ProcurementSelection.Read(lists.Of(Procurement.AsList), selection);
        // One that is named is made whatever its year.
        var rows = wanted is null ? Procurements.Build(lists, context.Year).Rows : [Procurements.RowOf(lists, wanted)];
        return
        [
            .. rows.Select(row =>
            {
                var checklist = ProcurementChecklist.Build(row, phase, lists, context);
                var name = phase is { } one ? $"{names[row.Procurement]} {Choice.Text(one)}" : names[row.Procurement];
                return new ChecklistDocument(
                    DocumentType.ProcurementChecklist,
                    checklist.Cover.Title,
                    name,
                    ProcurementChecklist.Fields,
                    checklist,
                    ChecklistSheets.Of(checklist)
                );
            }),
        ];
    }

    private static IReadOnlyList<ChecklistDocument> RolesOf(
        OrganisationLists lists,
        string? selection,
        ChecklistContext context
    )
    {
        IReadOnlyList<RoleName> roles = selection is null
            ? [.. RoleName.All.Where(r => RoleChecklist.HasOwn(r, lists))]
            : [ChecklistSelection.One(RoleName.All, r => [r.Role, r.For], selection, "ingen roll")];
        return
        [
            .. roles.Select(role =>
            {
                var checklist = RoleChecklist.Build(role, lists, context);
                return new ChecklistDocument(
                    DocumentType.RoleChecklist,
                    checklist.Cover.Title,
                    FileNames.Legal(checklist.Cover.Title),
                    RoleChecklist.Fields,
                    checklist,
                    ChecklistSheets.Of(checklist)
                );
            }),
        ];
    }

    private static IReadOnlyList<ChecklistDocument> ActionPlansOf(
        OrganisationLists lists,
        string? selection,
        ChecklistContext context
    )
    {
        var plans = ActionPlan.Build(lists, context);
        var names = FileNames.Unique(plans, p => p.Cover.Title, p => p.Activities[0].Row.Activity.Origin.Id);
        IReadOnlyList<ActionPlan> wanted = selection is null
            ? plans
            : [ChecklistSelection.One(plans, p => [p.Name], selection, "inget förvaltningsobjekt")];
        return
        [
            .. wanted.Select(p => new ChecklistDocument(
                DocumentType.ActionPlan,
                p.Cover.Title,
                names[p],
                ActionPlan.Fields,
                p,
                ChecklistSheets.Of(p)
            )),
        ];
    }

    private static ArgumentOutOfRangeException NoChecklist(DocumentType type) =>
        new(nameof(type), type, "not a checklist");
}
