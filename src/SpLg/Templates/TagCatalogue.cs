namespace SpLg.Templates;

/// <summary>Every name a template may use, in Swedish, for the person who writes one.</summary>
internal static class TagCatalogue
{
    /// <summary>
    /// Indented as the names lie within each other; after them the formats and what else a template may hold.
    /// </summary>
    public static string Text(TemplateKind kind)
    {
        var text = new StringBuilder("Namn i mallar för ")
            .Append(kind.Name)
            .Append(", med exempel ur en påhittad organisation\n");
        foreach (var tag in Tags(kind))
        {
            if (tag is { Depth: 0, Kind: FieldKind.Group })
                text.Append('\n');
            text.Append(' ', 2 * tag.Depth)
                .Append(Written(tag))
                .Append(" – ")
                .Append(Swedish(tag.Kind))
                .Append(" – ")
                .Append(tag.Description);
            if (tag.Example is not null)
                text.Append(" Till exempel: ").Append(tag.Example);
            text.Append('\n');
        }
        text.Append("\nFormat skrivs efter ett kolon, till exempel {{Genomgång.Underlaget läst:långt}}\n");
        foreach (var (of, formats) in Formats())
            text.Append("  ").Append(Swedish(of)).Append(" – ").Append(formats).Append('\n');
        return text.Append("\nDet som upprepas och det som visas ibland står i egna stycken\n")
            .Append("  {{#Lista}} … {{/Lista}} – allt däremellan en gång för varje rad i listan\n")
            .Append("  {{#om Fält}} … {{annars}} … {{/om}} – det ena eller det andra\n")
            .Append(
                "  {{Innehållsförteckning}} – en innehållsförteckning med länkar; {{Innehållsförteckning:2}} tar "
                    + "med två rubriknivåer i stället för tre"
            )
            .ToString();
    }

    /// <summary>The same for a program: kinds by their English names, texts in Swedish.</summary>
    public static string Json(TemplateKind kind) =>
        JsonSerializer.Serialize(
            new
            {
                type = kind.Word,
                tags = Tags(kind)
                    .Select(t => new
                    {
                        tag = t.Name,
                        kind = t.Kind.ToString(),
                        t.Description,
                        t.Example,
                    }),
                formats = Formats().Select(f => new { kind = f.Kind.ToString(), f.Formats }),
            },
            FindingsJson.Readable
        );

    private static IEnumerable<Tag> Tags(TemplateKind kind) =>
        Tags(kind.Fields, "", 0, TagExamples.Of(kind.Fields, kind.Samples()));

    private static IEnumerable<Tag> Tags(
        FieldSet fields,
        string prefix,
        int depth,
        IReadOnlyDictionary<string, string> examples
    )
    {
        foreach (var field in fields.Fields)
        {
            var name = prefix + field.Name;
            yield return new(name, field.Kind, field.Description, examples.GetValueOrDefault(name), depth);
            foreach (var inner in field.Inner is null ? [] : Tags(field.Inner, name + ".", depth + 1, examples))
                yield return inner;
        }
    }

    private static IEnumerable<(FieldKind Kind, string Formats)> Formats() =>
        Enum.GetValues<FieldKind>().Select(k => (k, Template.FormatsOf(k))).Where(f => f.Item2.Length > 0);

    /// <summary>A group is no value: only what lies in it can be written.</summary>
    private static string Written(Tag tag) => tag.Kind == FieldKind.Group ? tag.Name : $"{{{{{tag.Name}}}}}";

    private static string Swedish(FieldKind kind) =>
        kind switch
        {
            FieldKind.Text => "text",
            FieldKind.RichText => "formaterad text",
            FieldKind.Number => "tal",
            FieldKind.Date => "datum",
            FieldKind.YesNo => "ja eller nej",
            FieldKind.List => "lista",
            FieldKind.Group => "grupp",
            FieldKind.Picture => "bild",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a kind of field without a Swedish name"),
        };

    private sealed record Tag(string Name, FieldKind Kind, string Description, string? Example, int Depth);
}
