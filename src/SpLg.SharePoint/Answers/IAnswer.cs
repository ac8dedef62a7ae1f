using System.Text.Json;

namespace SpLg.SharePoint.Answers;

/// <summary>An answer of status 200, or an element of its <c>value</c>: the thing itself or, by a fault of the service, an error.</summary>
internal interface IAnswer
{
    JsonElement? Error { get; }
}
