using System.Xml.Linq;

namespace SpLg.Tests.Schema;

public sealed class SchemaChecksTests
{
    private static readonly XNamespace Pnp = "http://schemas.dev.office.com/PnP/2022/09/ProvisioningSchema";

    [Fact]
    public void The_template_keeps_every_rule() => Assert.Empty(SchemaChecks.Check(SplgTemplate.Load()));

    [Theory]
    [InlineData("Cause", "Name", "Orsak och följd", "1–32 ASCII")]
    [InlineData("Cause", "Name", "AnInternalNameThatIsFarTooLongToKeep", "1–32 ASCII")]
    [InlineData("Cause", "Name", "Modified", "SharePoint has a column")]
    [InlineData("Cause", "Name", "Order", "SharePoint has a column")]
    [InlineData("Cause", "Name", "Unit", "another column of this Name")]
    [InlineData("Cause", "StaticName", "Reason", "StaticName must equal Name")]
    [InlineData("Cause", "StaticName", null, "StaticName is missing")]
    [InlineData("Cause", "DisplayName", "Enhet", "another column of this DisplayName")]
    [InlineData("Cause", "ID", "12345678-1234-1234-1234-123456789012", "GUID in braces")]
    [InlineData("Cause", "ID", "{fa564e0f-0c70-4ab9-b863-0177e6ddd247}", "that of Title")]
    [InlineData("Title", "ID", "{0a564e0f-0c70-4ab9-b863-0177e6ddd247}", "that of Title")]
    [InlineData("Cause", "Type", "URL", "Graph cannot write")]
    [InlineData("Cause", "Type", "TaxonomyFieldType", "Graph cannot write")]
    [InlineData("Cause", "Type", "Currency", "'Currency' is not among")]
    [InlineData("Cause", "MaxLength", "300", "MaxLength must be 1–255")]
    [InlineData("Cause", "Required", "true", "Required must be TRUE or FALSE")]
    [InlineData("Cause", "Name", "InvestigatorId", "column 'InvestigatorId' clashes")]
    [InlineData("Cause", "Name", "ProcessingActivityLookupId", "column 'ProcessingActivityLookupId' clashes")]
    [InlineData("Kind", "Format", "List", "Dropdown or RadioButtons")]
    [InlineData("Kind", "FillInChoice", null, "needs FillInChoice")]
    [InlineData("OccurredOn", "Format", "Date", "DateOnly or DateTime")]
    [InlineData("OccurredOn", "Format", null, "needs Format")]
    [InlineData("Investigator", "UserSelectionMode", "PeopleAndGroups", "PeopleOnly")]
    [InlineData("Investigator", "List", "Lists/People", "UserInfo")]
    [InlineData("Description", "Indexed", "TRUE", "cannot index")]
    [InlineData("ExternalKey", "EnforceUniqueValues", "TRUE", "SharePoint refuses that in a list with ReadSecurity 2")]
    [InlineData("ProcessingActivity", "List", "{listid:Beslut}", "no list above")]
    [InlineData("ProcessingActivity", "List", "Lists/ProcessingActivities", "{listid:Title}")]
    [InlineData("Year", "Min", "2200", "Min is above Max")]
    [InlineData("Year", "Max", "many", "is not a number")]
    public void A_column_that_breaks_a_rule_is_named(string column, string attribute, string? value, string expected) =>
        Breaks(t => Field(t, column).SetAttributeValue(attribute, value), expected);

    [Fact]
    public void A_unique_column_must_be_indexed() =>
        Breaks(
            t =>
                ListOf(t, "Beslut")
                    .Descendants("Field")
                    .Single(f => (string?)f.Attribute("Name") == "ExternalKey")
                    .SetAttributeValue("Indexed", null),
            "unique column must be indexed"
        );

    [Theory]
    [InlineData("Incidenter", "WriteSecurity", null, "needs WriteSecurity 2 or 4")]
    [InlineData("Incidenter", "ReadSecurity", "3", "ReadSecurity is 1")]
    [InlineData("Arbetsdokument", "ReadSecurity", "2", "ReadSecurity 2 is for lists")]
    public void Reading_ones_own_rows_only_is_for_lists_and_goes_with_writing(
        string list,
        string attribute,
        string? value,
        string expected
    ) => Breaks(t => ListOf(t, list).SetAttributeValue(attribute, value), expected);

