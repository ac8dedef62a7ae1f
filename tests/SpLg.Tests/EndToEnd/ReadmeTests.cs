using System.Text.RegularExpressions;
using SpLg.Demo;
using SpLg.LocalSite;
using SpLg.Tests.Commands;

namespace SpLg.Tests.EndToEnd;

public class ReadmeTests
{
    private const string Front = "README.md";
    private const string Operator = "provisioning/README.md";
    private const string Site = "src/SpLg.LocalSite/README.md";

    private static readonly string[] Pages =
    [
        Front,
        Operator,
        Site,
        "src/README.md",
        "templates/README.md",
        "tests/README.md",
    ];

    public static TheoryData<string> EveryPage => [.. Pages];

    [Fact]
    public void The_six_files_from_a_row_to_its_paragraph_are_there()
    {
        var files = Matches(Section(Front, "How it works"), @"^\| \d \| `(?<it>[^`]+)` \|").ToList();

        Assert.Equal(6, files.Count);
        Assert.All(files, f => Assert.True(File.Exists(Path.Combine(Repository.Root, f)), f));
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public void Every_path_named_in_a_page_is_there(string page) =>
        Assert.All(
            Matches(Text(page), @"(?<it>\b(src|templates|provisioning|tests)/[\w./\-]+)"),
            p => Assert.True(Path.Exists(Path.Combine(Repository.Root, p.TrimEnd('.'))), p)
        );

    [Theory]
    [MemberData(nameof(EveryPage))]
    public void Every_link_leads_to_a_page_and_a_heading_that_are_there(string page) =>
        Assert.All(
            Matches(Text(page), @"\]\((?<it>(?!https?:)[^)]+)\)"),
            link =>
            {
                var parts = link.Split('#');
                var target = Path.GetRelativePath(
                    Repository.Root,
                    Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, parts[0]))
                );
                Assert.True(Path.Exists(Path.Combine(Repository.Root, target)), link);
                if (parts.Length > 1)
                    Assert.Contains(parts[1], Matches(Text(target), @"^##+ (?<it>.+)$").Select(Anchor));
            }
        );

    // GitHub's rule: lower case, signs taken away, spaces become hyphens.
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'))
            .Replace(' ', '-');

    [Fact]
    public void The_front_page_is_short_and_leads_to_every_other_page()
    {
        var text = Text(Front);

        Assert.InRange(text.Count(c => c == '\n'), 1, 150);
        Assert.All(Pages.Where(p => p != Front), p => Assert.Contains($"]({p})", text, StringComparison.Ordinal));
        // Packages put pages of their own into bin.
        var written = Directory
            .EnumerateFiles(Repository.Root, "README.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f =>
                !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)
            );
        Assert.Equal(Pages.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_of_settings_is_that_of_the_program()
    {
        var expected = SettingKeys.All.Select(k =>
            $"| `{k.Name}` | {Code(k.Default)} | {Code(k.OfOne)} | {k.Meaning} |"
        );

        Assert.Equal(
            expected,
            Section(Operator, "Settings").Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal))
        );
    }

    private static string Code(string? text) => text is null ? "" : $"`{text}`";

    [Fact]
    public void The_table_of_verbs_names_every_verb() =>
        Assert.Equal(CommandLineTests.VerbNames, Matches(Section(Operator, "Verbs"), @"^\| `(?<it>\w+)` \|"));

    [Fact]
    public void The_example_settings_are_accepted_but_for_the_certificate_that_is_not_here()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Example(Operator, "Install"));

            var fault = Assert.Throws<SettingsException>(() =>
                SettingsReader.Read(file, new Dictionary<string, string>(), [], siteNeeded: true)
            );

            Assert.StartsWith(
                "SignIn:CertificatePath: there is no file",
                Assert.Single(fault.Faults),
                StringComparison.Ordinal
            );
            File.WriteAllText(file, Example(Front, "Try it in ten minutes"));
            var trial = SettingsReader.Read(file, new Dictionary<string, string>(), [], siteNeeded: true);
            Assert.Equal([DemoData.Head.Email], trial.Site!.Approvers);
            Assert.Equal(new Uri($"http://localhost:5080{LocalOrganisation.Usual.Path}"), trial.Site.Address);
        }
        finally
        {
            File.Delete(file);
        }

        static string Example(string page, string section) =>
            Matches(Section(page, section), @"```json\n(?<it>[^`]*)```").Single();
    }

    [Fact]
    public async Task The_example_of_a_fault_is_taken_by_the_local_site_and_the_tables_are_those_of_a_rule()
    {
        var section = Section(Site, "Trying faults");
        var body = Matches(
                section,
                @"^curl -H 'Content-Type: application/json' -d '(?<it>[^']+)' http://127\.0\.0\.1:5080/_faults$"
            )
            .Single();
        await using var test = await TestSite.StartAsync(empty: true);
        using var http = new HttpClient();

        using var answer = await http.PostAsync(
            new Uri(test.Server.GraphAddress, "/_faults"),
            new StringContent(body, Encoding.UTF8, "application/json")
        );

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(
            new FaultRule("/items", "GET", Status: 429, RetryAfter: 2, Count: 3),
            Assert.Single(test.Server.Faults.Active)
        );
        var rows = Matches(section, @"^\| `(?<it>\w+)` \|").ToList();
        Assert.Equal(
            typeof(FaultRule)
                .GetProperties()
                .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
                .Concat(Enum.GetNames<FaultKind>()),
            rows
        );
    }

    private static IEnumerable<string> Matches(string text, string pattern) =>
        Regex.Matches(text, pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Select(m => m.Groups["it"].Value);

    private static string Text(string page) =>
        File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");

    private static string Section(string page, string heading)
    {
        var text = Text(page);
        var start = text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{page} has no section '{heading}'.");
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }
}
