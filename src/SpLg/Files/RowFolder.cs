using System.Text.RegularExpressions;
using System.Xml;

namespace SpLg.Files;

/// <summary>
/// A folder with one file per list, CSV, JSON or a workbook, named by the list's Swedish title or English name, or with
/// workbooks that have a sheet a list, named so.
/// </summary>
internal static partial class RowFolder
{
    private const int LinesShown = 10;

    /// <summary>
    /// The rows by English list name. Lists without a file that can be read are absent; what is not read becomes
    /// findings.
    /// </summary>
    /// <exception cref="InvalidDataException">No file is a list's.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<ListRow>> Read(
        string folder,
        SiteSchema schema,
        FileFindings findings,
        RunProgress? progress = null
    )
    {
        var lists = new Dictionary<string, IReadOnlyList<ListRow>>(StringComparer.Ordinal);
        foreach (var (path, list) in FilesByList(folder, schema, findings))
        {
            if (TryReadFile(path, list, findings) is not { } rows)
            {
                findings.LackAList = true;
                continue;
            }
            lists[list.Name] = rows;
            progress?.Say($"{list.Title}: {rows.Count} {(rows.Count == 1 ? "row" : "rows")}");
        }
        return lists;
    }

    /// <summary>
    /// One file a list. Of several for the same list the one named exactly after it is taken, else the first; that, and
    /// every file that is not taken, is told.
    /// </summary>
    /// <exception cref="InvalidDataException">No file is a list's.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<(string Path, ListSchema List)> FilesByList(
        string folder,
        SiteSchema schema,
        FileFindings findings
    )
    {
        var paths = Files(folder);
        foreach (var path in Directory.EnumerateFiles(folder).Where(IsSpreadsheet).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            findings.LackAList |= ListOf(path, schema) is { } list && !paths.Any(p => ListOf(p, schema) == list);
            findings.Add(
                new(
                    FindingLevel.Warning,
                    ListOf(path, schema)?.Title ?? name,
                    null,
                    null,
                    $"Kalkylbladet {name} läses inte. Öppna det och spara som CSV UTF-8, med listans namn.",
                    null
                )
            );
        }
        var lists = paths.ToDictionary(p => p, p => ListsOf(p, schema), StringComparer.Ordinal);
        foreach (var path in paths.Where(p => lists[p].Count == 0))
            findings.Add(
                new(
                    FindingLevel.Warning,
                    Path.GetFileName(path),
                    null,
                    null,
                    "Filen heter inte som någon lista och läses inte. Ge den listans namn, till exempel Incidenter.csv.",
                    null
                )
            );
        var files = new List<(string, ListSchema)>();
        foreach (
            var same in paths
                .SelectMany(p => lists[p].Select(l => (Path: p, List: l)))
                .GroupBy(f => f.List, f => f.Path)
        )
        {
            var taken = same.OrderByDescending(p => Named(Path.GetFileNameWithoutExtension(p), schema) is not null)
                .ThenByDescending(p => ListOf(p, schema) is not null)
                .First();
            files.Add((taken, same.Key));
            if (same.Count() > 1)
            {
                var left = string.Join(", ", same.Where(p => p != taken).Select(Path.GetFileName));
                var message =
                    $"Det finns mer än en fil för listan. Bara {Path.GetFileName(taken)} läses, inte {left}. "
                    + "Behåll bara den fil som gäller.";
                findings.Add(new(FindingLevel.Warning, same.Key.Title, null, null, message, null));
            }
        }
        return files.Count > 0
            ? files
            : throw new InvalidDataException(
                $"No file in '{folder}' is named after a list. Name each file after its list, for example "
                    + $"{schema.Lists[0].Title}.csv or {schema.Lists[0].Name}.csv."
            );
    }

    /// <summary>Of one list; SharePoint's own limit of what a view may go through is 5,000.</summary>
    public const int MostRows = 200_000;

    /// <summary>A list view of SharePoint shows no more columns than some hundred.</summary>
    public const int MostColumns = 1_000;

    /// <summary>Characters of one cell. SharePoint's own take some 64,000.</summary>
    public const int LongestCell = 250_000;

    /// <summary>
    /// The rows of one file, or null when it cannot be read as the list's, which is reported as an error.
    /// </summary>
    /// <param name="own">What the administration's own registers call columns and choices, in CSV and Excel files.</param>
    public static IReadOnlyList<ListRow>? TryReadFile(
        string path,
        ListSchema list,
        FileFindings findings,
        ColumnMap? own = null
    )
    {
        try
        {
            if (IsWorkbook(path))
                return CsvRows.TryRead(
                    WorkbookTable.Read(File.ReadAllBytes(path), list, new ColumnNames(list, own)),
                    list,
                    findings,
                    own
                );
            var file = FileText.Decode(File.ReadAllBytes(path));
            ReportLetters(file);
            return IsJson(path)
                ? JsonRows.Read(file.Text, list, findings)
                : CsvRows.TryRead(file.Text, list, findings, own);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or XmlException)
        {
            Report(
                FindingLevel.Error,
                $"kan inte läsas som rader och är inte med. Exportera listan igen. Teknisk uppgift: {e.Message}"
            );
            return null;
        }

        void ReportLetters(FileText file)
        {
            if (file.DamagedLines.Count > 0)
                Report(
                    FindingLevel.Warning,
                    $"är i UTF-8 men har tecken som inte går att läsa, på rad {Lines(file.DamagedLines)}. De visas som \ufffd. "
                        + "Rätta dem eller exportera listan igen."
                );
            if (file.Guess is { } guess)
                Report(
                    FindingLevel.Info,
                    $"säger inte hur bokstäverna är sparade och har lästs som {guess}. Kontrollera å, ä och ö, eller spara "
                        + "som CSV UTF-8."
                );
            if (!file.IsPlausible)
                Report(FindingLevel.Warning, "har bokstäver som ser fel ut. Spara filen som CSV UTF-8.");
        }

        void Report(FindingLevel level, string message) =>
            findings.Add(new(level, list.Title, null, null, $"{Path.GetFileName(path)} {message}", null));
    }

    /// <summary>The data files of a folder in a fixed order.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        !Directory.Exists(folder)
            ? throw new DirectoryNotFoundException($"There is no folder '{folder}'.")
            :
            [
                .. Directory
                    .EnumerateFiles(folder)
                    .Where(f =>
                        IsJson(f)
                        || IsWorkbook(f)
                        || Path.GetExtension(f).ToLowerInvariant() is ".csv" or ".txt" or ".tsv"
                    )
                    .Order(StringComparer.Ordinal),
            ];

    /// <summary>
    /// The list a file is named after, also when a browser or a person has put a number or a date behind the name; no
    /// library.
    /// </summary>
    public static ListSchema? ListOf(string path, SiteSchema schema)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return Named(name, schema) ?? Named(Suffix().Replace(name, ""), schema);
    }

    /// <summary>
    /// The lists that a file holds: the one it is named after, and of a workbook those that its sheets are named after.
    /// </summary>
    public static IReadOnlyList<ListSchema> ListsOf(string path, SiteSchema schema)
    {
        IReadOnlyList<ListSchema> own = ListOf(path, schema) is { } list ? [list] : [];
        if (!IsWorkbook(path))
            return own;
        try
        {
            using var package = new WorkbookPackage(File.ReadAllBytes(path));
            return
            [
                .. own.Concat(
                        package.Sheets.Where(s => s.IsVisible).Select(s => Named(s.Name, schema)).OfType<ListSchema>()
                    )
                    .Distinct(),
            ];
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            // A workbook that cannot be opened holds no list; it is told as a file that is not read.
            return own;
        }
    }

    private static ListSchema? Named(string text, SiteSchema schema) =>
        schema.Lists.FirstOrDefault(l =>
            !l.IsLibrary
            && (FieldName.Fold(l.Title) == FieldName.Fold(text) || FieldName.Fold(l.Name) == FieldName.Fold(text))
        );

    private static string Lines(IReadOnlyList<int> lines) =>
        Swedish.JoinMost([.. lines.Select(l => l.ToString(CultureInfo.InvariantCulture))], LinesShown);

    private static bool IsSpreadsheet(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".xlsb" or ".xls" or ".ods";

    private static bool IsWorkbook(string path) => Path.GetExtension(path).ToLowerInvariant() is ".xlsx" or ".xlsm";

    private static bool IsJson(string path) =>
        Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\s_\-]*[(\d][\d\s_()\-.]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Suffix();
}
