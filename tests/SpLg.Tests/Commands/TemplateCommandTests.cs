using SpLg.Tests.Word;

namespace SpLg.Tests.Commands;

public class TemplateCommandTests
{
    [Fact]
    public async Task Every_name_is_printed_with_kind_and_description_within_its_group()
    {
        var run = await SplgRun.InProcessAsync("template", "tags");

        Assert.Equal(ExitCode.Ok, run.Code);
        var lines = run.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("Incidenter – grupp – Incidenter.", lines);
        var antal = ReviewSections.Fields.TryFind("Incidenter")!.Inner!.TryFind("Antal")!;
        Assert.Contains(
            lines,
            l =>
                l.StartsWith(
                    $"  {{{{Incidenter.Antal}}}} – tal – {antal.Description} Till exempel: ",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains("  datum – datum, långt, månad år eller år", lines);
        Assert.All(Names(ReviewSections.Fields, ""), n => Assert.Contains(n, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_values_of_the_json_can_be_written_in_a_template_as_they_are()
    {
        var run = await SplgRun.InProcessAsync("template", "tags", "--json");

        using var json = JsonDocument.Parse(run.Output);
        var tags = json.RootElement.GetProperty("tags").EnumerateArray().ToList();
        Assert.Equal(Names(ReviewSections.Fields, ""), tags.Select(t => t.GetProperty("tag").GetString()!));
        Assert.All(tags, t => Assert.NotEmpty(t.GetProperty("description").GetString()!));
        Assert.Contains(
            json.RootElement.GetProperty("formats").EnumerateArray(),
            f => f.GetProperty("kind").GetString() == nameof(FieldKind.Number)
        );
        // Within a list a name stands once for each row; lists within lists need their own blocks, so these are left
        // out here.
        var lists = tags.Where(t => t.GetProperty("kind").GetString() == nameof(FieldKind.List))
            .Select(t => t.GetProperty("tag").GetString() + ".")
            .ToList();
        var values = tags.Where(t =>
                t.GetProperty("kind").GetString()
                    is not (nameof(FieldKind.Group) or nameof(FieldKind.List) or nameof(FieldKind.Picture))
            )
            .Select(t => t.GetProperty("tag").GetString()!)
            .Where(t => lists.Count(l => t.StartsWith(l, StringComparison.Ordinal)) < 2);
        var docx = TestDocx.Create(string.Concat(values.Select(v => TestDocx.P($"{{{{{v}}}}}"))));
        Assert.Empty(Template.Compile(docx, "alla.docx", ReviewSections.Fields).Findings);
    }

    [Theory]
    [InlineData("review", "Incidenter.Underlag")]
    [InlineData("review", "Upphandlingar.Ej bedömbara.Diarienummer")]
    [InlineData("review", "Incidenter.Antal")]
    [InlineData("self-assessment", "Dokument.Titel")]
    [InlineData("procurement-checklist", "Upphandling.Upphandling")]
    [InlineData("role-checklist", "Dokument.Titel")]
    [InlineData("action-plan", "Dokument.Titel")]
    public async Task Names_of_every_type_have_an_example_from_the_made_up_organisation(string type, string name)
    {
        var run = await SplgRun.InProcessAsync("template", "tags", "--type", type, "--json");

        using var json = JsonDocument.Parse(run.Output);
        var tags = json.RootElement.GetProperty("tags").EnumerateArray().ToList();
        Assert.NotEmpty(tags.Single(t => t.GetProperty("tag").GetString() == name).GetProperty("example").GetString()!);
        var values = tags.Where(t => t.GetProperty("kind").GetString() is not ("Group" or "List" or "Picture"))
            .ToList();
        var without = values
            .Where(t => t.GetProperty("example").ValueKind == JsonValueKind.Null)
            .Select(t => t.GetProperty("tag").GetString())
            .ToList();
        Assert.True(without.Count < values.Count / 2, string.Join(", ", without));
    }

    [Fact]
    public async Task A_shipped_template_is_found_to_be_fine_and_of_which_type_it_is()
    {
        foreach (var kind in DocumentKind.All)
        {
            var run = await SplgRun.InProcessAsync(
                "template",
                "check",
                Path.Combine(AppContext.BaseDirectory, "templates", kind.Template + ".docx"),
                "--json"
            );

            Assert.True(run.Code == ExitCode.Ok, run.ToString());
            using var json = JsonDocument.Parse(run.Output);
            Assert.Equal(kind.Word, json.RootElement.GetProperty("type").GetString());
            Assert.True(json.RootElement.GetProperty("namesUsed").GetInt32() > 10);
        }
    }

    [Fact]
    public async Task A_template_with_a_fault_is_told_where_it_is_and_a_template_of_another_type_what_it_is()
    {
        var file = Path.ChangeExtension(Path.GetTempFileName(), ".docx");
        try
        {
            await File.WriteAllBytesAsync(
                file,
                TestDocx.Create(
                    TestDocx.P("Läget", "Heading1")
                        + TestDocx.P("Vi hade {{Incidenter.Antall}} incidenter och {{Utbildningar.Antal}} kurser")
                )
            );
            var faulty = await SplgRun.InProcessAsync("template", "check", file);
            var other = await SplgRun.InProcessAsync(
                "template",
                "check",
                Path.Combine(AppContext.BaseDirectory, "templates", "lathund.docx"),
                "--type",
                "review"
            );

            Assert.Equal(ExitCode.Fault, faulty.Code);
            Assert.Contains("under rubriken ”Läget”", faulty.Output, StringComparison.Ordinal);
            Assert.Contains("Incidenter.Antal", faulty.Output, StringComparison.Ordinal);
            Assert.Contains(
                "Mallen går inte att använda för Ledningens genomgång förrän felen är rättade.",
                faulty.Output,
                StringComparison.Ordinal
            );
            Assert.Equal(ExitCode.Fault, other.Code);
            Assert.Contains("prova --type role-checklist", other.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task What_Words_format_does_not_allow_is_told_with_its_place_in_the_template_and_in_what_becomes_of_it()
    {
        var file = Path.ChangeExtension(Path.GetTempFileName(), ".docx");
        try
        {
            await File.WriteAllBytesAsync(file, OddDocx.WithFaultyRow("Incidenter.Per månad", "Månad"));
            var own = await SplgRun.InProcessAsync("template", "check", file, "--type", "review");
            await File.WriteAllBytesAsync(file, OddDocx.WithStockChart("Incidenter.Per månad.I år"));
            var added = await SplgRun.InProcessAsync("template", "check", file, "--type", "review");

            Assert.Equal(ExitCode.Ok, own.Code);
            Assert.Contains("under rubriken ”Läget”, tabell 1, rad 2", own.Output, StringComparison.Ordinal);
            Assert.Contains(
                "En uppgift i ”jc” har ett värde som inte är tillåtet.",
                own.Output,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("uppstår när den fylls i", own.Output, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Fault, added.Code);
            Assert.Contains(
                "Felet finns inte i mallen utan uppstår när den fylls i",
                added.Output,
                StringComparison.Ordinal
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_verb_that_lacks_its_second_word_is_wrong_usage() =>
        Assert.Equal(ExitCode.Usage, (await SplgRun.InProcessAsync("template")).Code);

    private static IEnumerable<string> Names(FieldSet fields, string prefix) =>
        fields.Fields.SelectMany(f => Names(f.Inner ?? new([]), $"{prefix}{f.Name}.").Prepend(prefix + f.Name));
}
