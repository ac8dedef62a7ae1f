namespace SpLg.Tests.Review;

/// <summary>
/// Rows of every list in which each cell that can hold words holds a marker of its own, made from the schema so that a
/// new column is planted too: <c>HEMLIG…</c> where an open edition may not show it, <c>PUBLIK…</c> where it may.
/// </summary>
internal static class PlantedRows
{
    public const string Secret = "HEMLIG";
    public const string Public = "PUBLIK";

    /// <summary>Lists whose rows describe weaknesses: one is told only where a person chose Öppen.</summary>
    private static readonly HashSet<string> Weaknesses =
    [
        "ProcessingActivities",
        "ProcurementChecks",
        "UndesiredEvents",
        "DpoFindings",
        "RequirementAssessments",
        "Audits",
    ];

    /// <summary>
    /// Columns that are never published, whatever the row says. People and lookups are besides these.
    /// </summary>
    private static readonly HashSet<(string List, string Column)> Never =
    [
        ("Incidents", "Title"),
        ("Incidents", "Description"),
        ("Incidents", "IaId"),
        ("ReviewRequests", "Title"),
        ("ReviewRequests", "Template"),
        ("ReviewRequests", "Selection"),
        ("ReviewRequests", "Document"),
        ("ReviewRequests", "Page"),
        ("ReviewRequests", "Findings"),
        ("ReviewRequests", "Message"),
        ("ReviewRequests", "RunId"),
    ];

    /// <summary>
    /// For each list: rows marked Öppen, rows that nobody has decided about, and rows marked Intern, Sekretess and what
    /// cannot be read, in both years of the review.
    /// </summary>
    public static Organisation Build()
    {
        var organisation = new Organisation();
        foreach (var list in SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary))
        {
            foreach (var year in (int[])[Organisation.Year - 1, Organisation.Year])
            {
                // A cause or a unit is told only where it has several incidents.
                organisation.Add(
                    list.Name == "Incidents" ? 9 : 1,
                    list.Name,
                    Row(list, year, "Öppen", Public, unreadable: false)
                );
                organisation.Add(
                    list.Name,
                    Row(list, year, "", Weaknesses.Contains(list.Name) ? Secret : Public, unreadable: false)
                );
                foreach (var publication in (string[])["Intern", "Sekretess", Secret + "publicering"])
                {
                    organisation.Add(list.Name, Row(list, year, publication, Secret, unreadable: false));
                    organisation.Add(list.Name, Row(list, year, publication, Secret, unreadable: true));
                }
            }
        }
        // Open rows that point at rows that are not.
        return organisation
            .Add(
                "Incidents",
                ("Year", Organisation.Year),
                ("Publication", "Öppen"),
                ("ProcessingActivity", Written(Marker(Secret, "ProcessingActivities", "Title")))
            )
            .Add(
                "Decisions",
                ("Year", Organisation.Year),
                ("Publication", "Öppen"),
                ("ActionItem", Written(Marker(Secret, "ActionItems", "Title")))
            )
            .Add(
                "ActionItems",
                ("Year", Organisation.Year),
                ("Publication", "Öppen"),
                ("InSummary", true),
                ("PlannedYears", new[] { "2026" }),
                ("SourceRow", Written(Marker(Secret, "ProcessingActivities", "System")))
            )
            .Add(
                "Procurements",
                ("Title", Secret + "upphandling"),
                ("Publication", "Intern"),
                ("Year", Organisation.Year)
            )
            .Add(
                "ProcurementChecks",
                ("Title", Secret + "punkt"),
                ("Publication", "Öppen"),
                ("Procurement", Secret + "upphandling"),
                ("Comment", Secret + "kommentar")
            );
    }

    /// <summary>The request of an open edition: of all that stands in it only the cover's words may be shown.</summary>
    public static ReviewRequest Request(OrganisationLists lists) => lists.ReviewRequests[0];

    public static string Marker(string kind, string list, string column) => $"{kind}{list}{column}";

    /// <summary>The marker among characters that are written in other ways in XML.</summary>
    private static string Written(string marker) => $"{marker} & <mer> \"så\"";

    public static bool IsPublic(ListSchema list, ColumnSchema column) =>
        column.Kind is ColumnKind.Text or ColumnKind.Note or ColumnKind.RichText
        && column.Name is not ("SecrecyGround" or "ExternalKey")
        && !Never.Contains((list.Name, column.Name));

    private static (string Column, object Value)[] Row(
        ListSchema list,
        int year,
        string publication,
        string kind,
        bool unreadable
    ) => [.. list.Columns.Select(c => (c.Name, Value(list, c, year, publication, kind, unreadable)))];

    private static object Value(
        ListSchema list,
        ColumnSchema column,
        int year,
        string publication,
        string kind,
        bool unreadable
    )
    {
        var marker = Marker(kind == Public && !IsPublic(list, column) ? Secret : kind, list.Name, column.Name);
        return (list.Name, column.Name) switch
        {
            (_, "Publication") => publication,
            // Beside the paragraph, which may be told, stands what may not.
            (_, "SecrecyGround") when publication is "Öppen" or "" => "",
            (_, "SecrecyGround") => $"18 kap. 8 § {Marker(Secret, list.Name, column.Name)}",
            (_, "ExternalKey") => $"{marker}{year}{publication}{unreadable}",
            (_, "Year") => year,
            (_, "ReportYear" or "DecidedInYear") => Organisation.Year - 1,
            (_, "PersonalDataReviewed") => false,
            // The place a secret text would be shown in, and that an open one is shown in.
            ("TextBlocks", "Key") => kind == Public ? "syfte" : "slutsats",
            // The rest of an action or a decision is told where the row it comes from is.
            ("ActionItems", "Source") when kind == Public => "Årshjul",
            ("ActionItems", "SourceRow") when kind == Public => Written(
                Marker(Public, "AnnualWheelActivities", "Title")
            ),
            ("ActionItems", "ProcessingActivity") or ("Decisions", "ActionItem") when kind == Public => "",
            // Of an incident the summary is told only where somebody chose that.
            ("Incidents", "ReportSummary") when publication.Length == 0 => Written(
                Marker(Secret, list.Name, column.Name)
            ),
            ("TextBlocks", "Form") => "Alla",
            ("TextBlocks", "ValidFrom" or "ValidTo") => "",
            ("RequirementAssessments", "Clause") => kind == Public ? "4.1" : "4.2",
            ("RequirementAssessments", "Edition") => "2022",
            // The registry number of the review itself is public; who approves it is told by office.
            ("ReviewRequests", "RegistryNumber") => Marker(Public, list.Name, column.Name),
            ("ReviewRequests", "Approver") => Marker(Secret, list.Name, column.Name),
            _ => Value(column, marker, unreadable),
        };
    }

    private static object Value(ColumnSchema column, string marker, bool unreadable) =>
        column.Kind switch
        {
            ColumnKind.RichText => $"<p>{marker} &amp; <b>mer</b></p>",
            ColumnKind.Person or ColumnKind.Lookup => marker,
            ColumnKind.Text or ColumnKind.Note => Written(marker),
            ColumnKind.Choice when !unreadable => column.Choices[0],
            ColumnKind.MultiChoice when !unreadable => column.Choices.Take(2),
            ColumnKind.Number when !unreadable => column.Minimum ?? 1,
            ColumnKind.YesNo when !unreadable => true,
            ColumnKind.Date or ColumnKind.DateTime when !unreadable => "2026-03-01",
            _ => marker,
        };
}
