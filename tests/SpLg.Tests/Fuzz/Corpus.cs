using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Fuzz;

/// <summary>Small files as other programs write them, and what a careless or hostile one could make of them.</summary>
internal static class Corpus
{
    /// <summary>What parsers have stumbled over: signs of their own, and bytes that are no letters.</summary>
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\"",
            "\"\"",
            ";",
            ",",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "sep=;\n",
            "#TYPE x\n",
            "ListSchema={}\n",
            "\0",
            "\u2028",
            "\ufeff",
            "\u200b",
            "å",
            "😀",
            "=cmd|x",
            "'",
            "{",
            "}",
            "[",
            "]",
            ":",
            "null",
            "true",
            "-1",
            "1e400",
            "7.5",
            "\"id\":",
            "\"fields\":{",
            "\"value\":[",
            "\"@odata.nextLink\":\"x\",",
            "\"deleted\":{},",
            "\\",
            "\\ud83d",
            "\\u0000",
            "<p>",
            "&#x110000;",
            "//",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff],
        [0xfe, 0xff],
        [0xff, 0xfe],
        [0xc3],
        [0x80, 0x80],
        new byte[64],
        [.. Enumerable.Repeat((byte)'[', 200)],
    ];

    /// <summary>The files whose names end so, each with its name.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Of(string ending) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "tests/SpLg.Tests/Corpus"), "*" + ending)
                .Order(StringComparer.Ordinal)
                .Select(f => (Path.GetFileName(f), File.ReadAllBytes(f))),
        ];

    /// <summary>One of the files with up to twelve changes.</summary>
    public static Arbitrary<byte[]> Damaged(string ending)
    {
        var files = Of(ending);
        var changes = Gen.Sized(size => Gen.Choose(0, 1_000_000).ListOf(Math.Min(3 * (1 + (size / 4)), 36)));
        return Gen.Elements(files.Select(f => f.Content))
            .SelectMany(content => changes.Select(c => Damage(content, c, files)))
            .ToArbitrary();
    }

    private static byte[] Damage(
        byte[] content,
        IReadOnlyList<int> changes,
        IReadOnlyList<(string Name, byte[] Content)> files
    )
    {
        var bytes = content.ToList();
        foreach (var change in changes.Chunk(3).Where(c => c.Length == 3))
        {
            var at = bytes.Count == 0 ? 0 : change[0] % bytes.Count;
            var length = bytes.Count == 0 ? 0 : Math.Min(bytes.Count - at, 1 + (change[1] % 40));
            switch (change[2] % 6)
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2 when bytes.Count > 0:
                    bytes[at] = (byte)change[1];
                    break;
                case 3 when change[1] % 7 == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    var other = files[change[1] % files.Count].Content;
                    bytes.InsertRange(at, other.Skip(change[1] % other.Length).Take(60));
                    break;
                default:
                    bytes.InsertRange(at, Pieces[change[1] % Pieces.Length]);
                    break;
            }
        }
        return [.. bytes];
    }
}
