using System.Text.Json;
using System.Text.Json.Serialization;
using SpLg.SharePoint.Publishing;
using SpLg.SharePoint.Reading;

namespace SpLg.SharePoint;

/// <summary>The answers we read; what a type does not name is skipped.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SiteAnswer))]
[JsonSerializable(typeof(ListAnswer))]
[JsonSerializable(typeof(ColumnAnswer))]
[JsonSerializable(typeof(ItemAnswer))]
[JsonSerializable(typeof(DriveAnswer))]
[JsonSerializable(typeof(FileAnswer))]
[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(UploadSessionAnswer))]
[JsonSerializable(typeof(Page<ListAnswer>))]
[JsonSerializable(typeof(Page<ColumnAnswer>))]
[JsonSerializable(typeof(Page<ItemAnswer>))]
[JsonSerializable(typeof(Page<FileAnswer>))]
[JsonSerializable(typeof(Page<VersionAnswer>))]
[JsonSerializable(typeof(Page<PermissionAnswer>))]
[JsonSerializable(typeof(Page<PageAnswer>))]
internal sealed partial class GraphJson : JsonSerializerContext;
