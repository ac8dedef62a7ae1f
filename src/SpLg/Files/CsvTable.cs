using CsvHelper;

namespace SpLg.Files;

/// <summary>A CSV file as header and cells, before anything is known of the list.</summary>
/// <param name="Rows">Each with the line it begins on (from 1, as an editor counts) and its cells, as many as were written.</param>
/// <param name="UnclosedQuote">The line of a quote that is never closed, so that the rest of the file became one cell; null when there is none.</param>
internal sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows, int? UnclosedQuote)
{
    private const string SchemaMark = "ListSchema=";

    /// <summary>Reads comma, semicolon or tab, whichever the header holds most of; skips SharePoint's and Excel's first lines.</summary>
    public static CsvTable Parse(string text)
    {
        var skipped = 0;
        var delimiter = default(char?);
        var rest = text;
        // "Export to CSV with schema" puts the list's schema on a first line, and Excel may put its separator there.
        while (true)
        {
            var line = FirstLine(rest);
            var bare = line.TrimStart('"', ' ');
            if (bare.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && bare.Length > 4)
                delimiter = bare[4];
            else if (!bare.StartsWith(SchemaMark, StringComparison.OrdinalIgnoreCase) && !(line.Length == 0 && rest.Length > 0))
                break;
            rest = AfterLine(rest, line);
            skipped++;
        }
        var unclosed = default(int?);
        var options = new CsvReaderOptions
        {
            Separator = delimiter ?? DelimiterOf(FirstLine(rest)),
            HasHeader = false,
            TrackLineNumbers = true,
            // A lone quote inside a cell is text, not a reason to lose the row; one that swallows the rest of the file is told.
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => unclosed = record.Reason == CsvMalformedReason.UnterminatedQuote ? (int)record.LineNumber + skipped : unclosed,
        };
        using var reader = CsvReader.FromText(rest, options);
        IReadOnlyList<string>? header = null;
        var rows = new List<(int, IReadOnlyList<string>)>();
        while (reader.Read())
        {
            var cells = reader.Current.ToArray();
            if (header is null)
                header = [.. cells.Select(c => c.Trim())];
            else if (cells.Any(c => !string.IsNullOrWhiteSpace(c)))
                rows.Add(((int)reader.LineNumber + skipped, cells));
        }
        return new(header ?? [], rows, unclosed);
    }

    private static string FirstLine(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? text : text[..end];
    }

    private static string AfterLine(string text, string line)
    {
        var rest = text.AsSpan(line.Length);
        if (rest.StartsWith("\r\n"))
            return rest[2..].ToString();
        return rest.IsEmpty ? "" : rest[1..].ToString();
    }

    private static char DelimiterOf(string header)
    {
        Span<char> candidates = [',', ';', '\t'];
        var best = ',';
        var most = 0;
        foreach (var candidate in candidates)
        {
            var quoted = false;
            var count = 0;
            foreach (var c in header)
            {
                if (c == '"')
                    quoted = !quoted;
                else if (c == candidate && !quoted)
                    count++;
            }
            if (count > most)
                (best, most) = (candidate, count);
        }
        return best;
    }
}
