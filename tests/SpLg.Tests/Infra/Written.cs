namespace SpLg.Tests.Infra;

/// <summary>What is written to a stream, as bytes.</summary>
internal static class Written
{
    public static byte[] Csv(ListSchema list, IEnumerable<ListRow> rows, TimeZoneInfo zone)
    {
        using var written = new MemoryStream();
        CsvExport.Write(written, list, rows, zone);
        return written.ToArray();
    }
}
