namespace SpLg.Word.Packaging;

/// <summary>
/// The relationships of one part: those of the template, and those a filling adds under ids of its own.
/// </summary>
internal sealed class PartRelationships
{
    /// <summary>The prefix of ids given out here, by which those of an earlier filling are found and removed.</summary>
    private const string OwnPrefix = "splg";

    private static readonly XNamespace Namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    private readonly XElement root;
    private readonly Dictionary<string, string> added = new(StringComparer.Ordinal);
    private HashSet<string>? taken;
    private int kept;
    private ILookup<string, string>? links;

    /// <param name="part">Name of the part they belong to, without leading slash; empty for the package.</param>
    /// <param name="root">The root of the relationship part, or null when there is none.</param>
    public PartRelationships(string part, XElement? root)
    {
        Part = part;
        this.root = root ?? new XElement(Namespace + "Relationships", new XAttribute("xmlns", Namespace.NamespaceName));
    }

    public string Part { get; }

    public IEnumerable<Relationship> All =>
        root.Elements(Namespace + "Relationship")
            .Select(e => new Relationship(
                (string?)e.Attribute("Id") ?? "",
                (string?)e.Attribute("Type") ?? "",
                (string?)e.Attribute("Target") ?? "",
                string.Equals((string?)e.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
            ));

    /// <summary>The targets of links, by id.</summary>
    public ILookup<string, string> Links =>
        links ??= All.Where(r => r.IsExternal && r.Kind == "hyperlink")
            .ToLookup(r => r.Id, r => r.Target, StringComparer.Ordinal);

    public static string PathOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    /// <summary>The full name of the part a target points to.</summary>
    public string Resolve(string target)
    {
        var uri = new Uri(new Uri("http://part/" + Part), target);
        return Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
    }

    public PartRelationships Copy() => new(Part, new XElement(root));

    /// <summary>Whether an id was given out by a filling.</summary>
    public static bool IsOwn(string id) => id.StartsWith(OwnPrefix, StringComparison.Ordinal);

    public void RemoveOwn() => Remove(r => IsOwn(r.Id));

    public void Remove(Predicate<Relationship> which)
    {
        links = null;
        Siblings.RemoveAll(
            root.Elements(Namespace + "Relationship").Zip(All).Where(r => which(r.Second)).Select(r => r.First).ToList()
        );
    }

    /// <summary>The id of a relationship with this type and target; asking again gives the same.</summary>
    public string Add(string type, string target, bool external = false)
    {
        if (added.TryGetValue(target, out var known))
            return known;
        var id = OwnPrefix + (added.Count + 1).ToString(CultureInfo.InvariantCulture);
        added.Add(target, id);
        Append(id, type, target, external);
        return id;
    }

    /// <summary>
    /// Adds a relationship that later fillings keep, under an id that does not begin as those given out here.
    /// </summary>
    public void Keep(string id, string type, string target) => Append(id, type, target, external: false);

    /// <summary>Adds a relationship that later fillings keep, and gives its id.</summary>
    /// <param name="like">Its id does not count.</param>
    public string Keep(Relationship like)
    {
        // The lowest that is free: none below the last one is.
        taken ??= All.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        while (!taken.Add($"rIdSplg{++kept}")) { }
        Append($"rIdSplg{kept}", like.Type, like.Target, like.IsExternal);
        return $"rIdSplg{kept}";
    }

    private void Append(string id, string type, string target, bool external)
    {
        links = null;
        root.Add(Element(id, type, target, external));
    }

    private static XElement Element(string id, string type, string target, bool external) =>
        new(
            Namespace + "Relationship",
            new XAttribute("Id", id),
            new XAttribute("Type", type),
            new XAttribute("Target", target),
            external ? new XAttribute("TargetMode", "External") : null
        );

    /// <summary>The relationship part, or null when there are none.</summary>
    public byte[]? Write() => root.HasElements ? XmlOutput.Document(new(new XElement(root))) : null;
}
