namespace SpLg.Tests.LocalSite;

public sealed class PdfTests(ITestOutputHelper output)
{
    [LibreOfficeFact]
    public async Task A_word_file_is_fetched_as_tagged_pdf()
    {
        await using var site = await RunningSite.StartAsync(output);
        var drive = await DrivesTests.DriveAsync(site, "Publicerade genomgångar");
        await PutAsync(site, drive);
        var first = await PdfAsync(site, drive);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(first.Bytes[..8]), StringComparison.Ordinal);
        Assert.Equal("application/pdf", first.ContentHeaders.ContentType!.ToString());
        Assert.Contains("Genomg", first.ContentHeaders.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", Encoding.Latin1.GetString(first.Bytes), StringComparison.Ordinal);
        Assert.Equal(first.Bytes, (await PdfAsync(site, drive)).Bytes);
    }

    [Fact]
    public async Task Without_libreoffice_and_for_files_that_are_no_documents_the_answer_is_406()
    {
        await using var site = await RunningSite.StartAsync(output, o => o with { ConvertToPdf = false });
        var drive = await DrivesTests.DriveAsync(site, "Publicerade genomgångar");
        await PutAsync(site, drive);
        Assert.Contains(
            "no LibreOffice",
            await site.RefusedAsync("GET", Address(drive), HttpStatusCode.NotAcceptable, "notSupported"),
            StringComparison.Ordinal
        );
        await site.SendAsync(
            "PUT",
            $"{drive}/root:/bild.png:/content",
            HttpStatusCode.Created,
            "driveItem",
            "x"u8.ToArray()
        );
        await site.RefusedAsync(
            "GET",
            $"{drive}/root:/bild.png:/content?format=pdf",
            HttpStatusCode.NotAcceptable,
            "notSupported"
        );
        await site.RefusedAsync(
            "GET",
            $"{drive}/root:/Genomgång.rtf:/content?format=odt",
            HttpStatusCode.NotAcceptable,
            "notSupported"
        );
        Assert.Equal(
            HttpStatusCode.Found,
            (await site.SendAsync("GET", $"{drive}/root:/Genomgång.rtf:/content")).Status
        );
    }

    /// <summary>Rich text, which is Word's too, can be written here in a line.</summary>
    private static Task PutAsync(RunningSite site, string drive) =>
        site.SendAsync(
            "PUT",
            $"{drive}/root:/Genomgång.rtf:/content",
            HttpStatusCode.Created,
            "driveItem",
            @"{\rtf1\ansi Ett\par}"u8.ToArray()
        );

    private static async Task<RunningSite.Reply> PdfAsync(RunningSite site, string drive)
    {
        var redirect = await site.SendAsync("GET", Address(drive));
        Assert.True(redirect.Status == HttpStatusCode.Found, redirect.Text);
        var file = await site.SendAsync("GET", redirect.Header("Location")!, token: null);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        return file;
    }

    private static string Address(string drive) => $"{drive}/root:/Genomgång.rtf:/content?format=pdf";
}
