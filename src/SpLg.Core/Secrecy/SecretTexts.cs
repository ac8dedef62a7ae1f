namespace SpLg.Core.Secrecy;

/// <summary>
/// Texts of rows marked <em>Sekretess</em>, kept out of requests, mails and logs: those are read
/// by more than the row, and stay in version histories. A finding about such a row names list, row and column. Rows
/// marked <em>Intern</em> are quoted: whoever reads the requests, coordinators and those who approve, reads every list
/// as well.
/// </summary>
public sealed partial class SecretTexts
{
    /// <summary>Shorter texts are in too many sentences to be told from the words around them.</summary>
    private const int Shortest = 4;

    private readonly Dictionary<(string List, string Row), SecretRow> rows;

    /// <summary>By their first word, so that a sentence is looked through once however many there are.</summary>
    private readonly ILookup<string, string> texts;

    private SecretTexts(Dictionary<(string List, string Row), SecretRow> rows, IEnumerable<string> told)
    {
        this.rows = rows;
        texts = told.ToLookup(t => Word().Match(t).Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="lists">Rows by the list's English name.</param>
    public static SecretTexts Of(IReadOnlyDictionary<string, IReadOnlyList<ListRow>> lists, SiteSchema schema)
    {
        var secret = new Dictionary<(string List, string Row), SecretRow>();
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (list, row) in All(isSecret: true))
        {
            var cells = Cells(list, row).ToList();
            secret[(list.Title, row.Id)] = new(list, [.. cells.Select(c => c.Text)]);
            // Names of people are no secret texts: they stand on many rows, so a name does not tell that the person
            // stands on a secret row too.
            told.UnionWith(
                cells
                    .Where(c => c.Kind != ColumnKind.Person && c.Text.Length >= Shortest && Word().IsMatch(c.Text))
                    .Select(c => c.Text)
            );
        }
        // A text that also stands on a row that is not secret is no secret of this row.
        if (told.Count > 0)
        {
            foreach (var (list, row) in All(isSecret: false))
                told.ExceptWith(Cells(list, row).Select(c => c.Text));
        }
        return new(secret, told);

        IEnumerable<(ListSchema List, ListRow Row)> All(bool isSecret) =>
            lists
                .Select(l => (List: schema.List(l.Key), Rows: l.Value))
                .SelectMany(l => l.Rows.Where(r => IsSecret(l.List, r) == isSecret).Select(r => (l.List, r)));
    }

    /// <summary>The finding without what it quotes of a secret row.</summary>
    public Finding Without(Finding finding)
    {
        if (
            finding.RowId is { } id
            && rows.TryGetValue((finding.List, id), out var own)
            && !(own.IsPlain(finding.Message) && !IsToldIn(finding.Message))
        )
            return finding with
            {
                Message =
                    "Raden är märkt Sekretess, så texten visas inte här. Öppna raden och se över det som står där.",
            };
        return IsToldIn(finding.Message) || OthersIn(finding).Any(row => !row.IsPlain(finding.Message))
            ? finding with
            {
                Message =
                    "Texten visas inte här, eftersom den rör en rad som är märkt Sekretess. Öppna raden och se över det som står där.",
            }
            : finding;
    }

    /// <summary>The text, or in its place why it is not shown.</summary>
    public string Without(string text) =>
        IsToldIn(text) ? "Texten visas inte här, eftersom den kommer från en rad som är märkt Sekretess." : text;

    private bool IsToldIn(string text) =>
        texts.Count > 0
        && Word()
            .Matches(text)
            .Any(word => texts[word.Value].Any(t => IsAt(text, word.Index - Word().Match(t).Index, t)));

    /// <summary>Other rows of the list that the message compares this one with.</summary>
    private IEnumerable<SecretRow> OthersIn(Finding finding) =>
        RowNumber()
            .Matches(finding.Message)
            .Select(m => rows.GetValueOrDefault((finding.List, m.Groups["id"].Value)))
            .OfType<SecretRow>();

    /// <summary>A word that cannot be read may have been meant so, and so may a ground without a word.</summary>
    // The time zone does not matter, because the columns of publication hold no date.
    private static bool IsSecret(ListSchema list, ListRow row) =>
        new RowReader(list, row, TimeZoneInfo.Utc, []).Origin().IsSecret;

    /// <summary>
    /// The words that somebody wrote in the row's cells. Choices are left out: they are the same on every row.
    /// </summary>
    private static IEnumerable<(ColumnKind Kind, string Text)> Cells(ListSchema list, ListRow row)
    {
        foreach (var (name, cell) in row.Fields)
        {
            var column =
                list.TryColumn(name)
                ?? (name.EndsWith("LookupId", StringComparison.Ordinal) ? list.TryColumn(name[..^8]) : null);
            if (
                column is null
                || (
                    column.Kind is ColumnKind.Choice or ColumnKind.MultiChoice or ColumnKind.YesNo
                    && IsKnown(column, cell)
                )
            )
                continue;
            foreach (var text in CellText.Several(cell).Append(CellText.One(cell)).OfType<string>())
            {
                yield return (column.Kind, text);
                if (column.Kind is not (ColumnKind.RichText or ColumnKind.Note))
                    continue;
                foreach (
                    var part in Lines(text)
                        .SelectMany(l => Cut().Split(l))
                        .Select(p => p.Trim())
                        .Where(p => p.Length >= Shortest)
                )
                    yield return (column.Kind, part);
            }
        }
    }

    /// <summary>The words that a reader sees, and the addresses that its links lead to.</summary>
    private static IEnumerable<string> Lines(string text) => HtmlText.Examined(text).Append(HtmlText.Plain(text));

    private static bool IsKnown(ColumnSchema column, System.Text.Json.JsonElement cell) =>
        CellText
            .Several(cell)
            .All(t => column.Kind == ColumnKind.YesNo ? CellText.TryYesNo(t) is not null : column.Choices.Contains(t));

    /// <summary>True when the text stands at the place by itself, not as the beginning of a longer word.</summary>
    private static bool IsAt(string whole, int at, string text) =>
        at >= 0
        && string.Compare(whole, at, text, 0, text.Length, StringComparison.OrdinalIgnoreCase) == 0
        && !(
            at + text.Length < whole.Length
            && char.IsLetterOrDigit(whole[at + text.Length])
            && char.IsLetterOrDigit(text[^1])
        );

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[\r\n]+|(?<=[.!?])\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cut();

    [GeneratedRegex(@"\b[Rr]ad (?<id>\d+)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowNumber();

    [GeneratedRegex("”(?<text>[^”]*)”", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quote();

    /// <summary>How a paragraph of the act is written, as an example in what is said of a ground.</summary>
    [GeneratedRegex(@"\d+ kap\. \d+ §", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Paragraph();

    /// <param name="Cells">Every text of the row.</param>
    private sealed record SecretRow(ListSchema List, IReadOnlyList<string> Cells)
    {
        /// <summary>
        /// True when the sentence says nothing of what the row holds: no quotation but of columns, no number, no text
        /// of the row.
        /// </summary>
        public bool IsPlain(string message)
        {
            var rest = Paragraph().Replace(message, "");
            foreach (var column in List.Columns.Select(c => c.DisplayName).OrderByDescending(n => n.Length))
                rest = rest.Replace($"”{column}”", "", StringComparison.Ordinal)
                    .Replace(column, "", StringComparison.Ordinal);
            return !Quote().IsMatch(rest)
                && !RowNumber().Replace(rest, "").Any(char.IsDigit)
                && !Cells.Any(c => rest.Contains(c, StringComparison.OrdinalIgnoreCase));
        }
    }
}
