using System.Text.Json;
using SpLg.Core.Fields;
using SpLg.Core.Review;
using SpLg.Tests.Infra;
using SpLg.Tests.Word;
using SpLg.Word;

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
        var antal = ReviewDocument.Fields.TryFind("Incidenter")!.Inner!.TryFind("Antal")!;
        Assert.Contains($"  {{{{Incidenter.Antal}}}} – tal – {antal.Description}", lines);
        Assert.Contains("  datum – datum, långt, månad år eller år", lines);
        Assert.All(Names(ReviewDocument.Fields, ""), n => Assert.Contains(n, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_values_of_the_json_can_be_written_in_a_template_as_they_are()
    {
        var run = await SplgRun.InProcessAsync("template", "tags", "--json");

        using var json = JsonDocument.Parse(run.Output);
        var tags = json.RootElement.GetProperty("tags").EnumerateArray().ToList();
        Assert.Equal(Names(ReviewDocument.Fields, ""), tags.Select(t => t.GetProperty("tag").GetString()!));
        Assert.All(tags, t => Assert.NotEmpty(t.GetProperty("description").GetString()!));
        Assert.Contains(json.RootElement.GetProperty("formats").EnumerateArray(), f => f.GetProperty("kind").GetString() == nameof(FieldKind.Number));
        // Within a list a name stands once for each row; lists within lists need their own blocks, so these are left out here.
        var lists = tags.Where(t => t.GetProperty("kind").GetString() == nameof(FieldKind.List)).Select(t => t.GetProperty("tag").GetString() + ".").ToList();
        var values = tags
            .Where(t => t.GetProperty("kind").GetString() is not (nameof(FieldKind.Group) or nameof(FieldKind.List) or nameof(FieldKind.Picture)))
            .Select(t => t.GetProperty("tag").GetString()!)
            .Where(t => lists.Count(l => t.StartsWith(l, StringComparison.Ordinal)) < 2);
        var docx = TestDocx.Create(string.Concat(values.Select(v => TestDocx.P($"{{{{{v}}}}}"))));
        Assert.Empty(Template.Compile(docx, "alla.docx", ReviewDocument.Fields).Findings);
    }

    [Fact]
    public async Task A_verb_that_lacks_its_second_word_is_wrong_usage() =>
        Assert.Equal(ExitCode.Usage, (await SplgRun.InProcessAsync("template")).Code);

    private static IEnumerable<string> Names(FieldSet fields, string prefix) =>
        fields.Fields.SelectMany(f => Names(f.Inner ?? new([]), $"{prefix}{f.Name}.").Prepend(prefix + f.Name));
}
