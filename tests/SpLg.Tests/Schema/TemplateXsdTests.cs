using System.Xml;
using System.Xml.Schema;

namespace SpLg.Tests.Schema;

public sealed class TemplateXsdTests(ITestOutputHelper output)
{
    private static readonly string Xsd = Path.Combine(
        SplgTemplate.Root,
        "..",
        "shared",
        "provisioning-schema",
        "ProvisioningSchema-2022-09.xsd"
    );

    [Fact]
    public void The_template_is_valid_PnP_2022_09()
    {
        if (!IsThere())
            return;

        Assert.Empty(ErrorsOf(File.ReadAllText(SplgTemplate.File)));
    }

    [Fact]
    public void The_schema_does_refuse_what_is_wrong()
    {
        if (!IsThere())
            return;

        Assert.NotEmpty(
            ErrorsOf(
                File.ReadAllText(SplgTemplate.File)
                    .Replace("TemplateType=\"100\"", "TemplateKind=\"100\"", StringComparison.Ordinal)
            )
        );
    }

    private bool IsThere()
    {
        if (File.Exists(Xsd))
            return true;
        var message = $"NOT CHECKED against the PnP schema: {Path.GetFileName(Xsd)} is not beside the repository.";
        output.WriteLine(message);
        Console.WriteLine(message);
        return false;
    }

    private static List<string> ErrorsOf(string xml)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, Xsd);
        // Warnings only say that CAML inside Fields and Views has no schema; SchemaChecks sees to that.
        settings.ValidationEventHandler += (_, e) =>
        {
            if (e.Severity == XmlSeverityType.Error)
                errors.Add($"line {e.Exception.LineNumber}: {e.Message}");
        };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read()) { }
        return errors;
    }
}
