namespace SpLg.Word.Numbering;

/// <summary>Numbers that must be unique over the whole document, given out in the order of writing.</summary>
internal sealed class FillNumbers(int lastFigure)
{
    private int figure = lastFigure;
    private int heading;

    public int NextFigure() => ++figure;

    public int NextHeading() => ++heading;
}
