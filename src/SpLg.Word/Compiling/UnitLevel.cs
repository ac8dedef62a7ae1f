namespace SpLg.Word.Compiling;

/// <summary>Neighbours of a generated block: other blocks, rows, cells or runs.</summary>
internal enum UnitLevel
{
    Runs,
    Blocks,
    Rows,
}