    [Theory]
    [InlineData("Beslut")]
    [InlineData("Webbplatssidor")]
    public void Every_list_and_library_has_rights_of_its_own(string list)
    {
        Breaks(t => ListOf(t, list).Element(Pnp + "Security")!.Remove(), "it has no rights of its own");
        Breaks(
            t =>
                ListOf(t, list)
                    .Descendants(Pnp + "BreakRoleInheritance")
                    .Single()
                    .SetAttributeValue("CopyRoleAssignments", "true"),
            "it has no rights of its own"
        );
    }

    [Fact]
    public void What_nobody_has_decided_stays_empty_says_what_that_means_and_has_a_view_in_every_list_that_is_published_from()
    {
        var lists = SplgTemplate.Schema.Lists.Where(l => l.TryColumn("Publication") is not null).ToList();

        Assert.True(lists.Count >= 20);
        Assert.All(lists, l => Assert.Null(l.Column("Publication").Default));
        Assert.All(
            lists.Where(l => l.Name is not ("ReviewRequests" or "Settings")),
            l =>
            {
                Assert.Contains(
                    "Tom: ingen har tagit ställning",
                    l.Column("Publication").Description,
                    StringComparison.Ordinal
                );
                var view = Assert.Single(l.Views, v => v.Page == UndecidedRows.ViewPage);
                Assert.Contains(
                    "<Where><IsNull><FieldRef Name=\"Publication\" /></IsNull></Where>",
                    view.Caml,
                    StringComparison.Ordinal
                );
                Assert.Contains("Publication", view.Columns);
            }
        );
    }

    [Fact]
    public void Two_columns_may_not_share_an_id() =>
        Breaks(
            t => Field(t, "Cause").SetAttributeValue("ID", (string?)Field(t, "Unit").Attribute("ID")),
            "another column has this ID"
        );

    [Theory]
    [InlineData("Kind", "Okänd", "not among the choices")]
    [InlineData("RiskAssessed", "FALSE", "0 or 1")]
    [InlineData("Year", "1900", "outside Min and Max")]
    [InlineData("Year", "i år", "is not a number")]
    [InlineData("Publication", "Öppen", "a person decides who may read a row")]
    public void A_default_must_be_a_value_the_column_can_have(string column, string value, string expected) =>
        Breaks(t => Field(t, column).SetElementValue("Default", value), expected);

    [Theory]
    [InlineData("Dataskydd", "two choices are equal")]
    [InlineData("Hot; våld", "parts the values")]
    [InlineData(" ", "empty or has space")]
    public void Choices_must_be_told_apart(string added, string expected) =>
        Breaks(t => Field(t, "Kind").Element("CHOICES")!.Add(new XElement("CHOICE", added)), expected);

    [Fact]
    public void A_choice_column_needs_choices() =>
        Breaks(t => Field(t, "Kind").Element("CHOICES")!.Remove(), "there are no CHOICES");

    [Fact]
    public void Only_choice_columns_have_choices() =>
        Breaks(
            t => Field(t, "Cause").Add(new XElement("CHOICES", new XElement("CHOICE", "Stress"))),
            "Type Text has no CHOICES"
        );

    [Fact]
    public void More_than_twenty_indices_are_too_many() =>
        Breaks(
            t =>
            {
                foreach (var field in ListOf(t, "Incidenter").Descendants("Field"))
                    field.SetAttributeValue("Indexed", "TRUE");
            },
            "SharePoint allows 20"
        );

    [Fact]
    public void Only_field_elements_stand_among_the_columns() =>
        Breaks(t => Field(t, "Cause").Name = Pnp + "Field", "only <Field> without namespace");

    [Theory]
    [InlineData("{ \"elmType\": ", "not JSON")]
    [InlineData("{ \"elmType\": \"a\" }", "$schema")]
    [InlineData("[]", "$schema")]
    [InlineData(Schema + ", \"txtContent\": \"[$Nobody]\" }", "names the column 'Nobody'")]
    [InlineData(
        Schema + ", \"customRowAction\": { \"action\": \"setValue\", \"actionInput\": { \"Status\": \"Klart\" } } }",
        "not among its choices"
    )]
    [InlineData(
        Schema + ", \"customRowAction\": { \"action\": \"setValue\", \"actionInput\": { \"State\": \"Ny\" } } }",
        "sets the column 'State'"
    )]
    [InlineData(Schema + ", \"customRowAction\": { \"action\": \"setValue\" } }", "without actionInput")]
    public void Column_formatting_must_be_what_SharePoint_understands(string formatter, string expected) =>
        Breaks(t => Field(t, "Status").SetAttributeValue("CustomFormatter", formatter), expected);

