namespace SpLg.LocalSite.Store;

/// <summary>A row of a list: also a file or folder of a library, a site page and a person of the user list.</summary>
/// <param name="Id">Unique in its list, never used again.</param>
/// <param name="Unique">Unique everywhere; the GUID of eTags and drive item ids.</param>
internal sealed record ItemRecord(Guid ListId, int Id, Guid Unique) : StateRecord
{
    /// <summary>Item, Document, Folder, Site Page or Person.</summary>
    public required string ContentType { get; init; }

    /// <summary>The number after the comma of the eTag.</summary>
    public int ETag { get; init; } = 1;

    public int Major { get; init; } = 1;

    public int Minor { get; init; }

    public required Actor CreatedBy { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required Actor ModifiedBy { get; init; }

    public required DateTimeOffset Modified { get; init; }

    /// <summary>
    /// Values by internal name, empty columns absent: text, number, true/false, UTC date text, array of texts, and for
    /// lookup and person the row number (an array where several are allowed).
    /// </summary>
    public required IReadOnlyDictionary<string, JsonElement> Fields { get; init; }

    /// <summary>File or folder name; null in a list.</summary>
    public string? Name { get; init; }

    /// <summary>Unique id of the folder it stands in; null for the root.</summary>
    public Guid? Folder { get; init; }

    public Blob? Content { get; init; }

    /// <summary>The number after the comma of the cTag: grows with content only.</summary>
    public int ContentTag { get; init; } = 1;

    public Actor? CheckedOutBy { get; init; }

    public string? CheckInComment { get; init; }

    /// <summary>The grants it has beyond those it inherits.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>The properties of a site page as last saved.</summary>
    public JsonElement? Page { get; init; }

    /// <summary>The properties of a site page as last published: what people see.</summary>
    public JsonElement? PublishedPage { get; init; }

    /// <summary>Set when committed: the place in the site's sequence of item changes.</summary>
    public long Change { get; init; }

    public string Version => $"{Major}.{Minor}";

    public bool IsFolder => ContentType == "Folder";

    public string? Text(string name) =>
        Fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>How an item was at one version.</summary>
internal sealed record VersionRecord(
    Guid ListId,
    int ItemId,
    int Major,
    int Minor,
    Actor ModifiedBy,
    DateTimeOffset Modified,
    IReadOnlyDictionary<string, JsonElement> Fields,
    Blob? Content
) : StateRecord
{
    /// <summary>The comment of the check-in that made it; null when none made it.</summary>
    public string? Comment { get; init; }

    public string Label => $"{Major}.{Minor}";
}

/// <summary>The bytes of a file, kept once under the hash of what they are.</summary>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
/// <param name="QuickXor">The hash Graph shows, base64.
/// https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash</param>
internal sealed record Blob(string Hash, long Size, string QuickXor);
