using System.Text.Json;

namespace SpLg.SharePoint.Reading;

/// <summary>What stands in a page's <c>value</c>: the thing itself or, by a fault of the service, an error in its place.</summary>
internal interface IPageElement
{
    JsonElement? Error { get; }
}
