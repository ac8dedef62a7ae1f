using System.IO.Compression;
using System.Security.Cryptography;

namespace SpLg.Templates;

/// <summary>
/// Compiles files of a library, and knows again by their content what has been compiled lately. A run compiles the same
/// template several times and most requests use the same few, a third of a flow's processor time before. One that is
/// refused as too large takes seconds to look at, and is refused again at once: several requests may name it, and each
/// is tried again. All are forgotten after a while, because what took too long may have been a busy machine.
/// </summary>
internal sealed class KnownTemplates(TimeProvider clock)
{
    /// <summary>The shipped ones for reviews and checklists are as many.</summary>
    private const int Most = 9;

    private const int MostRefused = 100;

    /// <summary>Twice the largest that is shipped: what is compiled takes many times the memory of its file.</summary>
    private const int LargestKept = 70_000;

    /// <summary>Of what is unpacked: a small file may hold much.</summary>
    private const long LargestUnpacked = 2_000_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private readonly Lock oneAtATime = new();

    private readonly OrderedDictionary<Key, (Template Template, long Since)> fillable = [];

    private readonly OrderedDictionary<Key, (Template Template, long Since)> refused = [];

    /// <summary>Those of this process.</summary>
    public static KnownTemplates Of { get; } = new(TimeProvider.System);

    /// <inheritdoc cref="Template.Compile"/>
    public Template Compile(byte[] docx, string name, FieldSet fields)
    {
        var key = new Key(Convert.ToHexString(SHA256.HashData(docx)), name, fields);
        lock (oneAtATime)
        {
            if (Find(fillable, key) is { } ready)
                return ready;
            if (Find(refused, key) is { } large)
                return large;
        }
        var template = Template.Compile(docx, name, fields);
        lock (oneAtATime)
        {
            if (template.IsTooLarge)
                Keep(refused, MostRefused, key, template);
            else if (template.CanFill && docx.Length <= LargestKept && Unpacked(docx) <= LargestUnpacked)
                Keep(fillable, Most, key, template);
        }
        return template;
    }

    private static long Unpacked(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return zip.Entries.Sum(e => e.Length);
    }

    private Template? Find(OrderedDictionary<Key, (Template Template, long Since)> known, Key key) =>
        known.TryGetValue(key, out var found) && clock.GetElapsedTime(found.Since) < Kept ? found.Template : null;

    private void Keep(
        OrderedDictionary<Key, (Template Template, long Since)> known,
        int most,
        Key key,
        Template template
    )
    {
        // The oldest are first.
        while (known.Count > 0 && clock.GetElapsedTime(known.GetAt(0).Value.Since) >= Kept)
            known.RemoveAt(0);
        known.Remove(key);
        if (known.Count == most)
            known.RemoveAt(0);
        known.Add(key, (template, clock.GetTimestamp()));
    }

    private readonly record struct Key(string Content, string Name, FieldSet Fields);
}
