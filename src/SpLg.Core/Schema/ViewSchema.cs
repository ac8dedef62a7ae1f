namespace SpLg.Core.Schema;

/// <summary>A list view: what a person sees when opening the list.</summary>
/// <param name="Columns">Internal column names in order, built-in ones such as <c>LinkTitle</c> included.</param>
/// <param name="Page">The file name of its address: <c>AllItems.aspx</c>.</param>
/// <param name="Caml">The view's <c>Query</c> element as written in the template; empty when it has none.</param>
public sealed record ViewSchema(string Title, bool IsDefault, IReadOnlyList<string> Columns, string Page, string Caml);
