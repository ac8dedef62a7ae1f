using System.CommandLine;

namespace SpLg.Commands;

internal static class VerifyCommand
{
    private const int LongestQuote = 160;

    public static Command Create(Shell shell)
    {
        var file = new Argument<string>("file")
        {
            Description = "A document that was made by this program: full or open edition, approved or a draft.",
        };
        var evidence = new Option<string?>("--evidence")
        {
            Description = "Its evidence file. Default: '… fastställd underlag.json' or '… underlag.json' beside it.",
            HelpName = "file",
        };
        var json = new Option<bool>("--json") { Description = "Print the outcome as JSON." };
        var command = new Verb(
            "verify",
            "Makes a document again from its evidence and says whether it is the same: what was approved, and nothing changed since.",
            "splg verify review.docx",
            "splg verify review.docx --evidence evidence.json --json"
        );
        command.Add(file);
        command.Add(evidence);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var document = File.ReadAllBytes(path);
            var (beside, held) = parsed.GetValue(evidence) is { } named ? (named, Read(named)) : Beside(path, document);
            var outcome = Verification.Of(document, held);
            if (parsed.GetValue(json))
                shell.Screen.Json(Json(path, beside, outcome));
            else
                Show(shell.Screen, path, beside, outcome);
            return outcome.IsEqual ? ExitCode.Ok : ExitCode.Fault;
        });
        return command;
    }

    /// <summary>
    /// The evidence that lies beside a document: that of the approval when the document is of it, else the draft's.
    /// </summary>
    private static (string Path, Evidence Evidence) Beside(string path, byte[] document)
    {
        var trace = DocumentTrace.TryRead(document);
        var names = new[] { Path.GetFileNameWithoutExtension(path), trace?.Name }
            .OfType<string>()
            .Select(WithoutEdition)
            .Distinct(StringComparer.Ordinal);
        var wanted = names
            .SelectMany(n => new[] { Evidence.ApprovedNameOf(n), Evidence.NameOf(n) })
            .Select(n => Path.Combine(Path.GetDirectoryName(path) ?? "", n + ".json"))
            .ToList();
        var found = wanted.Where(File.Exists).Select(p => (Path: p, Evidence: Read(p))).ToList();
        if (found.Count == 0)
            throw new InvalidDataException(
                $"There is no evidence beside '{path}': looked for "
                    + $"{string.Join(" and ", wanted.Select(w => $"'{w}'"))}. Put it there, or name it with --evidence."
            );
        return found.Find(f => f.Evidence.Stamp == trace?.Stamp) is { Evidence: not null } match ? match : found[0];
    }

    private static string WithoutEdition(string name) =>
        ReviewPart
            .All.Select(p => PlannedDocument.NameOf("", p.Edition))
            .FirstOrDefault(s => s.Length > 0 && name.EndsWith(s, StringComparison.Ordinal))
            is { } suffix
            ? name[..^suffix.Length]
            : name;

    private static Evidence Read(string path) =>
        Evidence.Read(File.ReadAllBytes(path), path, ShippedFiles.Schema(), new FileFindings());

    private static void Show(Screen screen, string path, string beside, Verification outcome)
    {
        var evidence = outcome.Evidence;
        screen.Line($"{path} against {beside}");
        screen.Line(
            $"  evidence   whole: {evidence.Rows.Rows.Sum(r => r.Value.Count)} rows of {evidence.Rows.Rows.Count} "
                + $"lists, read {evidence.Stamp.ReadOn.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"
        );
        if (!outcome.IsSameReading)
            screen.Line(
                $"             but the document shows another reading, of {outcome.Trace.Stamp.ReadOn.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"
            );
        screen.Line($"  approval   {Approved(evidence)}");
        if (!outcome.IsApprovalInRows)
            screen.Line("             but the rows of the evidence name another approval");
        screen.Line($"  generated  {Generated(outcome)}");
        foreach (var difference in outcome.Differences)
        {
            screen.Line(
                $"    {difference.Label}{(difference.Heading is null ? "" : $", under \"{difference.Heading}\"")}, {difference.Place}"
            );
            screen.Line($"      in the file  {Quote(difference.Stands)}");
            screen.Line($"      evidence     {Quote(difference.Evidence)}");
        }
        screen.Line($"  text       {Around(outcome)}");
        screen.Line($"  file       {FileWords(outcome)}");
        screen.Line(outcome.IsEqual ? "Equal." : "Not equal.");
    }

    private static string Approved(Evidence evidence)
    {
        if (evidence.Approval is not { } approval)
            return "none: this is a draft";
        var version = approval.Version is { } number ? $", version {number}" : "";
        return $"{approval.Name} ({approval.Email}) on {approval.On:yyyy-MM-dd}, request {evidence.Request}{version}";
    }

    private static string Generated(Verification outcome) =>
        outcome.Differences.Count switch
        {
            _ when outcome is { IsOfEarlierRule: true, Evidence.Order.HasOneYear: true } =>
                "not made again: an earlier version of the program made this review, so it is held against its "
                    + "fingerprint alone",
            _ when outcome.IsOfEarlierRule =>
                "not made again: an earlier rule chose what this open edition holds, so it is held against its "
                    + "fingerprint alone",
            0 => $"all {outcome.Generated} parts are what the evidence gives",
            1 => $"1 of {outcome.Generated} parts is not what the evidence gives:",
            var some => $"{some} of {outcome.Generated} parts are not what the evidence gives:",
        };

    private static string Around(Verification outcome) =>
        outcome.TextAround switch
        {
            null => "the evidence does not say what people had written around the generated parts",
            true => "what people wrote around the generated parts is as it was at "
                + $"{(outcome.Evidence.Approval is null ? "the last update" : "the approval")}",
            false when outcome.Evidence.Approval is null =>
                "people have written around the generated parts since the last update, as they may in a draft",
            false => "what people wrote around the generated parts has been changed since the approval",
        };

    private static string FileWords(Verification outcome)
    {
        if (outcome.ChangedParts is { Count: > 0 } changed)
        {
            return $"changed since it was written: {string.Join(", ", changed)}"
                + (
                    outcome.TextAround == true && outcome.Differences.Count == 0
                        ? ". No word differs, so it was saved by another program, or its looks were changed"
                        : ""
                );
        }
        var written = outcome.ChangedParts is null
            ? "the evidence does not say what the file was"
            : "the one that was written, but for what SharePoint itself may write into it";
        return outcome.UnlikeParts.Count == 0
            ? written
            : $"{written}; this version of the program makes other parts of the same rows: {string.Join(", ", outcome.UnlikeParts)}";
    }

    private static string Quote(string? text) =>
        text switch
        {
            null => "(nothing)",
            { Length: > LongestQuote } => $"\"{FindingsText.OneLine(text[..LongestQuote])}…\"",
            _ => $"\"{FindingsText.OneLine(text)}\"",
        };

    private static string Json(string path, string beside, Verification outcome) =>
        JsonSerializer.Serialize(
            new
            {
                document = path,
                evidence = beside,
                equal = outcome.IsEqual,
                edition = outcome.Trace.Edition.ToString(),
                readOn = outcome.Evidence.Stamp.ReadOn.UtcDateTime,
                sameReading = outcome.IsSameReading,
                outcome.Evidence.Approval,
                approvalInRows = outcome.IsApprovalInRows,
                generatedParts = outcome.Generated,
                ofEarlierRule = outcome.IsOfEarlierRule,
                outcome.Differences,
                textAroundUnchanged = outcome.TextAround,
                outcome.ChangedParts,
                outcome.UnlikeParts,
            },
            FindingsJson.Readable
        );
}
