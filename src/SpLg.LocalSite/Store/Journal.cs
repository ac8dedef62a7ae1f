using System.Security.Cryptography;
using System.Text.Encodings.Web;

namespace SpLg.LocalSite.Store;

/// <summary>
/// An append-only file with one line a mutation: the first 16 hex digits of the SHA-256 of the JSON, a space, the JSON.
/// A mutation is done when its line stands whole; a line torn by a kill can only be the last and is cut away. Lines are
/// handed to the operating system before the caller goes on, so they survive a kill of the process; a power cut may
/// take the last of them, never an earlier one alone.
/// </summary>
internal sealed class Journal : IDisposable
{
    // Relaxed: the file is no HTML, and Swedish letters should be readable in it.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly FileStream lines;

    private Journal(FileStream lines) => this.lines = lines;

    /// <summary>Reads every whole line, cuts a torn last one away and stays open for appending.</summary>
    /// <exception cref="InvalidDataException">A line that is not the last is damaged: that is no kill, so nothing is
    /// guessed.</exception>
    public static Journal Open(string path, Action<IReadOnlyList<StateRecord>> replay)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            var content = new byte[file.Length];
            file.ReadExactly(content);
            var start = 0;
            for (var number = 1; start < content.Length; number++)
            {
                var length = content.AsSpan(start).IndexOf((byte)'\n');
                var line = length < 0 ? default : content.AsSpan(start, length);
                if (length < 0 || !TryRead(line, out var records))
                {
                    if (length >= 0 && start + length + 1 < content.Length)
                        throw new InvalidDataException(
                            $"Line {number} of {path} is damaged. Restore the folder from a copy, or remove the "
                                + "folder to begin with an empty site."
                        );
                    break;
                }
                replay(records);
                start += length + 1;
            }
            file.SetLength(start);
            file.Position = start;
            return new(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes a journal that holds just these records and puts it in the place of the old one, whole or not at all.
    /// </summary>
    public static void Replace(string path, IEnumerable<StateRecord> records)
    {
        var fresh = path + ".new";
        try
        {
            using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
            {
                foreach (var record in records)
                    file.Write(Line([record]));
                file.Flush(flushToDisk: true);
            }
            File.Move(fresh, path, overwrite: true);
        }
        catch (IOException e)
        {
            File.Delete(fresh);
            throw new FileFault(path, e);
        }
    }

    public void Append(IReadOnlyList<StateRecord> records)
    {
        var whole = lines.Position;
        try
        {
            lines.Write(Line(records));
            lines.Flush();
        }
        catch (IOException e)
        {
            // A full disk may have taken half a line; the next one must not be written behind it.
            lines.SetLength(whole);
            lines.Position = whole;
            throw new FileFault(lines.Name, e);
        }
    }

    public void Dispose() => lines.Dispose();

    private static byte[] Line(IReadOnlyList<StateRecord> records)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(records, Options);
        return [.. Encoding.ASCII.GetBytes(Checksum(json)), (byte)' ', .. json, (byte)'\n'];
    }

    private static bool TryRead(ReadOnlySpan<byte> line, out IReadOnlyList<StateRecord> records)
    {
        records = [];
        if (
            line.Length < 18
            || line[16] != ' '
            || !line[..16].SequenceEqual(Encoding.ASCII.GetBytes(Checksum(line[17..])))
        )
            return false;
        records =
            JsonSerializer.Deserialize<List<StateRecord>>(line[17..], Options)
            ?? throw new InvalidDataException("A journal line holds null where its checksum is right.");
        return true;
    }

    private static string Checksum(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json))[..16];
}
