namespace SpLg.Core.Lists;

/// <summary>The Swedish text of a choice value, exactly as the column's choices write it.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ChoiceTextAttribute(string text) : Attribute
{
    public string Text { get; } = text;
}
