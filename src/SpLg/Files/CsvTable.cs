using CsvHelper;

namespace SpLg.Files;

/// <summary>A CSV file as header and cells, before anything is known of the list.</summary>
/// <param name="Rows">Each with the line it begins on (from 1, as an editor counts) and its cells, as many as were
/// written.</param>
/// <param name="UnclosedQuote">The line of a quote that is never closed, so that the rest of the file became one cell;
/// null when there is none.</param>
/// <param name="LooseQuotes">Lines where a quoted cell has text after its closing quote: its inner quotes were not
/// doubled.</param>
/// <param name="Swallowing">Lines where a cell holds line breaks and about a row's delimiters: most likely a stray
/// quote has swallowed rows.</param>
internal sealed record CsvTable(
    IReadOnlyList<string> Header,
    IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows,
    int? UnclosedQuote,
    IReadOnlyList<int> LooseQuotes,
    IReadOnlyList<int> Swallowing
)
{
    private const string SchemaMark = "ListSchema=";
    private const string TypeMark = "#TYPE ";

    /// <summary>A record of more characters is no row of headers.</summary>
    private const int LongestHeader = 20_000;

    /// <summary>How many rows stand above the header and are not read.</summary>
    public int Above { get; init; }

    /// <summary>True of a sheet of a workbook, in which nothing is delimited or quoted.</summary>
    public bool IsWorkbook { get; init; }

    /// <summary>What else is to say of how the file was read, in Swedish.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>
    /// Reads comma, semicolon or tab, whichever gives the header most names that are known (then: most names); skips
    /// SharePoint's and Excel's first lines.
    /// </summary>
    /// <exception cref="InvalidDataException">It has more rows or columns than are read; the message says
    /// where.</exception>
    public static CsvTable Parse(string text, Func<string, bool> isKnown)
    {
        var (rest, skipped, named) = SkipFirstLines(text);
        var records = FirstRecords(rest);
        var place = HeaderRow.Find(records.Select(r => Split(r.Text, named ?? DelimiterOf(r.Text, isKnown))), isKnown);
        if (place > 0)
        {
            skipped += Lines(rest.AsSpan(0, records[place].Start));
            rest = rest[records[place].Start..];
        }
        var headerText = records.Count > 0 ? records[place].Text : "";
        if (named is null && headerText.AsSpan().IndexOfAny(Delimiters) < 0)
            rest = rest.Contains('"', StringComparison.Ordinal) ? rest : OneColumn(rest, out named);
        var delimiter = named ?? DelimiterOf(headerText, isKnown);
        var names = HeaderRow.Names([.. records.Take(place + 1).Select(r => Split(r.Text, delimiter))], place, isKnown);
        var unclosed = default(int?);
        var loose = new List<int>();
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            // A lone quote inside a cell is text, not a reason to lose the row; what changes a cell is told.
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record =>
            {
                if (record.Reason == CsvMalformedReason.UnterminatedQuote)
                    unclosed = (int)record.LineNumber + skipped;
                else if (record.Reason == CsvMalformedReason.TextAfterClosingQuote)
                    loose.Add((int)record.LineNumber + skipped);
            },
        };
        using var reader = CsvReader.FromText(rest, options);
        IReadOnlyList<string>? header = null;
        var rows = new List<(int, IReadOnlyList<string>)>();
        var swallowing = new List<int>();
        var hasSecond = false;
        while (reader.Read())
        {
            var cells = reader.Current.ToArray();
            if (cells.Length > RowFolder.MostColumns)
                throw new InvalidDataException(
                    $"rad {(int)reader.LineNumber + skipped} har fler än {RowFolder.MostColumns} celler: kontrollera avgränsaren"
                );
            if (cells.Any(c => c.Length > RowFolder.LongestCell))
                throw new InvalidDataException(
                    $"rad {(int)reader.LineNumber + skipped} har en cell med mer än "
                        + $"{Swedish.Number(RowFolder.LongestCell)} tecken: kontrollera citattecknen"
                );
            if (rows.Count == RowFolder.MostRows)
                throw new InvalidDataException($"fler än {RowFolder.MostRows} rader: dela upp filen");
            if (header is null)
            {
                var read = cells.Select(c => c.Trim()).ToList();
                header = place > 0 ? names : read;
                continue;
            }
            if (rows.Count == 0 && HeaderRow.IsSecond(cells, isKnown))
            {
                hasSecond = true;
                continue;
            }
            var line = (int)reader.LineNumber + skipped;
            if (cells.Any(c => !string.IsNullOrWhiteSpace(c)))
                rows.Add((line, cells));
            if (line != unclosed && cells.Any(c => HoldsRows(c, delimiter, header.Count)))
                swallowing.Add(line);
        }
        return new(header ?? [], rows, unclosed, loose, swallowing)
        {
            Above = place,
            Notes = hasSecond ? [HeaderRow.Second] : [],
        };
    }

    /// <summary>
    /// The first records that are not empty, with where they begin. A quotation mark is one at the start of a cell; one
    /// that is not closed soon is a letter.
    /// </summary>
    private static List<(int Start, string Text)> FirstRecords(string text)
    {
        var records = new List<(int, string)>();
        for (var at = 0; at < text.Length && records.Count < HeaderRow.Most; )
        {
            var end = EndOfRecord(text, at) ?? EndOfLine(text, at);
            // Rows that long are below it.
            if (end - at > LongestHeader && records.Count > 0)
                break;
            if (!string.IsNullOrWhiteSpace(text[at..end]))
                records.Add((at, text[at..end]));
            at = end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        }
        return records;
    }

    private static int? EndOfRecord(string text, int start)
    {
        var (isQuoted, isStart) = (false, true);
        for (var i = start; i < text.Length; i++)
        {
            if (i - start > LongestHeader)
                return null;
            if (text[i] == '"' && isQuoted)
                isQuoted = false;
            // Doubled, it opens what it has just closed.
            else if (text[i] == '"' && (isStart || (i > start && text[i - 1] == '"')))
                isQuoted = true;
            else if (text[i] is '\r' or '\n' && !isQuoted)
                return i;
            isStart = Delimiters.Contains(text[i]);
        }
        return isQuoted ? null : text.Length;
    }

    private static int EndOfLine(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : start + end;
    }

    private static int Lines(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");

    /// <summary>
    /// "Export to CSV with schema" puts the list's schema on a first line, Windows PowerShell the type of what it
    /// exports, and Excel may put its separator there.
    /// </summary>
    private static (string Remaining, int Skipped, char? Delimiter) SkipFirstLines(string text)
    {
        var skipped = 0;
        var delimiter = default(char?);
        var rest = text;
        while (true)
        {
            var line = FirstLine(rest);
            var bare = line.TrimStart('"', ' ');
            if (bare.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && bare.Length > 4)
                delimiter = IsSeparator(bare[4]) ? bare[4] : null;
            else if (
                !bare.StartsWith(SchemaMark, StringComparison.OrdinalIgnoreCase)
                && !bare.StartsWith(TypeMark, StringComparison.Ordinal)
                && !(line.Length == 0 && rest.Length > 0)
            )
                return (rest, skipped, delimiter);
            rest = AfterLine(rest, line);
            skipped++;
        }
    }

    /// <summary>
    /// A sign that can part cells; where a file names another one, as what is left of a line that was damaged, its cells
    /// tell what parts them.
    /// </summary>
    private static bool IsSeparator(char sign) =>
        sign == '\t' || (sign is > ' ' and < '\u007f' and not '"' && !char.IsAsciiLetterOrDigit(sign));

    /// <summary>
    /// True when a cell looks like rows: a delimiter in prose has a space after it, and there are seldom a row's number
    /// of them.
    /// </summary>
    private static bool HoldsRows(string cell, char delimiter, int columns)
    {
        if (columns < 3 || cell.AsSpan().IndexOfAny('\r', '\n') < 0)
            return false;
        var count = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == delimiter && (i + 1 == cell.Length || cell[i + 1] != ' '))
                count++;
        }
        return count >= Math.Max(2, (columns - 1) * 2 / 3);
    }

    /// <summary>A file of one column has no delimiter to be told by: what looks like one is part of its text.</summary>
    private static string OneColumn(string text, out char? delimiter)
    {
        delimiter = Delimiters[0];
        return string.Join(
            '\n',
            text.ReplaceLineEndings("\n")
                .Split('\n')
                .Select(line => line.AsSpan().IndexOfAny(Delimiters) < 0 ? line : $"\"{line}\"")
        );
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

    private static char DelimiterOf(string header, Func<string, bool> isKnown) =>
        Delimiters
            .Select(d => (Delimiter: d, Names: Split(header, d)))
            .OrderByDescending(c => c.Names.Count(isKnown))
            .ThenByDescending(c => c.Names.Count)
            .First()
            .Delimiter;

    private static List<string> Split(string header, char delimiter)
    {
        var names = new List<string>();
        var quoted = false;
        var start = 0;
        for (var i = 0; i <= header.Length; i++)
        {
            if (i == header.Length || (header[i] == delimiter && !quoted))
            {
                names.Add(header[start..i].Trim().Trim('"'));
                start = i + 1;
            }
            else if (header[i] == '"')
            {
                quoted = !quoted;
            }
        }
        return names;
    }
}
