namespace SpLg.Core.Schema;

/// <summary>
/// One CAML Field element as a column. https://learn.microsoft.com/sharepoint/dev/schema/field-element-list
/// </summary>
internal static class FieldReader
{
    public static ColumnSchema Read(XElement field, string list)
    {
        var name = SiteSchemaReader.Needed(field, "Name", list, null);
        if (field.Name.LocalName != "Field")
            throw SchemaException.At(
                field,
                list,
                name,
                $"<{field.Name.LocalName}> stands among the columns. Use <Field> only."
            );
        var kind = Kind(field, list, name);
        return new(
            Id: Id(field, list, name),
            Name: name,
            DisplayName: SiteSchemaReader.Needed(field, "DisplayName", list, name),
            Kind: kind,
            Required: SiteSchemaReader.Flag(field, "Required"),
            Indexed: SiteSchemaReader.Flag(field, "Indexed"),
            Choices: Choices(field, list, name, kind),
            Default: field.Element("Default")?.Value,
            LookupList: kind == ColumnKind.Lookup ? LookupTitle(field, list, name) : null,
            EnforceUnique: SiteSchemaReader.Flag(field, "EnforceUniqueValues"),
            Description: (string?)field.Attribute("Description")
        )
        {
            Formatter = (string?)field.Attribute("CustomFormatter"),
            Minimum = Limit(field, "Min", list, name),
            Maximum = Limit(field, "Max", list, name),
            Decimals = (int?)Limit(field, "Decimals", list, name),
            InForms = field.Attribute("ShowInEditForm") is null || SiteSchemaReader.Flag(field, "ShowInEditForm"),
        };
    }

    private static Guid Id(XElement field, string list, string name) =>
        Guid.TryParse(SiteSchemaReader.Needed(field, "ID", list, name), out var id)
            ? id
            : throw SchemaException.At(field, list, name, "ID is not a GUID. Give the column a fixed one, in braces.");

    private static ColumnKind Kind(XElement field, string list, string name)
    {
        var type = SiteSchemaReader.Needed(field, "Type", list, name);
        return type switch
        {
            "Text" => ColumnKind.Text,
            "Note" => SiteSchemaReader.Flag(field, "RichText") ? ColumnKind.RichText : ColumnKind.Note,
            "Choice" => ColumnKind.Choice,
            "MultiChoice" => ColumnKind.MultiChoice,
            "Number" => ColumnKind.Number,
            "Boolean" => ColumnKind.YesNo,
            "DateTime" => (string?)field.Attribute("Format") == "DateOnly" ? ColumnKind.Date : ColumnKind.DateTime,
            "User" => ColumnKind.Person,
            "Lookup" => ColumnKind.Lookup,
            "URL" => throw SchemaException.At(
                field,
                list,
                name,
                "Graph cannot write hyperlink columns. Use a Text column with link formatting."
            ),
            "TaxonomyFieldType" or "TaxonomyFieldTypeMulti" => throw SchemaException.At(
                field,
                list,
                name,
                "Graph cannot write managed-metadata columns. Use a Choice column."
            ),
            _ => throw SchemaException.At(
                field,
                list,
                name,
                $"the Type '{type}' is not read. Use Text, Note, Choice, MultiChoice, Number, Boolean, DateTime, User or Lookup."
            ),
        };
    }

    private static string[] Choices(XElement field, string list, string name, ColumnKind kind)
    {
        string[] choices = [.. field.Elements("CHOICES").Elements("CHOICE").Select(choice => choice.Value)];
        if (kind is ColumnKind.Choice or ColumnKind.MultiChoice && choices.Length == 0)
            throw SchemaException.At(field, list, name, "there are no choices. Add <CHOICES> with one <CHOICE> each.");
        return choices;
    }

    // {listid:Title} is how the engine writes "the id that list got in this site".
    private static string LookupTitle(XElement field, string list, string name)
    {
        const string Start = "{listid:";
        var target = SiteSchemaReader.Needed(field, "List", list, name);
        return target.StartsWith(Start, StringComparison.Ordinal) && target.EndsWith('}')
            ? target[Start.Length..^1]
            : throw SchemaException.At(
                field,
                list,
                name,
                $"List is '{target}'. Write {Start}Title}} with the title of the list it points to."
            );
    }

    private static decimal? Limit(XElement field, string attribute, string list, string name)
    {
        if ((string?)field.Attribute(attribute) is not { } text)
            return null;
        return decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : throw SchemaException.At(
                field,
                list,
                name,
                $"{attribute} is '{text}'. Write a number with decimal point."
            );
    }
}
