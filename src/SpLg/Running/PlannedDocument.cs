namespace SpLg.Running;

/// <summary>A document that is to be made, with everything but its template.</summary>
/// <param name="Name">File name without extension: the same each time, and no other document's.</param>
/// <param name="Data">What the kind's fields read.</param>
/// <param name="Template">Name of the template to use when none is asked for, without extension.</param>
internal sealed record PlannedDocument(string Name, DocumentKind Kind, object Data, string Template)
{
    public string FileName => Name + ".docx";
}
