using SpLg.Commands;

namespace SpLg.Tests.Commands;

public sealed class LocalCopyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("splg-copy-").FullName;

    [Theory]
    [InlineData("new", "new/Ledningens genomgång 2026.docx")]
    [InlineData("new/", "new/Ledningens genomgång 2026.docx")]
    [InlineData("version 1.2", "version 1.2/Ledningens genomgång 2026.docx")]
    [InlineData("new/review.docx", "new/review.docx")]
    [InlineData("REVIEW.DOCX", "REVIEW.DOCX")]
    public void What_does_not_end_in_docx_is_a_folder(string asked, string expected)
    {
        var written = LocalCopy.Write(Path.Combine(folder, asked), "Ledningens genomgång 2026.docx", [1]);

        Assert.Equal(Path.Combine(folder, expected), written);
        Assert.True(File.Exists(written));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