    [Theory]
    [InlineData("Lists/Incidenter och avvikelser", "must be Lists/Name")]
    [InlineData("Incidents", "must be Lists/Name")]
    [InlineData("Lists/Procurements", "another list has this Url")]
    public void A_list_address_is_English_and_its_own(string url, string expected) =>
        Breaks(t => ListOf(t, "Incidenter").SetAttributeValue("Url", url), expected);

    [Theory]
    [InlineData("Incidenter", "Title", "Informationsbehandlingar", "another list has this Title")]
    [InlineData("Incidenter", "EnableMinorVersions", "true", "for libraries only")]
    [InlineData("Arbetsdokument", "EnableVersioning", "false", "needs EnableVersioning")]
    [InlineData("Arbetsdokument", "DraftVersionVisibility", "2", "needs EnableModeration")]
    [InlineData("Arbetsdokument", "DraftVersionVisibility", "Author", "0 (readers)")]
    [InlineData("Incidenter", "ValidationMessage", null, "go together")]
    [InlineData("Incidenter", "ValidationFormula", "[Typ]=\"Ny\"", "begins with '='")]
    [InlineData("Incidenter", "ValidationFormula", "=[Sort]=\"Ny\"", "[Sort] is no column's display name")]
    [InlineData("Incidenter", "ValidationFormula", "=[Utredare]=\"Ny\"", "Type that formulas cannot read")]
    [InlineData("Incidenter", "ValidationFormula", "=(([Typ]=\"Ny\")", "brackets do not match")]
    [InlineData("Incidenter", "ValidationFormula", "=OR([Typ]=\"Ny\",[Orsak]=\"x\")", "every language")]
    public void List_settings_that_SharePoint_refuses_are_named(
        string list,
        string attribute,
        string? value,
        string expected
    ) => Breaks(t => ListOf(t, list).SetAttributeValue(attribute, value), expected);

    [Theory]
    [InlineData("FieldName", "Nobody", "no column 'Nobody'")]
    public void A_first_row_names_columns_of_its_list(string attribute, string value, string expected) =>
        Breaks(t => t.Descendants(Pnp + "DataValue").First().SetAttributeValue(attribute, value), expected);

    [Fact]
    public void First_rows_need_a_key_or_they_are_added_each_time() =>
        Breaks(t => t.Descendants(Pnp + "DataRows").Single().SetAttributeValue("KeyColumn", null), "KeyColumn");

    [Theory]
    [InlineData("DefaultView", "TRUE", "2 views have DefaultView")]
    [InlineData("DisplayName", "Alla objekt", "another view of this DisplayName")]
    [InlineData("DisplayName", null, "DisplayName is missing")]
    [InlineData("Url", "{site}/Lists/Incidents/AllItems.aspx", "another view of this Url")]
    [InlineData("Url", "{site}/Lists/Elsewhere/Open.aspx", "Url must be")]
    public void A_view_that_breaks_a_rule_is_named(string attribute, string? value, string expected) =>
        Breaks(t => OpenView(t).SetAttributeValue(attribute, value), expected);

    [Fact]
    public void A_list_needs_a_default_view() =>
        Breaks(
            t => ListOf(t, "Incidenter").Descendants("View").First().SetAttributeValue("DefaultView", null),
            "0 views have DefaultView"
        );

    [Theory]
    [InlineData("RowLimit", null, "RowLimit must be")]
    [InlineData("RowLimit", "0", "RowLimit must be")]
    [InlineData("Query", null, "one Query")]
    public void A_view_needs_its_parts(string element, string? value, string expected) =>
        Breaks(t => OpenView(t).SetElementValue(element, value), expected);

    [Fact]
    public void A_view_shows_columns_that_exist_and_each_once()
    {
        Breaks(
            t => OpenView(t).Element("ViewFields")!.Add(new XElement("FieldRef", new XAttribute("Name", "Nobody"))),
            "no column 'Nobody'"
        );
        Breaks(
            t => OpenView(t).Element("ViewFields")!.Add(new XElement("FieldRef", new XAttribute("Name", "Kind"))),
            "shown twice"
        );
        Breaks(t => OpenView(t).Element("ViewFields")!.RemoveNodes(), "ViewFields is empty");
        Breaks(
            t => OpenView(t).Descendants("OrderBy").Elements().First().SetAttributeValue("Ascending", "ASC"),
            "Ascending"
        );
    }

