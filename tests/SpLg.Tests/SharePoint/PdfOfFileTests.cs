using System.Security.Cryptography;

namespace SpLg.Tests.SharePoint;

public sealed class PdfOfFileTests(ITestOutputHelper output)
{
    private const string Item = "/v1.0/drives/D1/items/F1";
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(1000);

    [Fact]
    public async Task A_pdf_comes_from_another_address_without_the_token()
    {
        await using var script = await GraphScript.StartAsync(output);
        script
            .On(
                $"GET {Item}/content?$format=pdf",
                GraphAnswer.Empty(302, ("Location", $"{script.OtherHost}/transform/pdf?tempauth=secret"))
            )
            .On("GET /transform/pdf?tempauth=secret", GraphAnswer.Bytes(200, Content, "application/pdf"));
        using var graph = script.Client();

        Assert.Equal(
            Content,
            await (await DocumentLibraryTests.OpenAsync(script, graph)).PdfAsync(OneVersionTests.Existing, default)
        );
    }

    [Theory]
    [InlineData(406, "notSupported", true, 1)]
    [InlineData(415, "unsupported", true, 1)]
    [InlineData(500, "OfficeConversion_ConverterInternal", true, 5)]
    [InlineData(500, "generalException", false, 5)]
    [InlineData(403, "accessDenied", false, 1)]
    public async Task A_file_that_the_service_cannot_convert_is_null_and_other_faults_are_faults(
        int status,
        string code,
        bool isNull,
        int attempts
    )
    {
        await using var script = await GraphScript.StartAsync(output);
        for (var n = 0; n < attempts; n++)
            script.On($"GET {Item}/content?$format=pdf", GraphAnswer.Error(status, code));
        using var graph = script.Client();
        var library = await DocumentLibraryTests.OpenAsync(script, graph);

        if (isNull)
            Assert.Null(await library.PdfAsync(OneVersionTests.Existing, default));
        else
            await Assert.ThrowsAnyAsync<GraphException>(() => library.PdfAsync(OneVersionTests.Existing, default));
    }
}
