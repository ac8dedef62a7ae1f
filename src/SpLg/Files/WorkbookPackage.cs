using System.IO.Compression;
using System.Xml;

namespace SpLg.Files;

/// <summary>
/// An .xlsx file, read forward as far as its rows need and no further than a file of rows may be: others write these,
/// and may write anything.
/// https://learn.microsoft.com/office/open-xml/spreadsheet/structure-of-a-spreadsheetml-document
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    /// <summary>Characters of XML in one part, and of text in all cells together.</summary>
    private const long MostCharacters = 60_000_000;

    private const int MostText = 20_000_000;
    internal const int MostCells = 1_000_000;
    private const int MostMerged = 10_000;
    private const int MostSheets = 100;

    /// <summary>The number of Excel's own last row.</summary>
    private const int LastRow = 1_048_576;

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> shared = [];
    private readonly List<NumberLook> looks = [];
    private int text;

    /// <exception cref="InvalidDataException">It is no workbook, or larger than is read.</exception>
    public WorkbookPackage(byte[] file)
    {
        try
        {
            zip = new(new MemoryStream(file, writable: false));
        }
        catch (InvalidDataException)
        {
            throw NoWorkbook();
        }
        // Programs differ in capitals, and some of Windows write its own sign between folders.
        foreach (var entry in zip.Entries)
            parts.TryAdd(entry.FullName.Replace('\\', '/'), entry);
        string? styles = null;
        string? strings = null;
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var reader = Open("xl/_rels/workbook.xml.rels") ?? throw NoWorkbook())
        {
            while (Next(reader))
            {
                if (reader.LocalName != "Relationship")
                    continue;
                var (kind, target) = (Said(reader, "Type"), Target(Said(reader, "Target")));
                targets[Said(reader, "Id")] = target;
                if (kind.EndsWith("/styles", StringComparison.Ordinal))
                    styles = target;
                else if (kind.EndsWith("/sharedStrings", StringComparison.Ordinal))
                    strings = target;
            }
        }
        var sheets = new List<(string, string, bool)>();
        using (var reader = Open("xl/workbook.xml") ?? throw NoWorkbook())
        {
            while (Next(reader))
            {
                if (reader.LocalName == "workbookPr" && Said(reader, "date1904") is "1" or "true")
                    DaysFrom = new(1904, 1, 1);
                else if (
                    reader.LocalName == "sheet"
                    && sheets.Count < MostSheets
                    && targets.TryGetValue(Related(reader), out var part)
                )
                    sheets.Add((Said(reader, "name"), part, Said(reader, "state") is "" or "visible"));
            }
        }
        Sheets = sheets;
        if (styles is not null)
            ReadLooks(styles);
        if (strings is not null)
            ReadShared(strings);
    }

    public IReadOnlyList<(string Name, string Part, bool IsVisible)> Sheets { get; }

    /// <summary>What the number of a day counts from.</summary>
    public DateTime DaysFrom { get; } = new(1899, 12, 30);

    public WorkbookSheet Read(string part)
    {
        var rows = new List<WorkbookRow>();
        var merged = new List<(int, int, int, int)>();
        var (cells, unanswered, next) = (0, 0, 0);
        WorkbookRow? row = null;
        using var reader = Open(part) ?? throw NoWorkbook();
        while (Next(reader))
        {
            switch (reader.LocalName)
            {
                case "row":
                    // One without a number is the next.
                    row = new(
                        Math.Max(Number(reader, "r"), (row?.Number ?? 0) + 1),
                        Said(reader, "hidden") is "1" or "true",
                        []
                    );
                    if (row.Number > LastRow)
                        throw new InvalidDataException(
                            $"en rad har nummer {row.Number}, och ett kalkylblad har högst {Swedish.Number(LastRow)}"
                        );
                    next = 0;
                    break;
                case "c" when row is not null:
                    var column = Said(reader, "r") is { Length: > 0 } place ? ColumnOf(place) : next;
                    next = column + 1;
                    var (cell, isUnanswered) = Cell(reader);
                    unanswered += isUnanswered ? 1 : 0;
                    // One that has only a colour or a frame is none.
                    if (cell is not { Text.Length: > 0 })
                        break;
                    if (column >= RowFolder.MostColumns)
                        throw new InvalidDataException(
                            $"rad {row.Number} har fler än {RowFolder.MostColumns} celler: ta bort kolumner som inte behövs"
                        );
                    // With those that are empty before it, because they take room too.
                    cells += Math.Max(1, column + 1 - row.Cells.Count);
                    if (cells > MostCells)
                        throw TooManyCells();
                    if (row.Cells.Count == 0)
                    {
                        if (rows.Count == RowFolder.MostRows)
                            throw new InvalidDataException($"fler än {RowFolder.MostRows} rader: dela upp filen");
                        rows.Add(row);
                    }
                    row.Set(column, cell);
                    break;
                case "mergeCell" when merged.Count < MostMerged:
                    if (Said(reader, "ref").Split(':') is [var from, var to])
                        merged.Add((RowOf(from), ColumnOf(from), RowOf(to), ColumnOf(to)));
                    break;
            }
        }
        return new(rows, merged, unanswered);
    }

    public void Dispose() => zip.Dispose();

    internal static InvalidDataException TooManyCells() =>
        new($"fler än {Swedish.Number(MostCells)} celler: dela upp filen");

    /// <summary>The cell that the reader stands at; and whether it has a formula without a value.</summary>
    private (WorkbookCell? Cell, bool IsUnanswered) Cell(XmlReader reader)
    {
        var (kind, look) = (Said(reader, "t"), Number(reader, "s"));
        if (reader.IsEmptyElement)
            return (null, false);
        var (value, isUnanswered, hasValue, depth) = (new StringBuilder(), false, false, reader.Depth);
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            isUnanswered |= reader.NodeType == XmlNodeType.Element && reader.LocalName == "f";
            // A formula may give a text without any letter.
            hasValue |= reader.NodeType == XmlNodeType.Element && reader.LocalName == "v";
            // How a word is pronounced is no part of it.
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "rPh" or "f")
                reader.Skip();
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "v" or "t")
                value.Append(reader.ReadElementContentAsString());
            else
                reader.Read();
        }
        var words = value.ToString();
        if (words.Length == 0)
            return (null, isUnanswered && !hasValue);
        if (kind == "s")
            words =
                int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < shared.Count
                    ? shared[index]
                    : throw new InvalidDataException(
                        $"en cell hänvisar till text nummer {words}, som inte finns i filen"
                    );
        Count(words);
        return kind switch
        {
            "b" => (new(words == "1" ? "Ja" : "Nej", null), false),
            "s" => (new(words, null), false),
            "str" or "inlineStr" or "e" or "d" => (new(Unescaped(words), null), false),
            _ => (new(words, look < looks.Count ? looks[look] : NumberLook.Plain), false),
        };
    }

    private void ReadShared(string part)
    {
        using var reader = Open(part);
        if (reader is null)
            return;
        var item = new StringBuilder();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh")
            {
                reader.Skip();
                continue;
            }
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                item.Append(reader.Value);
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
                AddShared(reader.IsEmptyElement ? "" : null);
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "si")
                AddShared(item.ToString());
            reader.Read();
        }

        void AddShared(string? words)
        {
            item.Clear();
            if (words is null)
                return;
            Count(words);
            shared.Add(Unescaped(words));
        }
    }

    /// <summary>By the number format of each style of a cell.</summary>
    private void ReadLooks(string part)
    {
        var own = new Dictionary<int, NumberLook>();
        using var reader = Open(part);
        if (reader is null)
            return;
        var isCells = false;
        while (Next(reader))
        {
            if (reader.LocalName == "numFmt")
                own[Number(reader, "numFmtId")] = NumberLooks.Of(Said(reader, "formatCode"));
            // Styles that cells are derived from come before; they are another list.
            else if (reader.LocalName is "cellXfs" or "cellStyleXfs" or "dxfs")
                isCells = reader.LocalName == "cellXfs";
            else if (reader.LocalName == "xf" && isCells && looks.Count < ushort.MaxValue)
                looks.Add(
                    Number(reader, "numFmtId") is var id && own.TryGetValue(id, out var look)
                        ? look
                        : NumberLooks.Of(id)
                );
        }
    }

    /// <summary>Excel writes what XML may not hold as _x000D_.</summary>
    private static string Unescaped(string words) =>
        words.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(words) : words;

    private void Count(string words)
    {
        if (words.Length > RowFolder.LongestCell)
            throw new InvalidDataException($"en cell har mer än {Swedish.Number(RowFolder.LongestCell)} tecken");
        text += words.Length;
        if (text > MostText)
            throw new InvalidDataException($"mer än {Swedish.Number(MostText)} tecken: dela upp filen");
    }

    private XmlReader? Open(string part) =>
        parts.TryGetValue(part, out var entry)
            ? XmlReader.Create(
                entry.Open(),
                new()
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    MaxCharactersInDocument = MostCharacters,
                    CloseInput = true,
                }
            )
            : null;

    /// <summary>Goes on to the next element that begins.</summary>
    private static bool Next(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                return true;
        }
        return false;
    }

    private static string Said(XmlReader reader, string attribute) => reader.GetAttribute(attribute) ?? "";

    /// <summary>The id of the part, whatever prefix the file has given its namespace.</summary>
    private static string Related(XmlReader reader)
    {
        var id = "";
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.NamespaceURI.EndsWith("relationships", StringComparison.Ordinal))
                id = reader.Value;
        }
        reader.MoveToElement();
        return id;
    }

    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(Said(reader, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static string Target(string target) =>
        target.Replace('\\', '/') is ['/', .. var rest] ? rest : "xl/" + target.Replace('\\', '/');

    /// <summary>From 0; "B7" is 1.</summary>
    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetter).Take(4))
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        return Math.Max(column - 1, 0);
    }

    private static int RowOf(string place) =>
        int.TryParse(
            place.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var row
        )
            ? row
            : 0;

    private static InvalidDataException NoWorkbook() =>
        new(
            "filen går inte att läsa som kalkylblad; är den skyddad med lösenord eller känslighetsetikett, spara den utan"
        );
}