    [Fact]
    public void Thirteen_person_and_lookup_columns_are_too_many_for_a_view() =>
        Breaks(
            t =>
            {
                var person = Field(t, "Investigator");
                for (var i = 0; i < 13; i++)
                {
                    var copy = new XElement(person);
                    copy.SetAttributeValue("Name", $"Person{i}");
                    person.AddAfterSelf(copy);
                    OpenView(t)
                        .Element("ViewFields")!
                        .Add(new XElement("FieldRef", new XAttribute("Name", $"Person{i}")));
                }
            },
            "SharePoint allows 12"
        );

    [Theory]
    [InlineData(
        "<Query><Where><Eq><FieldRef Name='Cause'/><Value Type='Text'>x</Value></Eq></Where></Query>",
        "'Cause' first, which is not indexed"
    )]
    [InlineData("<Query><Where><Eq><FieldRef Name='Status'/></Eq></Where></Query>", "Eq holds a FieldRef and a Value")]
    [InlineData(
        "<Query><Where><IsNull><FieldRef Name='Status'/><Value Type='Text'>x</Value></IsNull></Where></Query>",
        "IsNull holds one FieldRef"
    )]
    [InlineData(
        "<Query><Where><And><IsNull><FieldRef Name='Status'/></IsNull></And></Where></Query>",
        "And joins two conditions, not 1"
    )]
    [InlineData(
        "<Query><Where><IsNull><FieldRef Name='Status'/></IsNull><IsNull><FieldRef Name='Kind'/></IsNull></Where></Query>",
        "Where holds one condition"
    )]
    [InlineData(
        "<Query><Where><Equals><FieldRef Name='Status'/></Equals></Where></Query>",
        "<Equals> is not a condition"
    )]
    [InlineData("<Query><Where><In><FieldRef Name='Status'/><Values/></In></Where></Query>", "at least one Value")]
    [InlineData(
        "<Query><Where><Eq><FieldRef Name='Status'/><Value Type='Choice'>Öppen</Value></Eq></Where></Query>",
        "not among the choices"
    )]
    [InlineData(
        "<Query><Where><Eq><FieldRef Name='OccurredOn'/><Value Type='Text'>x</Value></Eq></Where></Query>",
        "a Value of Type 'Text' is compared"
    )]
    [InlineData("<Query><Sort/></Query>", "cannot stand in a Query")]
    [InlineData("<Query><OrderBy/><OrderBy/></Query>", "stands twice")]
    public void A_query_must_be_CAML_that_works(string query, string expected) =>
        Breaks(t => OpenView(t).Element("Query")!.ReplaceWith(XElement.Parse(query)), expected);

    [Fact]
    public void A_template_without_lists_says_so() =>
        Breaks(t => t.Descendants(Pnp + "Lists").Remove(), "there is no ListInstance");

    [Fact]
    public void A_parameter_that_is_used_must_be_declared() =>
        Breaks(
            t =>
                t.Descendants(Pnp + "Parameter").First(p => (string?)p.Attribute("Key") == "CoordinatorGroup").Remove(),
            "no parameter 'CoordinatorGroup'"
        );

    [Fact]
    public void A_fault_names_line_list_and_column()
    {
        var template = SplgTemplate.Load();
        Field(template, "Cause").SetAttributeValue("StaticName", "Reason");

        Assert.Matches(@"^line \d+: Incidenter, column 'Cause': ", Assert.Single(SchemaChecks.Check(template)));
    }

    private const string Schema =
        "{ \"$schema\": \"https://developer.microsoft.com/json-schemas/sp/v2/column-formatting.schema.json\"";

    private static void Breaks(Action<XDocument> mutate, string expected)
    {
        var template = SplgTemplate.Load();
        mutate(template);

        Assert.Contains(SchemaChecks.Check(template), fault => fault.Contains(expected, StringComparison.Ordinal));
    }

    private static XElement ListOf(XDocument template, string title) =>
        template.Descendants(Pnp + "ListInstance").Single(l => (string?)l.Attribute("Title") == title);

    // Columns of the incident list, where every kind of column but one stands.
    private static XElement Field(XDocument template, string name) =>
        ListOf(template, "Incidenter").Descendants("Field").Single(f => (string?)f.Attribute("Name") == name);

    private static XElement OpenView(XDocument template) =>
        ListOf(template, "Incidenter")
            .Descendants("View")
            .Single(v => (string?)v.Attribute("Url") == "{site}/Lists/Incidents/Open.aspx");
}
