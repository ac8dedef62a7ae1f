using System.Xml.Linq;

namespace SpLg.Tests.Schema;

public sealed class SiteSchemaReaderTests
{
    private static readonly XNamespace Pnp = "http://schemas.dev.office.com/PnP/2022/09/ProvisioningSchema";

    [Fact]
    public void Every_list_and_library_of_the_template_is_read_under_its_English_name()
    {
        var lists = SplgTemplate.Schema.Lists;

        Assert.Equal(20, lists.Count(l => !l.IsLibrary));
        Assert.Equal(
            ["WorkDocuments", "PublishedReviews", "Templates"],
            lists.Where(l => l.IsLibrary).Select(l => l.Name)
        );
        Assert.All(lists, l => Assert.True(l.Versioning));
        Assert.All(lists, l => Assert.Equal(l.IsLibrary, l.MinorVersions));
        Assert.All(lists.Append(SplgTemplate.Schema.Pages), l => Assert.True(l!.OwnRights));
        Assert.Equal("Incidents", Assert.Single(lists, l => l.OwnRowsOnly).Name);
        Assert.Equal("Incidenter", SplgTemplate.Schema.List("Incidents").Title);
    }

    [Fact]
    public void A_column_carries_all_that_the_template_says_of_it()
    {
        var incidents = SplgTemplate.Schema.List("Incidents");

        var status = incidents.Column("Status");
        Assert.Equal(ColumnKind.Choice, status.Kind);
        Assert.True(status is { Required: true, Indexed: true, EnforceUnique: false, Default: "Ny" });
        Assert.Equal(["Ny", "Utreds", "Åtgärdas", "Avslutad"], status.Choices);
        Assert.Equal("Informationsbehandlingar", incidents.Column("ProcessingActivity").LookupList);
        Assert.True(incidents.Column("ExternalKey") is { EnforceUnique: false, Indexed: true });
        Assert.True(
            SplgTemplate.Schema.List("ActionItems").Column("ExternalKey") is { EnforceUnique: true, Indexed: true }
        );
        Assert.Equal(ColumnKind.RichText, incidents.Column("Description").Kind);
        Assert.Equal(ColumnKind.Note, incidents.Column("ReportSummary").Kind);
        Assert.Equal(ColumnKind.Date, incidents.Column("OccurredOn").Kind);
        Assert.Equal(ColumnKind.Person, incidents.Column("Investigator").Kind);
        Assert.True(
            SplgTemplate.Schema.List("UndesiredEvents").Column("Likelihood") is { Minimum: 1, Maximum: 5, Decimals: 0 }
        );
        Assert.Contains(
            "customRowAction",
            SplgTemplate.Schema.List("ReviewRequests").Column("Status").Formatter,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Views_are_read_with_columns_and_query()
    {
        var views = SplgTemplate.Schema.List("Incidents").Views;

        Assert.Equal("Alla objekt", Assert.Single(views, v => v.IsDefault).Title);
        var open = Assert.Single(views, v => v.Title == "Öppna incidenter");
        Assert.Equal("LinkTitle", open.Columns[0]);
        Assert.Contains("<FieldRef Name=\"Status\"", open.Caml, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_list_is_born_with_one_row_whose_parameters_are_filled_in()
    {
        var row = Assert.Single(SplgTemplate.Schema.List("Settings").Rows);

        Assert.Equal("Nämnd", row["OrganisationForm"]);
        Assert.DoesNotContain(row.Values, v => v.Contains('{', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Type", "URL", "hyperlink")]
    [InlineData("Type", "TaxonomyFieldType", "managed-metadata")]
    [InlineData("Type", "Currency", "'Currency' is not read")]
    [InlineData("ID", "abc", "not a GUID")]
    [InlineData("DisplayName", null, "no DisplayName")]
    [InlineData("Type", null, "no Type")]
    public void A_column_that_cannot_be_read_is_named_with_line_list_and_what_to_do(
        string attribute,
        string? value,
        string expected
    )
    {
        var template = SplgTemplate.Load();
        var field = template.Descendants("Field").First(f => (string?)f.Attribute("Name") == "Cause");
        field.SetAttributeValue(attribute, value);

        var fault = Assert.Throws<SchemaException>(() => SiteSchemaReader.Read(template));

        Assert.Equal("Incidenter", fault.List);
        Assert.Equal("Cause", fault.Column);
        Assert.NotNull(fault.Line);
        Assert.Contains($"line {fault.Line}", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_of_another_schema_version_is_refused()
    {
        var older = new XDocument(
            new XElement(XName.Get("Provisioning", "http://schemas.dev.office.com/PnP/2021/03/ProvisioningSchema"))
        );

        Assert.Contains(
            "2022-09",
            Assert.Throws<SchemaException>(() => SiteSchemaReader.Read(older)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_columns_of_one_name_are_refused()
    {
        var template = SplgTemplate.Load();
        var field = template.Descendants("Field").First(f => (string?)f.Attribute("Name") == "Cause");
        field.AddAfterSelf(new XElement(field));

        Assert.Contains(
            "already has a column",
            Assert.Throws<SchemaException>(() => SiteSchemaReader.Read(template)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_lookup_without_a_list_title_is_refused()
    {
        var template = SplgTemplate.Load();
        template
            .Descendants("Field")
            .First(f => (string?)f.Attribute("Type") == "Lookup")
            .SetAttributeValue("List", "Lists/Incidents");

        Assert.Contains(
            "{listid:Title}",
            Assert.Throws<SchemaException>(() => SiteSchemaReader.Read(template)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_template_without_lists_is_refused()
    {
        var template = SplgTemplate.Load();
        template.Descendants(Pnp + "Lists").Remove();

        Assert.Contains(
            "ListInstance",
            Assert.Throws<SchemaException>(() => SiteSchemaReader.Read(template)).Message,
            StringComparison.Ordinal
        );
    }
}
