using System.Buffers;
using System.IO.Compression;

namespace SpLg.Bench;

/// <summary>
/// The limit to measure against: the same table as constant UTF-8 and escaped values, straight into a zip entry. Knows
/// no template, no fields and no blocks.
/// </summary>
internal static class BareWriter
{
    private static readonly SearchValues<char> Marked = SearchValues.Create("&<>");

    public static void Write(IReadOnlyList<BenchRow> rows, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, text) in BenchTemplate.OtherParts)
        {
            using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            part.Write(Encoding.UTF8.GetBytes(text));
        }
        using var document = zip.CreateEntry("word/document.xml", CompressionLevel.Optimal).Open();
        var buffer = new byte[64 * 1024];
        var used = 0;
        Constant(Encoding.UTF8.GetBytes(BenchTemplate.Head));
        foreach (var row in rows)
        {
            Constant("<w:tr>"u8);
            Text(row.Title);
            Text(row.System);
            Text(row.Owner);
            Text(row.Status);
            Open();
            row.ClassifiedOn.TryFormat(buffer.AsSpan(used), out var written, "yyyy-MM-dd");
            used += written;
            Close();
            Open();
            row.OpenPoints.TryFormat(buffer.AsSpan(used), out written, default, null);
            used += written;
            Close();
            Text(row.Comment);
            Constant("</w:tr>"u8);
        }
        Constant(Encoding.UTF8.GetBytes(BenchTemplate.Tail));
        document.Write(buffer, 0, used);

        void Text(ReadOnlySpan<char> text)
        {
            Open();
            while (text.IndexOfAny(Marked) is var at and >= 0)
            {
                Plain(text[..at]);
                Constant(
                    text[at] switch
                    {
                        '&' => "&amp;"u8,
                        '<' => "&lt;"u8,
                        _ => "&gt;"u8,
                    }
                );
                text = text[(at + 1)..];
            }
            Plain(text);
            Close();
        }

        void Open() => Constant("<w:tc><w:tcPr><w:tcW w:w=\"1300\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>"u8);

        void Close() => Constant("</w:t></w:r></w:p></w:tc>"u8);

        void Plain(ReadOnlySpan<char> text)
        {
            Room(text.Length * 3);
            used += Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
        }

        void Constant(ReadOnlySpan<byte> bytes)
        {
            Room(bytes.Length + 64);
            bytes.CopyTo(buffer.AsSpan(used));
            used += bytes.Length;
        }

        void Room(int bytes)
        {
            if (bytes <= buffer.Length - used)
                return;
            document.Write(buffer, 0, used);
            used = 0;
        }
    }
}
