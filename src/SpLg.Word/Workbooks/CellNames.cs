namespace SpLg.Word.Workbooks;

/// <summary>How a workbook names its cells.</summary>
internal static class CellNames
{
    /// <summary>Column and row from 1 as <c>B7</c>.</summary>
    public static string Cell(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>A to Z, AA and on, from 1.</summary>
    public static string Column(int column) =>
        column <= 26
            ? ((char)('A' + column - 1)).ToString()
            : Column((column - 1) / 26) + (char)('A' + (column - 1) % 26);
}
