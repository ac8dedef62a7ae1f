using System.Text;
using SpLg.LocalSite.Store;

namespace SpLg.Tests.LocalSite;

public sealed class QuickXorHashTests
{
    [Theory]
    [InlineData("", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("J", "SgAAAAAAAAAAAAAAAQAAAAAAAAA=")]
    public void Short_texts_have_the_hash_worked_out_by_hand(string text, string expected)
    {
        var hash = new QuickXorHash();
        hash.Append(Encoding.ASCII.GetBytes(text));
        Assert.Equal(expected, hash.Result());
    }

    [Fact]
    public void The_hash_is_the_same_however_the_bytes_are_parted()
    {
        var bytes = Enumerable.Range(0, 1000).Select(i => (byte)(i * 7)).ToArray();
        var whole = new QuickXorHash();
        whole.Append(bytes);
        var parted = new QuickXorHash();
        foreach (var part in bytes.Chunk(37))
            parted.Append(part);
        Assert.Equal(whole.Result(), parted.Result());
    }
}
