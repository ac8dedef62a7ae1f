using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Lists;

namespace SpLg.Core.Review;

/// <summary>What was found in the lists, the gravest first, then by list and row.</summary>
public sealed record DataFindings(IReadOnlyList<Finding> Rows)
{
    public const string GroupName = "Iakttagelser";

    public static FieldSet Fields { get; } = new FieldSetBuilder<DataFindings>()
        .Number("Antal", "Antal iakttagelser i underlaget.", f => f.Rows.Count)
        .Number("Antal fel", "Antal fel.", f => f.Count(FindingLevel.Error))
        .Number("Antal varningar", "Antal varningar.", f => f.Count(FindingLevel.Warning))
        .Number("Antal upplysningar", "Antal upplysningar.", f => f.Count(FindingLevel.Info))
        .Text("Mening", "Antalet iakttagelser efter nivå i en mening.", f => f.Rows.Count == 0 ? null
            : $"När listorna lästes gjordes {Swedish.Count(f.Rows.Count, "iakttagelse", "iakttagelser")}: fel {Swedish.Number(f.Count(FindingLevel.Error))}, varningar {Swedish.Number(f.Count(FindingLevel.Warning))} och upplysningar {Swedish.Number(f.Count(FindingLevel.Info))}.")
        .List("Per lista", "Iakttagelserna grupperade efter lista; samma iakttagelse på flera rader står en gång.", f => f.ByList, new FieldSetBuilder<FindingGroup>()
            .Text("Lista", "Listans namn.", g => g.List)
            .List("Iakttagelser", "Listans iakttagelser, felen först.", g => g.Findings, new FieldSetBuilder<RepeatedFinding>()
                .Text("Nivå", "Fel, Varning eller Upplysning.", r => Choice.Text(r.Level))
                .Text("Rader", "Radernas nummer, till exempel 3, 8 och 12; tomt när det gäller hela listan.", r => r.Rows)
                .Text("Kolumn", "Kolumnens namn.", r => r.Column)
                .Text("Iakttagelse", "Vad som är fel och vad man gör åt det.", r => r.Message)
                .Build())
            .Build())
        .List("Rader", "Alla iakttagelser, felen först.", f => f.Rows, new FieldSetBuilder<Finding>()
            .Text("Nivå", "Fel, Varning eller Upplysning.", r => Choice.Text(r.Level))
            .Text("Lista", "Listans namn.", r => r.List)
            .Text("Rad", "Radens nummer i listan.", r => r.RowId)
            .Text("Kolumn", "Kolumnens namn.", r => r.Column)
            .Text("Iakttagelse", "Vad som är fel och vad man gör åt det.", r => r.Message)
            .Text("Länk", "Radens adress.", r => r.Link?.AbsoluteUri)
            .Build())
        .Build();

    public static DataFindings Build(IEnumerable<Finding> findings) => new(
        [.. findings
            .OrderByDescending(f => f.Level)
            .ThenBy(f => f.List, StringComparer.Ordinal)
            .ThenBy(f => RowOrder.ById(f.RowId))
            .ThenBy(f => f.Column, StringComparer.Ordinal)
            .ThenBy(f => f.Message, StringComparer.Ordinal)]);

    private IReadOnlyList<FindingGroup> ByList =>
        [.. Rows.GroupBy(r => r.List, StringComparer.Ordinal).Select(l => new FindingGroup(
            l.Key,
            [.. l.GroupBy(r => (r.Level, r.Column, r.Message)).Select(g => new RepeatedFinding(
                g.Key.Level,
                g.Select(r => r.RowId).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } ids ? Swedish.Join(ids) : null,
                g.Key.Column,
                g.Key.Message))]))];

    private int Count(FindingLevel level) => Rows.Count(r => r.Level == level);
}
