namespace SpLg.Core.Lists;

/// <summary>The Swedish text of a choice value, exactly as the column's choices write it.</summary>
/// <param name="text">The column's own word.</param>
/// <param name="otherWords">What people write for it in files; read, never written.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ChoiceTextAttribute(string text, params string[] otherWords) : Attribute
{
    public string Text { get; } = text;

    public IReadOnlyList<string> OtherWords { get; } = otherWords;
}
