using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>Guards how much work a row is, not how long it takes: time is for the bench.</summary>
public class WorkTests
{
    [Fact]
    public void A_row_costs_little_memory_and_twice_the_rows_cost_twice()
    {
        var template = Template.Compile(
            Create(Table(3, Row("{{Incidenter.Titel}}", "{{Incidenter.Antal}}", "{{Incidenter.Klar}}"))),
            "m",
            Sample.Fields
        );
        var small = Allocated(template, 2_000);
        var large = Allocated(template, 20_000);
        var perRow = (large - small) / 18_000;
        Assert.InRange(perRow, 0, 400);
    }

    private static long Allocated(Template template, int count)
    {
        var data = new Sample(Rows: [.. Enumerable.Range(0, count).Select(i => new SampleRow($"Rad {i}", i))]);
        template.Fill(data, Stream.Null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        template.Fill(data, Stream.Null);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
