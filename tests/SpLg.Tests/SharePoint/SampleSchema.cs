namespace SpLg.Tests.SharePoint;

/// <summary>A small template of every column kind, and the site and list it stands for.</summary>
internal static class SampleSchema
{
    public const string ListPath = "/v1.0/sites/contoso.sharepoint.com,1,2/lists/L1";
    public const string Expand =
        "$expand=fields($select=Title,Description,Remark,Severity,PlannedYears,Year,Open,OccurredOn,"
        + "SeenAt,Investigator,InvestigatorLookupId,Activity,ActivityLookupId)";

    public static readonly Site Site = new(
        "contoso.sharepoint.com,1,2",
        "Informationssäkerhet",
        new("https://contoso.sharepoint.com/sites/informationssakerhet")
    );

    public static readonly ListHeader Header = new(
        "L1",
        "Incidenter",
        "Incidents",
        new("https://contoso.sharepoint.com/sites/informationssakerhet/Lists/Incidents"),
        false,
        false
    );

    public static readonly ListSchema Activities = List(
        "Informationsbehandlingar",
        "ProcessingActivities",
        Column("Title", ColumnKind.Text, "Rubrik")
    );

    public static readonly ListSchema Incidents = List(
        "Incidenter",
        "Incidents",
        Column("Title", ColumnKind.Text, "Händelse", required: true),
        Column("Description", ColumnKind.RichText),
        Column("Remark", ColumnKind.Note),
        Column("Severity", ColumnKind.Choice, choices: ["Låg", "Hög"]),
        Column("PlannedYears", ColumnKind.MultiChoice, choices: ["2026", "2027"]),
        Column("Year", ColumnKind.Number, "År", indexed: true),
        Column("Open", ColumnKind.YesNo),
        Column("OccurredOn", ColumnKind.Date),
        Column("SeenAt", ColumnKind.DateTime),
        Column("Investigator", ColumnKind.Person),
        Column("Activity", ColumnKind.Lookup, lookup: "Informationsbehandlingar")
    );

    public static readonly ListSchema Library = new(
        Title: "Arbetsdokument",
        Url: "WorkDocuments",
        IsLibrary: true,
        Versioning: true,
        MinorVersions: true,
        Columns: [Column("Year", ColumnKind.Number, "År")],
        Views: []
    );

    public static ListSchema List(string title, string name, params ColumnSchema[] columns) =>
        new(
            title,
            Url: $"Lists/{name}",
            IsLibrary: false,
            Versioning: true,
            MinorVersions: false,
            Columns: columns,
            Views: [new("Alla", true, ["LinkTitle"], "AllItems.aspx", "")]
        );

    public static ColumnSchema Column(
        string name,
        ColumnKind kind,
        string? display = null,
        bool required = false,
        bool indexed = false,
        string[]? choices = null,
        string? lookup = null,
        string? start = null
    ) =>
        new(
            Id: Guid.Empty,
            Name: name,
            DisplayName: display ?? name,
            Kind: kind,
            Required: required,
            Indexed: indexed,
            Choices: choices ?? [],
            Default: start,
            LookupList: lookup,
            EnforceUnique: false,
            Description: null
        );
}
