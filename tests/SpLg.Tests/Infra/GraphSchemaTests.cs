namespace SpLg.Tests.Infra;

public sealed class GraphSchemaTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("columnDefinition", """{"name":"Year","displayName":"År","number":{"decimalPlaces":"none"}}""", null)]
    [InlineData("columnDefinition", """{"name":"Year","colour":"red"}""", "/colour")]
    [InlineData("columnDefinition", """{"name":7}""", "/name")]
    [InlineData(
        "list",
        """{"displayName":"Incidenter","columns":[{"choice":{"choices":["Låg",1]}}]}""",
        "/columns/0/choice/choices/1"
    )]
    [InlineData("listItem", """{"fields":{"X@odata.type":"Collection(Edm.String)","X":["A"]}}""", null)]
    [InlineData("listItem", """{"createdDateTime":"2024-11-05"}""", "/createdDateTime")]
    [InlineData("collectionOf.listItem", """{"@odata.nextLink":"https://graph.microsoft.com/v1.0/x"}""", "/")]
    [InlineData("error", """{"error":{"code":"itemNotFound"}}""", "/error")]
    [InlineData("batchRequest", """{"requests":[]}""", "/requests")]
    public void A_failure_is_told_by_its_place(string definition, string json, string? place)
    {
        if (GraphSchema.TryLoad(output.WriteLine) is not { } schema)
            return;
        using var instance = JsonDocument.Parse(json);

        var failures = schema.Validate(definition, instance.RootElement);

        if (place is null)
            Assert.Empty(failures);
        else
            Assert.StartsWith(place + ":", Assert.Single(failures), StringComparison.Ordinal);
    }
}
