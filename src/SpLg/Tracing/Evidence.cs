using System.Text.Encodings.Web;

namespace SpLg.Tracing;

/// <summary>
/// Evidence of a document, as a file beside it: the rows of all lists, the template's checksum and where every
/// figure comes from. With the template, or with the document itself in its place, the same bytes can be made again.
/// </summary>
/// <param name="Request">Id of the row of Genomgångar that the document belongs to; null when it has none.</param>
/// <param name="Document">What the document was when it was made.</param>
internal sealed record Evidence(
    DocumentOrder Order,
    RowsAsRead Rows,
    string? Request,
    ReadStamp Stamp,
    Fingerprint Document
)
{
    private const string Format = "splg-evidence";
    private const int Version = 1;

    /// <summary>
    /// Which rule chose what an open edition holds. By the first, which evidence does not name, a row was told unless
    /// somebody had closed it; by the second a row that describes a weakness is told only where somebody chose that.
    /// </summary>
    public const int CurrentOpenRule = 2;

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Who approved the document; null for a draft. The row of Genomgångar among the rows says the same.
    /// </summary>
    public Approval? Approval { get; init; }

    /// <summary>Fingerprints of the parts approved together with it; none for a draft.</summary>
    public IReadOnlyDictionary<ReviewPart, Fingerprint> Parts { get; init; } =
        new Dictionary<ReviewPart, Fingerprint>();

    /// <summary>The rule by which the open edition of these rows was made.</summary>
    public int OpenRule { get; init; } = CurrentOpenRule;

    /// <summary>The evidence file's name without extension.</summary>
    public static string NameOf(string document) => document + " underlag";

    /// <summary>
    /// The name, without extension, of the evidence that an approval freezes: no later draft writes over it.
    /// </summary>
    public static string ApprovedNameOf(string document) => document + " fastställd underlag";

    /// <param name="template">What was filled: a template, or the document as it was before.</param>
    /// <param name="approval">Who approved the document, and the parts that were approved with it; null for a
    /// draft.</param>
    public static byte[] Write(
        DocumentSet set,
        DocumentFile file,
        (string Name, byte[] Content) template,
        (Approval By, IReadOnlyList<(ReviewPart Part, Fingerprint Of)> Parts)? approval = null
    )
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("version", Version);
            json.WriteNumber("openRule", CurrentOpenRule);
            json.WriteBoolean("hasOneYear", set.Order.HasOneYear);
            Fingerprint.Of(file.Trace.Name, file.Content).Write(json);
            json.WriteString("type", Choice.Text(set.Order.Type));
            json.WriteNumber("year", set.Order.Year);
            json.WriteString("edition", Choice.Text(set.Order.Edition));
            json.WriteString("selection", set.Order.Selection);
            json.WriteString("request", set.Request?.Origin.Id);
            json.WriteString("run", file.Trace.Stamp.Run);
            json.WriteString("readOn", file.Trace.Stamp.ReadOn.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("today", set.Rows.Today.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("timeZone", set.Rows.Zone.Id);
            json.WriteStartObject("template");
            json.WriteString("name", template.Name);
            json.WriteString("sha256", Fingerprint.HashOf(template.Content));
            json.WriteEndObject();
            if (approval is var (by, parts))
                WriteApproval(json, by, parts);
            SinceApprovalJson.Write(json, set.Rows.SinceApproval);
            WriteFigures(json, file.Trace.Figures);
            WriteLists(json, set.Rows);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    /// <param name="name">Of the file, for messages.</param>
    /// <exception cref="InvalidDataException">The file is no evidence of ours, of a later version, or its rows have
    /// been changed.</exception>
    public static Evidence Read(byte[] content, string name, SiteSchema schema, ICollection<Finding> findings)
    {
        try
        {
            return Read(content, schema, findings);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{name}: {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException(
                $"{name} is cut off, or no evidence of a document. Take the file whose name ends in "
                    + $"'underlag.json' from the library again. ({e.Message})",
                e
            );
        }
    }

    /// <exception cref="InvalidDataException">The file is no evidence of ours, of a later version, or its rows have
    /// been changed.</exception>
    /// <exception cref="JsonException">The file is not JSON.</exception>
    public static Evidence Read(byte[] content, SiteSchema schema, ICollection<Finding> findings)
    {
        using var json = JsonDocument.Parse(content);
        var root = json.RootElement;
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("format", out var format)
            || format.ToString() != Format
        )
            throw new InvalidDataException(
                "The file is not the evidence of a document: it has no format 'splg-evidence'."
            );
        try
        {
            if (root.GetProperty("version").GetInt32() != Version)
                throw new InvalidDataException(
                    $"The evidence has version {root.GetProperty("version")}; this program reads version {Version}."
                );
            var (rows, links) = ReadLists(root.GetProperty("lists"), schema, findings);
            var stamp = new ReadStamp(
                DateTimeOffset.Parse(Text("readOn"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                TextOrNull("run")
            );
            var order = new DocumentOrder(
                root.GetProperty("year").GetInt32(),
                Choice.TryValue<DocumentType>(Text("type"))
                    ?? throw new InvalidDataException(
                        $"The evidence is of a document of an unknown type, '{Text("type")}'."
                    ),
                TextOrNull("selection"),
                Choice.TryValue<Edition>(Text("edition"))
                    ?? throw new InvalidDataException($"The evidence is of an unknown edition, '{Text("edition")}'.")
            )
            {
                // An earlier version, which had one year for everything, did not say so.
                HasOneYear = !root.TryGetProperty("hasOneYear", out var hasOneYear) || hasOneYear.GetBoolean(),
            };
            var zone = TimeZoneInfo.FindSystemTimeZoneById(Text("timeZone"));
            var asRead = new RowsAsRead(rows, schema, stamp.ReadOn, zone, links)
            {
                SinceApproval = SinceApprovalJson.TryRead(root),
            };
            return new(order, asRead, TextOrNull("request"), stamp, Fingerprint.Read(root))
            {
                Approval = root.TryGetProperty("approval", out var approval) ? ReadApproval(approval) : null,
                Parts = ReadParts(root),
                OpenRule = root.TryGetProperty("openRule", out var rule) ? rule.GetInt32() : 1,
            };
        }
        catch (Exception e)
            when (e
                    is KeyNotFoundException
                        or FormatException
                        or InvalidOperationException
                        or ArgumentException
                        or TimeZoneNotFoundException
            )
        {
            throw new InvalidDataException($"The evidence has been changed or cut off: {e.Message}", e);
        }

        string Text(string name) => TextOrNull(name) ?? throw new FormatException($"'{name}' has no value.");

        string? TextOrNull(string name) => root.GetProperty(name).GetString();
    }

    /// <summary>
    /// As <see cref="Read(byte[], SiteSchema, ICollection{Finding})"/>; null for a file that it refuses.
    /// </summary>
    public static Evidence? TryRead(byte[] content, SiteSchema schema)
    {
        try
        {
            return Read(content, schema, []);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The one document that this is the evidence of.</summary>
    /// <param name="template">Asked for by name or as a file; null for the type's usual one.</param>
    /// <exception cref="InvalidDataException">The rows do not give that document.</exception>
    public DocumentSet Documents(string? template, IList<Finding> findings)
    {
        var set = DocumentSet.Build(Order with { Template = template }, Rows, Request, findings);
        return set with
        {
            Documents =
            [
                set.Documents.FirstOrDefault(d => d.Name == Document.Name)
                    ?? throw new InvalidDataException(
                        $"The rows of the evidence do not give its document '{Document.Name}'."
                    ),
            ],
        };
    }

    /// <summary>A part of the review, of the same rows.</summary>
    /// <exception cref="PublicationStoppedException">An open edition would hold what a person has to decide about
    /// first.</exception>
    public DocumentSet DocumentsOf(ReviewPart part) =>
        DocumentSet.Build(Order with { Edition = part.Edition }, Rows, Request, []);

    /// <summary>The years of the review that this is the evidence of.</summary>
    /// <exception cref="SiteFaultException">The dates or years of its request contradict one another.</exception>
    public ReviewYears YearsOf()
    {
        var lists = Rows.Typed([]);
        return DocumentSet.YearsOf(
            Order,
            lists,
            lists.Of(ReviewRequest.AsList).FirstOrDefault(r => r.Origin.Id == Request)
        );
    }

    /// <summary>The fingerprint of the document of this name; null when this does not say.</summary>
    public Fingerprint? FingerprintOf(string document) =>
        document == Document.Name ? Document : Parts.Values.FirstOrDefault(p => p.Name == document);

    private static void WriteApproval(
        Utf8JsonWriter json,
        Approval approval,
        IReadOnlyList<(ReviewPart Part, Fingerprint Of)> parts
    )
    {
        json.WriteStartObject("approval");
        json.WriteString("name", approval.Name);
        json.WriteString("email", approval.Email);
        json.WriteString("at", approval.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("on", approval.On.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("version", approval.Version);
        json.WriteEndObject();
        foreach (var (part, fingerprint) in parts)
        {
            json.WriteStartObject(part.InEvidence!);
            fingerprint.Write(json);
            json.WriteEndObject();
        }
    }

    private static Dictionary<ReviewPart, Fingerprint> ReadParts(JsonElement root)
    {
        var parts = new Dictionary<ReviewPart, Fingerprint>();
        foreach (var part in ReviewPart.All)
        {
            if (part.InEvidence is { } name && root.TryGetProperty(name, out var fingerprint))
                parts[part] = Fingerprint.Read(fingerprint);
        }
        return parts;
    }

    private static Approval ReadApproval(JsonElement json) =>
        new(
            json.GetProperty("name").GetString()!,
            json.GetProperty("email").GetString()!,
            DateTimeOffset.Parse(
                json.GetProperty("at").GetString()!,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            ),
            DateOnly.ParseExact(json.GetProperty("on").GetString()!, "O", CultureInfo.InvariantCulture),
            json.TryGetProperty("version", out var version) ? version.GetString() : null
        );

    private static void WriteFigures(Utf8JsonWriter json, IReadOnlyList<DocumentFigure> figures)
    {
        json.WriteStartArray("figures");
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("tag", figure.Tag);
            json.WriteString("value", figure.Value);
            json.WriteString("list", figure.List);
            json.WriteString("filter", figure.Filter);
            json.WriteString("rows", figure.Rows);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Each list's rows as <c>splg read --format json</c> writes them, whose checksum this is.</summary>
    private static void WriteLists(Utf8JsonWriter json, RowsAsRead rows)
    {
        json.WriteStartArray("lists");
        foreach (var (name, list) in rows.Rows.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            var title = rows.Schema.List(name).Title;
            var content = JsonRows.Write(list);
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("title", title);
            if (rows.Links.TryGetValue(title, out var link))
                json.WriteString("address", link.AbsoluteUri);
            json.WriteString("sha256", Fingerprint.HashOf(content));
            json.WritePropertyName("rows");
            json.WriteRawValue(content, skipInputValidation: true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static (Dictionary<string, IReadOnlyList<ListRow>> Rows, Dictionary<string, Uri> Links) ReadLists(
        JsonElement lists,
        SiteSchema schema,
        ICollection<Finding> findings
    )
    {
        var rows = new Dictionary<string, IReadOnlyList<ListRow>>(StringComparer.Ordinal);
        var links = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var list in lists.EnumerateArray())
        {
            var columns = schema.List(list.GetProperty("name").GetString()!);
            // The rows stand in the file as the bytes their checksum is of.
            if (
                Fingerprint.HashOf(Encoding.UTF8.GetBytes(list.GetProperty("rows").GetRawText()))
                != list.GetProperty("sha256").GetString()
            )
                throw new InvalidDataException(
                    $"The evidence has been changed: the rows of {columns.Title} do not have the checksum that was written with them. "
                        + "Take the file from the library's version history."
                );
            rows[columns.Name] = JsonRows.Read(list.GetProperty("rows"), columns, findings);
            if (list.TryGetProperty("address", out var address))
                links[columns.Title] = new(address.GetString()!);
        }
        return (rows, links);
    }
}
