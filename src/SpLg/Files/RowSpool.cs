namespace SpLg.Files;

/// <summary>
/// The rows of one list on disk, between being read and being written in order: a list of any length then takes no more
/// memory than a short one. The file is gone when it is closed.
/// </summary>
internal sealed class RowSpool : IDisposable
{
    private readonly FileStream file;
    private readonly BinaryWriter writer;

    // Where the row of an id was last written.
    private readonly Dictionary<int, long> places = [];

    /// <param name="folder">Where the rows will be written too.</param>
    /// <exception cref="FileFault">It cannot be written there.</exception>
    public RowSpool(string folder)
    {
        var path = Path.Combine(folder, $".{Guid.NewGuid():N}.rows");
        try
        {
            file = new(
                path,
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None,
                64 * 1024,
                FileOptions.DeleteOnClose
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileFault(path, e);
        }
        writer = new(file, Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>How many rows it has.</summary>
    public int Count => places.Count;

    /// <summary>How many rows came again after another with their id.</summary>
    public int Repeated { get; private set; }

    /// <summary>Of rows with the same id the last counts.</summary>
    /// <exception cref="FileFault">The disk is full.</exception>
    public void Add(ListRow row)
    {
        var id = int.Parse(row.Id, NumberStyles.None, CultureInfo.InvariantCulture);
        if (!places.TryAdd(id, file.Position))
        {
            places[id] = file.Position;
            Repeated++;
        }
        try
        {
            writer.Write(row.ETag ?? "");
            writer.Write(row.WebUrl?.OriginalString ?? "");
            var cells = RowCells.Json(row.Fields);
            writer.Write(cells.Length);
            writer.Write(cells);
        }
        catch (IOException e)
        {
            throw new FileFault(file.Name, e);
        }
    }

    /// <summary>The rows in order of id, one at a time. None is added any more.</summary>
    public IEnumerable<ListRow> Rows()
    {
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        foreach (var (id, place) in places.OrderBy(row => row.Key))
        {
            if (file.Position != place)
                file.Position = place;
            var tag = reader.ReadString();
            var address = reader.ReadString();
            var cells = reader.ReadBytes(reader.ReadInt32());
            yield return new(
                id.ToString(CultureInfo.InvariantCulture),
                tag.Length == 0 ? null : tag,
                address.Length == 0 ? null : new(address),
                new RowCells(cells)
            );
        }
    }

    public void Dispose()
    {
        try
        {
            writer.Dispose();
            file.Dispose();
        }
        catch (IOException)
        {
            // A full disk, which has been told: what could not be written there is of no use any more.
        }
    }
}
