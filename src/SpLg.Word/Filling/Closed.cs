namespace SpLg.Word.Filling;

/// <summary>
/// The element closed last at the level that is being written; Word has rules about what may stand last and side by
/// side.
/// </summary>
internal enum Closed : byte
{
    Nothing,
    Paragraph,
    Row,
    Table,
}
