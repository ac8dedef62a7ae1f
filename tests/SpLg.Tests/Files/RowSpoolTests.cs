namespace SpLg.Tests.Files;

public sealed class RowSpoolTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("splg-spool").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Rows_come_back_in_order_of_id_each_once_as_it_was_last_told()
    {
        using (var spool = new RowSpool(folder))
        {
            spool.Add(Row(10, "Tio", "\"t,1\"", new("https://x/10")));
            spool.Add(Row(2, "Två, å och \ud83d\ude00", null, null));
            spool.Add(Row(10, "Tio igen", "\"t,2\"", new("https://x/10")));
            spool.Add(Row(1, new string('x', 100_000), null, null));

            Assert.Equal((3, 1), (spool.Count, spool.Repeated));
            // Twice, as two formats might.
            for (var n = 0; n < 2; n++)
            {
                var rows = spool.Rows().ToList();
                Assert.Equal(["1", "2", "10"], rows.Select(r => r.Id));
                Assert.Equal(
                    [100_000, "Två, å och \ud83d\ude00".Length, "Tio igen".Length],
                    rows.Select(r => r.Fields["Title"].GetString()!.Length)
                );
                Assert.Equal([null, null, "\"t,2\""], rows.Select(r => r.ETag));
                Assert.Equal("https://x/10", rows[2].WebUrl!.AbsoluteUri);
            }
        }
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        Assert.Throws<FileFault>(() => new RowSpool(Path.Combine(folder, "finns inte")));

    private static ListRow Row(int id, string title, string? etag, Uri? address) =>
        new($"{id}", etag, address, new RowCells(Encoding.UTF8.GetBytes($"{{\"Title\":\"{title}\"}}")));
}
