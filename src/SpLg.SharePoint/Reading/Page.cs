using System.Text.Json;
using System.Text.Json.Serialization;
using SpLg.SharePoint.Answers;

namespace SpLg.SharePoint.Reading;

/// <summary>One page of a collection.</summary>
internal sealed record Page<T>(
    IReadOnlyList<T>? Value,
    [property: JsonPropertyName("@odata.nextLink")] string? NextLink,
    [property: JsonPropertyName("@odata.deltaLink")] string? DeltaLink,
    JsonElement? Error) : IAnswer;
