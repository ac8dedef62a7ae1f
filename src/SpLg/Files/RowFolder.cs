using System.Text.Json;
using System.Text.RegularExpressions;
using SpLg.Core.Fields;
using SpLg.Core.Lists;
using SpLg.Core.Schema;

namespace SpLg.Files;

/// <summary>A folder with one file per list, CSV or JSON, named by the list's Swedish title or English name.</summary>
internal static partial class RowFolder
{
    /// <summary>The rows by English list name. Lists without a file are absent; files without a list become findings.</summary>
    /// <exception cref="InvalidDataException">No file is a list's, or a JSON file cannot be read; the message names it.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<ListRow>> Read(string folder, SiteSchema schema, ICollection<Finding> findings)
    {
        var lists = new Dictionary<string, IReadOnlyList<ListRow>>(StringComparer.Ordinal);
        foreach (var path in Files(folder))
        {
            if (ListOf(path, schema) is not { } list)
                findings.Add(NoList(path));
            else if (lists.ContainsKey(list.Name))
                findings.Add(new(FindingLevel.Warning, list.Title, null, null, $"Det finns mer än en fil för listan. {Path.GetFileName(path)} läses inte.", null));
            else
                lists[list.Name] = ReadFile(path, list, findings);
        }
        return lists.Count > 0
            ? lists
            : throw new InvalidDataException($"No file in '{folder}' is named after a list. Name each file after its list, for example {schema.Lists[0].Title}.csv or {schema.Lists[0].Name}.csv.");
    }

    public static IReadOnlyList<ListRow> ReadFile(string path, ListSchema list, ICollection<Finding> findings)
    {
        var text = FileText.Decode(File.ReadAllBytes(path));
        if (!IsJson(path))
            return CsvRows.Read(text, list, findings);
        try
        {
            return JsonRows.Read(text);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"{path} cannot be read as rows: {e.Message}", e);
        }
    }

    /// <summary>The data files of a folder in a fixed order.</summary>
    public static IReadOnlyList<string> Files(string folder) => !Directory.Exists(folder)
        ? throw new DirectoryNotFoundException($"There is no folder '{folder}'.")
        : [.. Directory.EnumerateFiles(folder).Where(f => IsJson(f) || Path.GetExtension(f).ToLowerInvariant() is ".csv" or ".txt" or ".tsv").Order(StringComparer.Ordinal)];

    /// <summary>The list a file is named after, also when a browser or a person has put a number or a date behind the name.</summary>
    public static ListSchema? ListOf(string path, SiteSchema schema)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return Find(name) ?? Find(Suffix().Replace(name, ""));

        ListSchema? Find(string text) => schema.Lists.FirstOrDefault(l =>
            FieldName.Fold(l.Title) == FieldName.Fold(text) || FieldName.Fold(l.Name) == FieldName.Fold(text));
    }

    public static Finding NoList(string path) =>
        new(FindingLevel.Warning, Path.GetFileName(path), null, null, "Filen heter inte som någon lista och läses inte. Ge den listans namn, till exempel Incidenter.csv.", null);

    private static bool IsJson(string path) => Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\s_\-]*[(\d][\d\s_()\-.]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Suffix();
}
