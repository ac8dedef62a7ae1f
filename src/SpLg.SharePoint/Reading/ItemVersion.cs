namespace SpLg.SharePoint.Reading;

/// <summary>A row as it was after one change. https://learn.microsoft.com/graph/api/resources/listitemversion</summary>
/// <param name="Label">For example <c>7.0</c>.</param>
/// <param name="Fields">The columns then, as in <see cref="ListRow.Fields"/>.</param>
public sealed record ItemVersion(string Label, DateTimeOffset ModifiedOn, Author ModifiedBy, RowCells Fields);
