namespace SpLg.Core.Changes;

/// <summary>A changed row as a line of the document.</summary>
/// <param name="List">Swedish title of the list.</param>
/// <param name="Row">HTML: the row's name or number, a link to the row where that has an address.</param>
/// <param name="Change">Ny, Ändrad or Borttagen.</param>
/// <param name="Columns">Swedish names of the columns that differ, in a phrase; <c>hela raden</c> when it is new or
/// removed.</param>
public sealed record ChangedRow(string List, string Row, string Change, string Columns);
