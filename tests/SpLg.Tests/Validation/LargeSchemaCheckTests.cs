using SpLg.Tests.SharePoint;
using SpLg.Tests.Word;
using SpLg.Word.Validation;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Validation;

/// <summary>
/// Documents that are given to the validator in pieces. By themselves, because the time that a document may take is
/// counted for the whole process.
/// </summary>
[Collection(nameof(ByItself))]
public class LargeSchemaCheckTests
{
    [Fact]
    public void A_file_too_large_for_it_is_looked_at_in_pieces()
    {
        var rows = Enumerable.Range(1, 20_000).Select(i => new SampleRow($"rad {i}", i)).ToArray();
        var odd = OddDocx.WithFaultyRow("Incidenter", "Titel");
        var large = Template.Compile(odd, "m", Sample.Fields).Fill(new Sample(Rows: rows));

        var report = SchemaCheck.Of(large);

        Assert.True(report.IsInPieces);
        var fault = Assert.Single(report.Faults);
        Assert.Equal(1_000, fault.Count);
        Assert.Contains("kort efter stycke eller tabellrad", fault.Place, StringComparison.Ordinal);
        Assert.StartsWith("rad ", fault.Text, StringComparison.Ordinal);
        Assert.StartsWith("En uppgift i ”jc” har ett värde", fault.Message, StringComparison.Ordinal);
        Assert.Empty(report.AddedTo(odd));
    }

    [Fact]
    public void A_right_file_has_no_faults_in_pieces_either()
    {
        var rows = Enumerable.Range(1, 12_500).Select(i => new SampleRow($"rad {i}", i)).ToArray();
        var right = Create(
            Table(2, HeaderRow("Rubrik"), Row("{{Incidenter.Titel}}", "{{Incidenter.Antal}}")) + P("Slut")
        );
        var report = SchemaCheck.Of(Template.Compile(right, "m", Sample.Fields).Fill(new Sample(Rows: rows)));
        Assert.True(report.IsInPieces);
        Assert.Empty(report.Faults);
        Assert.Null(report.Unchecked);
    }
}
