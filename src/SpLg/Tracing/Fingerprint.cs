using System.Collections.Immutable;
using System.Security.Cryptography;

namespace SpLg.Tracing;

/// <summary>Fingerprint of a document when it was made, to tell later whether and where it has been changed.</summary>
/// <param name="Name">Its file name without extension.</param>
/// <param name="Sha256">Of the file as it was sent; SharePoint may write columns into a file it keeps.</param>
/// <param name="Parts">SHA-256 by part; empty in evidence of an early version of the program.</param>
/// <param name="Around">SHA-256 of the text that was not generated; null as <paramref name="Parts"/>.</param>
internal sealed record Fingerprint(
    string Name,
    string Sha256,
    ImmutableSortedDictionary<string, string> Parts,
    string? Around
)
{
    /// <param name="document">As the program has just made it.</param>
    public static Fingerprint Of(string name, byte[] document) =>
        new(
            name,
            HashOf(document),
            DocumentParts.Hashes(document),
            HashOf(Encoding.UTF8.GetBytes(DocumentContent.Read(document).Around))
        );

    /// <summary>
    /// The parts in which a file differs from this one, in ordinal order; those that SharePoint writes by itself do not
    /// count.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are no Word document.</exception>
    public IReadOnlyList<string> ChangedParts(byte[] document)
    {
        var now = DocumentParts.Hashes(document);
        return
        [
            .. Parts
                .Keys.Union(now.Keys)
                .Where(p =>
                    !DocumentParts.IsWrittenBySharePoint(p) && Parts.GetValueOrDefault(p) != now.GetValueOrDefault(p)
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>True when a file is this one, whatever SharePoint has written into it.</summary>
    /// <exception cref="InvalidDataException">The bytes are no Word document.</exception>
    public bool IsOf(byte[] document) =>
        HashOf(document) == Sha256 || (Parts.Count > 0 && ChangedParts(document).Count == 0);

    /// <summary>Writes the properties of the object that is begun.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("document", Name);
        json.WriteString("sha256", Sha256);
        json.WriteString("textAround", Around);
        json.WriteStartObject("parts");
        foreach (var (part, hash) in Parts)
            json.WriteString(part, hash);
        json.WriteEndObject();
    }

    public static Fingerprint Read(JsonElement json) =>
        new(
            json.GetProperty("document").GetString()!,
            json.GetProperty("sha256").GetString()!,
            json.TryGetProperty("parts", out var parts)
                ? parts
                    .EnumerateObject()
                    .ToImmutableSortedDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal)
                : ImmutableSortedDictionary<string, string>.Empty,
            json.TryGetProperty("textAround", out var around) ? around.GetString() : null
        );

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
