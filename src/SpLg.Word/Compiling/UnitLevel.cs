namespace SpLg.Word.Compiling;

/// <summary>What a generated block stands among.</summary>
internal enum UnitLevel
{
    Runs,
    Blocks,
    Rows,
}
