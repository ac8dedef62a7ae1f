using System.IO.Compression;
using SpLg.Tests.Word;
using SpLg.Tracing;

namespace SpLg.Tests.Commands;

/// <summary>
/// An approved review of the demonstration's rows, in both editions, with its evidence beside it; no site.
/// </summary>
public sealed class VerifyCommandTests : IDisposable
{
    private const string Name = "Ledningens genomgång 2026";
    private static readonly Approval Approved = new(
        "Karin Lindqvist",
        "karin.lindqvist@lindo.example",
        new(year: 2027, month: 3, day: 5, hour: 9, minute: 30, second: 0, offset: TimeSpan.Zero),
        new(2027, 3, 5),
        "7.0"
    );

    /// <summary>Made once, and each test has its own copies to spoil.</summary>
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Files = new(Make);

    private readonly string folder = Directory.CreateTempSubdirectory("splg-verify-").FullName;

    public VerifyCommandTests()
    {
        foreach (var (name, content) in Files.Value)
            File.WriteAllBytes(PathOf(name), content);
    }

    private static Dictionary<string, byte[]> Make()
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var schema = ShippedFiles.Schema();
        var read = RowFolder
            .Read(ShippedFiles.DemoFolder, schema, [])
            .ToDictionary(l => l.Key, l => l.Value, StringComparer.Ordinal);
        var rows = new RowsAsRead(
            read,
            schema,
            new(year: 2027, month: 2, day: 20, hour: 8, minute: 0, second: 0, offset: TimeSpan.Zero),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"),
            new Dictionary<string, Uri>()
        );
        // What stops the open edition is decided.
        rows = rows with
        {
            Rows = rows.Rows.ToDictionary(
                l => l.Key,
                l => (IReadOnlyList<ListRow>)[.. l.Value.Select(Internal)],
                StringComparer.Ordinal
            ),
        };
        Make(files, rows, approval: null);
        var request = ReviewRequest.Read(
            new RowReader(
                schema.List(ReviewRequest.List),
                new(
                    "1",
                    null,
                    null,
                    Cells(
                        new
                        {
                            Title = "Genomgång",
                            Year = 2026,
                            RegistryNumber = "KFN 2026/7",
                        }
                    )
                ),
                rows.Zone,
                []
            )
        );
        Make(files, ApprovalInRows.With(rows, request, Approved), Approved);
        return files;

