namespace SpLg.Tests.Word;

/// <summary>Data with every kind of field, and lists in lists.</summary>
internal sealed record Sample(
    string? Name = "Miljöförvaltningen",
    decimal? Amount = 1234.5m,
    DateOnly? Day = null,
    bool Approved = false,
    string? Rich = null,
    ReadOnlyMemory<byte>? Picture = null,
    IReadOnlyList<SampleRow>? Rows = null,
    IReadOnlyList<SampleRow>? Others = null
)
{
    private static readonly FieldSet Inner = new FieldSetBuilder<SampleItem>()
        .Text("Text", "Punktens text.", i => i.Text)
        .Build();

    private static readonly FieldSet Row = new FieldSetBuilder<SampleRow>()
        .Text("Titel", "Radens titel.", r => r.Title)
        .Number("Antal", "Hur många.", r => r.Count)
        .YesNo("Klar", "Om raden är klar.", r => r.Done)
        .RichText("Beskrivning", "Formaterad text.", r => r.Html)
        .List("Punkter", "Radens punkter.", r => r.Items ?? [], Inner)
        .Build();

    private static readonly FieldSet Group = new FieldSetBuilder<Sample>()
        .Text("Namn", "Organisationens namn.", s => s.Name)
        .Build();

    private static readonly FieldSet States = new FieldSetBuilder<Sample>()
        .List("Rader", "Rader i en grupp.", s => s.Rows ?? [], Row)
        .Build();

    public static readonly FieldSet Fields = new FieldSetBuilder<Sample>()
        .Text("Organisation", "Namnet.", s => s.Name)
        .Number("Belopp", "Ett tal.", s => s.Amount)
        .Date("Fastställd", "En dag.", s => s.Day)
        .YesNo("Godkänd", "Ja eller nej.", s => s.Approved)
        .RichText("Sammanfattning", "Formaterad text.", s => s.Rich)
        .Picture("Riskmatris", "En bild.", s => s.Picture)
        .Text("ISAM:s rekommendation", "Ett namn med kolon.", s => s.Name)
        .Group("Enhet", "En grupp.", s => s, Group)
        .Group("Lägen", "En grupp med en lista.", s => s, States)
        .List("Incidenter", "En lista.", s => s.Rows ?? [], Row)
        .List("Omvärld och uppdrag", "En lista vars namn har ett och.", s => s.Others ?? [], Row)
        .Build();
}

internal sealed record SampleRow(
    string? Title,
    decimal? Count = null,
    bool Done = false,
    string? Html = null,
    IReadOnlyList<SampleItem>? Items = null
);

internal sealed record SampleItem(string? Text);
