namespace SpLg.Tracing;

/// <summary>
/// A document held against its evidence: made again of the rows, with the document itself as the template, and
/// compared.
/// </summary>
/// <param name="Trace">What the document says of itself.</param>
/// <param name="Generated">How many generated parts there are.</param>
/// <param name="Differences">Those that are not what the evidence gives.</param>
/// <param name="IsSameReading">Whether the document shows the reading of the lists that the evidence holds.</param>
/// <param name="IsApprovalInRows">Whether the rows name the same approval as the evidence; true for a draft.</param>
/// <param name="TextAround">Whether the text that was not generated is that of the fingerprint; null when the evidence
/// does not say.</param>
/// <param name="ChangedParts">Parts of the file that are not those of the fingerprint; null when the evidence does not
/// say.</param>
/// <param name="UnlikeParts">Parts of the file that are not as they would be made of the evidence.</param>
/// <param name="IsOfEarlierRule">True for an open edition that another rule for what such a one may hold has chosen
/// the rows of, and for a review from before its years were told apart, whose sentences were others: made again it
/// would be another, so the fingerprint alone says whether it is the one that was approved.</param>
internal sealed record Verification(
    Evidence Evidence,
    DocumentTrace Trace,
    int Generated,
    IReadOnlyList<Difference> Differences,
    bool IsSameReading,
    bool IsApprovalInRows,
    bool? TextAround,
    IReadOnlyList<string>? ChangedParts,
    IReadOnlyList<string> UnlikeParts,
    bool IsOfEarlierRule
)
{
    /// <summary>The label of the list of headings, which Word itself brings up to date.</summary>
    private const string Contents = "Innehållsförteckning";

    /// <summary>
    /// True when the document is proved to be what the evidence gives. Of one that is approved that is the whole file,
    /// but for what SharePoint writes into it; of a draft the generated parts, since around them people may write.
    /// </summary>
    public bool IsEqual =>
        IsSameReading
        && IsApprovalInRows
        && Differences.Count == 0
        && (!IsOfEarlierRule || ChangedParts is { Count: 0 })
        && (Evidence.Approval is null || (ChangedParts is { Count: 0 } && UnlikeParts.Count == 0));

    /// <exception cref="InvalidDataException">The file is no document of this program, or is of other rows than the
    /// evidence.</exception>
    public static Verification Of(byte[] document, Evidence evidence)
    {
        var trace =
            DocumentTrace.TryRead(document)
            ?? throw new InvalidDataException(
                "The file does not say what it was made of: it is not a document made by this program, or "
                    + "another program has taken that part away."
            );
        var part = ReviewPart.All.FirstOrDefault(p =>
            p.IsMadeAtHandOver && p.NameOf(evidence.Order.Year) == trace.Name
        );
        var set = part is null ? evidence.Documents(template: null, []) : evidence.DocumentsOf(part);
        var planned =
            set.Documents.FirstOrDefault(d => d.Name == trace.Name)
            ?? throw new InvalidDataException(
                $"The evidence is of '{evidence.Document.Name}', and the file is '{trace.Name}'."
            );
        var template = Template.Compile(document, planned.FileName, planned.Kind.Fields);
        var again = DocumentFile.Fill(template, planned, DocumentTrace.Of(set, planned, evidence.Stamp)).Content;
        var (stands, given) = (DocumentContent.Read(document), DocumentContent.Read(again));
        var fingerprint = evidence.FingerprintOf(trace.Name);
        var isOfEarlierRule =
            evidence.Order is { HasOneYear: true, Type: DocumentType.ManagementReview }
            || (trace.Edition == Edition.Open && evidence.OpenRule != Evidence.CurrentOpenRule);
        return new(
            evidence,
            trace,
            Generated: isOfEarlierRule ? stands.Generated.Count : given.Generated.Count,
            Differences: isOfEarlierRule ? [] : Between(stands.Generated, given.Generated),
            IsSameReading: trace.Stamp == evidence.Stamp,
            IsApprovalInRows: evidence.Approval is not { } approval
                || (
                    planned.Data is BuiltReview { Cover: var r }
                    && set.Request?.Approver?.Text == approval.Name
                    && r.ApprovedOn == approval.On
                ),
            TextAround: fingerprint?.Around is { } around
                ? Fingerprint.HashOf(System.Text.Encoding.UTF8.GetBytes(stands.Around)) == around
                : null,
            ChangedParts: fingerprint is { Parts.Count: > 0 } ? fingerprint.ChangedParts(document) : null,
            UnlikeParts: isOfEarlierRule ? [] : Fingerprint.Of(trace.Name, again).ChangedParts(document),
            IsOfEarlierRule: isOfEarlierRule
        );
    }

    private static IReadOnlyList<Difference> Between(
        IReadOnlyList<GeneratedPart> stands,
        IReadOnlyList<GeneratedPart> given
    )
    {
        // A part that somebody has copied stands twice with one id; each is held against what the evidence gives in its
        // turn.
        var there = stands.ToLookup(p => p.Id, StringComparer.Ordinal);
        var differences = new List<Difference>();
        foreach (var parts in given.GroupBy(p => p.Id, StringComparer.Ordinal))
        {
            foreach (var (wanted, number) in parts.Select((p, i) => (p, i)))
            {
                if (wanted.Label.StartsWith(Contents, StringComparison.Ordinal))
                    continue;
                var found = there[parts.Key].ElementAtOrDefault(number);
                if (found?.Text != wanted.Text)
                    differences.Add(Of(found, wanted));
            }
        }
        var known = given.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        differences.AddRange(
            stands
                .Where(p => !known.Contains(p.Id))
                .Select(p => new Difference(p.Label, p.Heading, p.Place, p.Text, null))
        );
        return differences;
    }

    private static Difference Of(GeneratedPart? found, GeneratedPart wanted)
    {
        if (found is null)
            return new(wanted.Label, wanted.Heading, wanted.Place, null, wanted.Text);
        var (stands, given) = (found.Text.Split('\n'), wanted.Text.Split('\n'));
        var first = stands.Zip(given).TakeWhile(l => l.First == l.Second).Count();
        return new(
            found.Label,
            found.Heading,
            found.Place,
            stands.ElementAtOrDefault(first),
            given.ElementAtOrDefault(first)
        );
    }
}