        static ListRow Internal(ListRow row) =>
            row.Fields.TryGetValue("ExternalKey", out var key) && key.ToString() == "IA-012"
                ? row with
                {
                    Fields = Cells(
                        row.Fields.Where(f => f.Key != "Publication")
                            .Append(new("Publication", JsonSerializer.SerializeToElement("Intern")))
                            .ToDictionary()
                    ),
                }
                : row;
    }

    [Theory]
    [InlineData(Name)]
    [InlineData(Name + " öppen utgåva")]
    public async Task Both_editions_of_what_was_approved_are_proved_from_the_evidence_beside_them(string name)
    {
        var run = await VerifyAsync(name + ".docx");

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        Assert.Contains("  evidence   whole: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "  approval   Karin Lindqvist (karin.lindqvist@lindo.example) on 2027-03-05, request 1, version 7.0",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(" parts are what the evidence gives", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Equal.", run.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(
            name == Name,
            Documents
                .Text(File.ReadAllBytes(PathOf(name + ".docx")))
                .Contains("Karin Lindqvist", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(Name)]
    [InlineData(Name + " öppen utgåva")]
    public async Task A_changed_digit_is_named_with_what_the_evidence_gives(string name)
    {
        var document = File.ReadAllBytes(PathOf(name + ".docx"));
        var figure = DocumentContent
            .Read(document)
            .Generated.First(p =>
                p.Label.Contains("Incidenter.", StringComparison.Ordinal) && p.Text.Any(char.IsDigit)
            );
        var line = figure.Text.Split('\n').First(l => l.Any(char.IsDigit));
        var (digit, other) = (figure.Text.First(char.IsDigit), figure.Text.First(char.IsDigit) == '9' ? '8' : '9');
        File.WriteAllBytes(
            PathOf(name + ".docx"),
            Documents.WithTextInControl(document, figure.Id, text => text.Replace(digit, other))
        );

        var run = await VerifyAsync(name + ".docx");

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains($"    {figure.Label}", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"      evidence     \"{line[..Math.Min(line.Length, 100)]}",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.EndsWith("Not equal.", run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_edition_that_an_earlier_rule_chose_the_rows_of_is_proved_by_its_fingerprint()
    {
        // Evidence of the first rule names none, and the open edition of its rows would hold others today.
        var path = PathOf(Evidence.ApprovedNameOf(Name) + ".json");
        var written = string.Join(
            '\n',
            (await File.ReadAllTextAsync(path))
                .Split('\n')
                .Where(l => !l.Contains("\"openRule\"", StringComparison.Ordinal))
        );
        var earlier = Documents.WithParagraph(
            File.ReadAllBytes(PathOf(Name + " öppen utgåva.docx")),
            "En rad som visades då."
        );
        var (before, now) = (
            Fingerprint.Of(Name + " öppen utgåva", File.ReadAllBytes(PathOf(Name + " öppen utgåva.docx"))),
            Fingerprint.Of(Name + " öppen utgåva", earlier)
        );
        foreach (var (part, hash) in before.Parts)
            written = written.Replace($"\"{hash}\"", $"\"{now.Parts[part]}\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, written);
        File.WriteAllBytes(PathOf(Name + " öppen utgåva.docx"), earlier);

        var run = await VerifyAsync(Name + " öppen utgåva.docx");
        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        Assert.Contains("held against its fingerprint alone", run.Output, StringComparison.Ordinal);

        File.WriteAllBytes(PathOf(Name + " öppen utgåva.docx"), Documents.WithParagraph(earlier, "Nytt efteråt."));
        Assert.Equal(ExitCode.Fault, (await VerifyAsync(Name + " öppen utgåva.docx")).Code);
    }

    [Fact]
    public async Task A_paragraph_added_after_the_approval_is_told_and_nothing_generated_is_blamed()
    {
        File.WriteAllBytes(
            PathOf(Name + ".docx"),
            Documents.WithParagraph(File.ReadAllBytes(PathOf(Name + ".docx")), "Nytt efteråt.")
        );

        var run = await VerifyAsync(Name + ".docx", "--json");

        Assert.Equal(ExitCode.Fault, run.Code);
        using var outcome = JsonDocument.Parse(run.Output);
        Assert.False(outcome.RootElement.GetProperty("equal").GetBoolean());
        Assert.Empty(outcome.RootElement.GetProperty("differences").EnumerateArray());
        Assert.False(outcome.RootElement.GetProperty("textAroundUnchanged").GetBoolean());
        Assert.Contains(
            "word/document.xml",
            outcome.RootElement.GetProperty("changedParts").EnumerateArray().Select(p => p.GetString())
        );
    }

    [Fact]
    public async Task What_SharePoint_writes_into_a_file_does_not_count_and_a_file_saved_by_another_program_is_told_as_such()
    {
        var document = File.ReadAllBytes(PathOf(Name + ".docx"));
        File.WriteAllBytes(
            PathOf(Name + ".docx"),
            Changed(
                document,
                "docProps/custom.xml",
                _ => "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>"
            )
        );
        Assert.Equal(ExitCode.Ok, (await VerifyAsync(Name + ".docx")).Code);

        File.WriteAllBytes(
            PathOf(Name + ".docx"),
            Changed(
                document,
                "word/document.xml",
                xml => xml.Replace("<w:body>", "<w:body >", StringComparison.Ordinal)
            )
        );
        var run = await VerifyAsync(Name + ".docx");
        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains("No word differs, so it was saved by another program", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Karin Lindqvist", "Petra Falk", "do not have the checksum")]
    [InlineData(
        "\"name\": \"Karin Lindqvist\"",
        "\"name\": \"Petra Falk\"",
        "the rows of the evidence name another approval"
    )]
    public async Task An_evidence_that_has_been_changed_proves_nothing(string from, string to, string told)
    {
        var path = PathOf(Evidence.ApprovedNameOf(Name) + ".json");
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));

        var run = await VerifyAsync(Name + ".docx");

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains(told, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_held_against_its_own_evidence_and_may_have_text_of_people()
    {
        var draft = Directory.CreateDirectory(PathOf("utkast")).FullName;
        File.Move(PathOf(Evidence.NameOf(Name) + ".json"), Path.Combine(draft, Evidence.NameOf(Name) + ".json"));
        File.WriteAllBytes(
            Path.Combine(draft, Name + ".docx"),
            Documents.WithParagraph(File.ReadAllBytes(PathOf("draft.docx")), "Mina egna ord.")
        );

        var run = await VerifyAsync(Path.Combine("utkast", Name + ".docx"));

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        Assert.Contains("none: this is a draft", run.Output, StringComparison.Ordinal);
        Assert.Contains("people have written around the generated parts", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_evidence_it_says_where_it_looked_and_another_programs_document_is_told_as_such()
    {
        File.Delete(PathOf(Evidence.ApprovedNameOf(Name) + ".json"));
        File.Delete(PathOf(Evidence.NameOf(Name) + ".json"));
        var alone = await VerifyAsync(Name + ".docx");
        Assert.Equal(ExitCode.Fault, alone.Code);
        Assert.Contains(Evidence.ApprovedNameOf(Name) + ".json", alone.Error, StringComparison.Ordinal);

        File.WriteAllBytes(PathOf("other.docx"), TestDocx.Create(TestDocx.P("text")));
        File.WriteAllBytes(PathOf(Evidence.NameOf(Name) + ".json"), Files.Value[Evidence.NameOf(Name) + ".json"]);
        var other = await VerifyAsync("other.docx", "--evidence", PathOf(Evidence.NameOf(Name) + ".json"));
        Assert.Equal(ExitCode.Fault, other.Code);
        Assert.Contains("does not say what it was made of", other.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await SplgRun.InProcessAsync("verify")).Code);
    }

    [Fact]
    public void Evidence_without_fingerprints_is_read_as_before()
    {
        using var json = JsonDocument.Parse(Files.Value[Evidence.NameOf(Name) + ".json"]);
        var old = json
            .RootElement.EnumerateObject()
            .Where(p => p.Name is not ("parts" or "textAround"))
            .ToDictionary(p => p.Name, p => p.Value);
        var text = "{" + string.Join(',', old.Select(p => $"\"{p.Key}\":{p.Value.GetRawText()}")) + "}";

        var read = Evidence.Read(Encoding.UTF8.GetBytes(text), ShippedFiles.Schema(), []);
        var outcome = Verification.Of(File.ReadAllBytes(PathOf("draft.docx")), read);

        Assert.Null(read.Approval);
        Assert.True(outcome.IsEqual);
        Assert.Null(outcome.ChangedParts);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static RowCells Cells(object cells) => new(JsonSerializer.SerializeToElement(cells));

    private string PathOf(string name) => Path.Combine(folder, name);

    private Task<SplgRun> VerifyAsync(string name, params string[] more) =>
        SplgRun.InProcessAsync(["verify", PathOf(name), .. more]);

    /// <summary>
    /// The draft and its evidence; or, of the draft, both editions as approved and the evidence of that.
    /// </summary>
    private static void Make(Dictionary<string, byte[]> files, RowsAsRead rows, Approval? approval)
    {
        var set = DocumentSet.Build(new(2026), rows, approval is null ? null : "1", []);
        var source = approval is null ? ShippedFiles.Template("ledningens-genomgang") : files["draft.docx"];
        var file = Fill(set, source);
        files[approval is null ? "draft.docx" : Name + ".docx"] = file.Content;
        var openSet = DocumentSet.Build(new(2026, Edition: Edition.Open), rows, approval is null ? null : "1", []);
        var open = Fill(openSet, ShippedFiles.Template("ledningens-genomgang"));
        files[openSet.Documents[0].FileName] = open.Content;
        files[(approval is null ? Evidence.NameOf(Name) : Evidence.ApprovedNameOf(Name)) + ".json"] = Evidence.Write(
            set,
            file,
            ("x.docx", source),
            approval is null
                ? null
                : (approval, [(ReviewPart.Open, Fingerprint.Of(openSet.Documents[0].Name, open.Content))])
        );
    }

    private static DocumentFile Fill(DocumentSet set, byte[] template)
    {
        var document = set.Documents[0];
        return DocumentFile.Fill(
            Template.Compile(template, "mall", document.Kind.Fields),
            document,
            DocumentTrace.Of(set, document, new(set.Rows.ReadOn, "run1"))
        );
    }

    private static byte[] Changed(byte[] document, string part, Func<string, string> change)
    {
        using var file = new MemoryStream();
        file.Write(document);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part);
            var before = "";
            if (entry is not null)
            {
                using var reader = new StreamReader(entry.Open());
                before = reader.ReadToEnd();
            }
            entry?.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(change(before));
        }
        return file.ToArray();
    }
}
