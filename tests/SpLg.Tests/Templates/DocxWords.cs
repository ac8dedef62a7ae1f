using System.IO.Compression;
using System.Text.RegularExpressions;

namespace SpLg.Tests.Templates;

/// <summary>
/// Every word in a .docx, wherever it stands: all parts, the workbooks within charts, names of parts and attributes.
/// </summary>
internal static partial class DocxWords
{
    /// <summary>All words that begin so, in any case.</summary>
    public static IReadOnlySet<string> Beginning(byte[] docx, string prefix)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in Texts(docx))
            found.UnionWith(
                Regex
                    .Matches(
                        text,
                        prefix + @"[\p{L}\p{N}]*",
                        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                        TimeSpan.FromSeconds(10)
                    )
                    .Select(m => m.Value)
            );
        return found;
    }

    /// <summary>Each part as it is written, as its text alone (a word may be cut by tags), and its name.</summary>
    private static IEnumerable<string> Texts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            yield return entry.FullName;
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            var bytes = content.ToArray();
            if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
            {
                foreach (var text in Texts(bytes))
                    yield return text;
                continue;
            }
            foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
            {
                var text = encoding.GetString(bytes);
                yield return text;
                yield return WebUtility.HtmlDecode(Tag().Replace(text, ""));
            }
        }
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 10_000)]
    private static partial Regex Tag();
}
