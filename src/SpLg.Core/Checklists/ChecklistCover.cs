using System.Globalization;
using SpLg.Core.Choices;
using SpLg.Core.Fields;
using SpLg.Core.Lists;
using SpLg.Core.Review;

namespace SpLg.Core.Checklists;

/// <summary>What stands at the top of every checklist.</summary>
/// <param name="ReadOn">The day the lists were read.</param>
public sealed record ChecklistCover(string Title, string? Organisation, string? City, int Year, DateOnly ReadOn, Edition Edition)
{
    public const string GroupName = "Dokument";

    public static FieldSet Fields { get; } = new FieldSetBuilder<ChecklistCover>()
        .Text("Titel", "Dokumentets titel, till exempel Lathund 2026 för chefer.", c => c.Title)
        .Text("Organisation", "Nämndens eller bolagets namn.", c => c.Organisation)
        .Text("Stad", "Stadens eller kommunens namn.", c => c.City)
        .Text("År", "Året som dokumentet gäller.", c => c.Year.ToString(CultureInfo.InvariantCulture))
        .Text("Förra året", "Året före.", c => (c.Year - 1).ToString(CultureInfo.InvariantCulture))
        .Date("Underlaget läst", "Dagen då listorna lästes.", c => (DateOnly?)c.ReadOn)
        .Text("Utgåva", "Fullständig eller Öppen.", c => Choice.Text(c.Edition))
        .YesNo("Öppen utgåva", "Ja i den öppna utgåvan, som inte har namn på personer.", c => c.Edition == Edition.Open)
        .Build();

    public static ChecklistCover Build(string title, OrganisationLists lists, ChecklistContext context)
    {
        var setting = lists.Settings.OrderBy(s => RowOrder.ById(s.Origin)).FirstOrDefault();
        return new(title, setting?.OrganisationName, setting?.CityName, context.Year, context.Today, context.Edition);
    }
}
