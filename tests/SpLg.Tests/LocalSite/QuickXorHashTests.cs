using SpLg.LocalSite.Store;

namespace SpLg.Tests.LocalSite;

public sealed class QuickXorHashTests
{
    [Theory]
    [InlineData("0pZP", "0rDEEwAAAAAAAAAAAwAAAAAAAAA=")]
    [InlineData("tbQ=", "taAFAAAAAAAAAAAAAgAAAAAAAAA=")]
    [InlineData("", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("Sg==", "SgAAAAAAAAAAAAAAAQAAAAAAAAA=")]
    public void Short_contents_have_the_hash_worked_out_by_hand(string base64, string expected)
    {
        var hash = new QuickXorHash();
        hash.Append(Convert.FromBase64String(base64));
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
