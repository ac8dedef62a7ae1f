using System.IO.Compression;
using System.Runtime.InteropServices;

namespace SpLg.Word.Packaging;

/// <summary>
/// The parts of a package by name without leading slash. One is unpacked when it is asked for, and stays packed
/// otherwise: a small file may unpack to much more than the memory holds.
/// </summary>
internal sealed class PackageParts
{
    // A zip file may unpack to a thousand times its size, and all of it is packed again when it is filled. Pictures do
    // not shrink, and of XML far less is read.
    private const long MostAdded = 100_000_000;

    /// <summary>One that is held in memory; larger ones are only copied.</summary>
    private const long MostHeld = 64_000_000;

    // A report with hundreds of pictures and charts has fewer than a thousand.
    private const int MostParts = 5_000;

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> packed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> changed = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">Not a zip file, or damaged.</exception>
    /// <exception cref="DocumentTooLargeException">It holds more than is read.</exception>
    public PackageParts(ReadOnlyMemory<byte> file)
    {
        zip = new(
            MemoryMarshal.TryGetArray(file, out var array)
                ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
                : new(file.ToArray(), writable: false),
            ZipArchiveMode.Read
        );
        if (zip.Entries.Count > MostParts)
            throw new DocumentTooLargeException("", $"fler än {MostParts} delar");
        var (size, most) = (0L, MostAdded + (2L * file.Length));
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            // No more is read of a part than the size the file tells: a part that holds more is damaged.
            size += entry.Length;
            if (entry.Length < 0 || size > most)
                throw new DocumentTooLargeException(
                    entry.FullName,
                    $"det som gör att filen blir större än {most / 1_000_000} MB när den packas upp"
                );
            var name = entry.FullName.Replace('\\', '/');
            if (!ForeignEntries.IsOfMac(name))
                packed[name] = entry;
        }
    }

    public IEnumerable<string> Keys => packed.Keys.Concat(changed.Keys);

    public byte[] this[string part]
    {
        get => TryGetValue(part, out var bytes) ? bytes : throw new KeyNotFoundException($"There is no part '{part}'.");
        set
        {
            packed.Remove(part);
            changed[part] = value;
        }
    }

    public bool ContainsKey(string part) => packed.ContainsKey(part) || changed.ContainsKey(part);

    public byte[]? GetValueOrDefault(string part) => TryGetValue(part, out var bytes) ? bytes : null;

    public bool TryGetValue(string part, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out byte[]? bytes)
    {
        if (changed.TryGetValue(part, out bytes))
            return true;
        if (!packed.TryGetValue(part, out var entry))
            return false;
        if (entry.Length > MostHeld)
            throw new DocumentTooLargeException(part, $"mer än {MostHeld / 1_000_000} MB när den packas upp");
        bytes = Read(
            entry,
            stream =>
            {
                var content = new byte[entry.Length];
                stream.ReadExactly(content);
                return content;
            }
        );
        return true;
    }

    /// <summary>Reads a part without holding it in memory.</summary>
    public T Read<T>(string part, Func<Stream, T> read) =>
        changed.TryGetValue(part, out var bytes)
            ? read(new MemoryStream(bytes, writable: false))
            : Read(packed[part], read);

    public bool Remove(string part) => packed.Remove(part) | changed.Remove(part);

    /// <summary>Gives a part another name, unless another has it.</summary>
    public void Rename(string part, string name)
    {
        if (ContainsKey(name))
            Remove(part);
        else if (changed.Remove(part, out var bytes))
            changed.Add(name, bytes);
        else if (packed.Remove(part, out var entry))
            packed.Add(name, entry);
    }

    // A template may be filled by several threads, and a zip file is read from one place at a time.
    private T Read<T>(ZipArchiveEntry entry, Func<Stream, T> read)
    {
        lock (zip)
        {
            using var stream = entry.Open();
            return read(stream);
        }
    }
}
