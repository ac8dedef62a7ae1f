using System.Text;
using System.Text.Json;
using SpLg.Core.Fields;
using SpLg.Word;

namespace SpLg.Running;

/// <summary>Every name a template may use, in Swedish, for the person who writes one.</summary>
internal static class TagCatalogue
{
    /// <summary>Indented as the names lie within each other; after them the formats and what else a template may hold.</summary>
    public static string Text(FieldSet fields)
    {
        var text = new StringBuilder();
        foreach (var tag in Tags(fields))
        {
            if (tag is { Depth: 0, Kind: FieldKind.Group } && text.Length > 0)
                text.Append('\n');
            text.Append(' ', 2 * tag.Depth).Append(Written(tag)).Append(" – ").Append(Swedish(tag.Kind)).Append(" – ").Append(tag.Description).Append('\n');
        }
        text.Append("\nFormat skrivs efter ett kolon, till exempel {{Genomgång.Underlaget läst:långt}}\n");
        foreach (var (kind, formats) in Formats())
            text.Append("  ").Append(Swedish(kind)).Append(" – ").Append(formats).Append('\n');
        return text
            .Append("\nDet som upprepas och det som visas ibland står i egna stycken\n")
            .Append("  {{#Lista}} … {{/Lista}} – allt däremellan en gång för varje rad i listan\n")
            .Append("  {{#om Fält}} … {{annars}} … {{/om}} – det ena eller det andra\n")
            .Append("  {{Innehållsförteckning}} – en innehållsförteckning med länkar; {{Innehållsförteckning:2}} tar med två rubriknivåer i stället för tre")
            .ToString();
    }

    /// <summary>The same for a program: kinds by their English names, texts in Swedish.</summary>
    public static string Json(FieldSet fields) => JsonSerializer.Serialize(
        new
        {
            tags = Tags(fields).Select(t => new { tag = t.Name, kind = t.Kind.ToString(), t.Description }),
            formats = Formats().Select(f => new { kind = f.Kind.ToString(), f.Formats }),
        },
        FindingsJson.Readable);

    private static IEnumerable<Tag> Tags(FieldSet fields, string prefix = "", int depth = 0)
    {
        foreach (var field in fields.Fields)
        {
            var name = prefix + field.Name;
            yield return new(name, field.Kind, field.Description, depth);
            foreach (var inner in field.Inner is null ? [] : Tags(field.Inner, name + ".", depth + 1))
                yield return inner;
        }
    }

    private static IEnumerable<(FieldKind Kind, string Formats)> Formats() =>
        Enum.GetValues<FieldKind>().Select(k => (k, Template.FormatsOf(k))).Where(f => f.Item2.Length > 0);

    /// <summary>A group is no value: only what lies in it can be written.</summary>
    private static string Written(Tag tag) => tag.Kind == FieldKind.Group ? tag.Name : $"{{{{{tag.Name}}}}}";

    private static string Swedish(FieldKind kind) => kind switch
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

    private sealed record Tag(string Name, FieldKind Kind, string Description, int Depth);
}
