using System.Security.Cryptography;

namespace SpLg.LocalSite.Store;

/// <summary>
/// File contents under their own hash. A content is written to a temporary name, renamed when whole, and only then
/// named in the journal: what the journal names is always there.
/// </summary>
internal sealed class BlobStore
{
    private readonly string folder;
    private readonly string parts;

    public BlobStore(string siteFolder)
    {
        folder = Path.Combine(siteFolder, "blobs");
        parts = Path.Combine(siteFolder, "uploads");
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(parts);
    }

    /// <summary>Streams a body to disk, at most <paramref name="limit"/> bytes; null when there are more.</summary>
    public async Task<Blob?> TryWriteAsync(Stream body, long limit, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew))
            {
                if (!await TryCopyAsync(body, file, limit, cancellationToken))
                    return null;
            }
            return await KeepAsync(temporary, cancellationToken);
        }
        catch (IOException e) when (FileFault.IsOfDisk(e))
        {
            throw new FileFault(folder, e);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public FileStream Read(Blob blob) =>
        new(Address(blob.Hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    /// <summary>
    /// Writes a chunk of an upload behind the bytes already received; what an earlier, broken try left is cut away.
    /// Returns the number of bytes the chunk really had, at most <paramref name="limit"/> + 1.
    /// </summary>
    public async Task<long> WritePartAsync(
        Guid upload,
        long received,
        Stream body,
        long limit,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var file = new FileStream(PartAddress(upload), FileMode.OpenOrCreate, FileAccess.Write);
            file.SetLength(received);
            file.Position = received;
            return await TryCopyAsync(body, file, limit, cancellationToken) ? file.Length - received : limit + 1;
        }
        catch (IOException e) when (FileFault.IsOfDisk(e))
        {
            throw new FileFault(parts, e);
        }
    }

    /// <summary>Makes a finished upload a blob; the part file stays until the journal has named the blob.</summary>
    public async Task<Blob> KeepPartAsync(Guid upload, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
        try
        {
            File.Copy(PartAddress(upload), temporary);
            return await KeepAsync(temporary, cancellationToken);
        }
        catch (IOException e) when (FileFault.IsOfDisk(e))
        {
            throw new FileFault(folder, e);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public void DeletePart(Guid upload) => File.Delete(PartAddress(upload));

    /// <summary>Removes what no record names: contents of deleted files and remains of a kill.</summary>
    public void Sweep(IReadOnlySet<string> hashes, IReadOnlySet<Guid> uploads)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Where(p => !hashes.Contains(Path.GetFileName(p))))
            File.Delete(path);
        foreach (
            var path in Directory
                .EnumerateFiles(parts)
                .Where(p => !Guid.TryParse(Path.GetFileName(p), out var id) || !uploads.Contains(id))
        )
            File.Delete(path);
    }

    private static async Task<bool> TryCopyAsync(
        Stream body,
        FileStream file,
        long limit,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[81920];
        long written = 0;
        while (await body.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            written += count;
            if (written > limit)
                return false;
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
        return true;
    }

    private async Task<Blob> KeepAsync(string temporary, CancellationToken cancellationToken)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var quickXor = new QuickXorHash();
        long size = 0;
        using (var file = File.OpenRead(temporary))
        {
            var buffer = new byte[81920];
            while (await file.ReadAsync(buffer, cancellationToken) is var count and > 0)
            {
                sha.AppendData(buffer, 0, count);
                quickXor.Append(buffer.AsSpan(0, count));
                size += count;
            }
        }
        var hash = Convert.ToHexStringLower(sha.GetHashAndReset());
        File.Move(temporary, Address(hash), overwrite: true);
        return new(hash, size, quickXor.Result());
    }

    private string Address(string hash) => Path.Combine(folder, hash);

    private string PartAddress(Guid upload) => Path.Combine(parts, upload.ToString());
}
