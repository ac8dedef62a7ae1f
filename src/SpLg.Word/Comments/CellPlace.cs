namespace SpLg.Word.Comments;

/// <param name="Table">Among the tables of the part.</param>
/// <param name="Rows">How many rows the table has.</param>
/// <param name="Key">The words in the first cell of the row.</param>
internal sealed record CellPlace(int Table, int Rows, int Row, int Column, string Key)
{
    /// <summary>The cell of the same row, wherever that stands now.</summary>
    public bool IsSameAs(CellPlace other) =>
        Key.Length > 0 && (Table, Column, Key) == (other.Table, other.Column, other.Key);

    /// <summary>The cell in the same place of a table where no row has come or gone.</summary>
    public bool IsAt(CellPlace other) =>
        (Table, Rows, Row, Column) == (other.Table, other.Rows, other.Row, other.Column);
}
