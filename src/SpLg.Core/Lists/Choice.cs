using System.Reflection;

namespace SpLg.Core.Lists;

/// <summary>The two directions between a choice's Swedish text and its value in code.</summary>
public static class Choice
{
    /// <summary>The texts of all values, in order of declaration.</summary>
    public static IReadOnlyList<string> Texts<T>()
        where T : struct, Enum => Texts_<T>.InOrder;

    /// <summary>The Swedish text of a value.</summary>
    public static string Text<T>(T value)
        where T : struct, Enum => Texts_<T>.ByValue[value];

    /// <summary>
    /// The value with this text or another word for it, ignoring case, surrounding space, non-breaking spaces and how
    /// letters with dots are composed, or null when there is none.
    /// </summary>
    public static T? TryValue<T>(string text)
        where T : struct, Enum =>
        Texts_<T>.ByText.TryGetValue(Letters.Composed(Letters.Seen(text)).Trim(), out var value) ? value : null;

    private static class Texts_<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyDictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToDictionary(v => v, TextOf);
        public static readonly IReadOnlyDictionary<string, T> ByText = Enum.GetValues<T>()
            .SelectMany(v => OtherWordsOf(v).Prepend(TextOf(v)).Select(text => (Text: text, Value: v)))
            .ToDictionary(p => p.Text, p => p.Value, StringComparer.OrdinalIgnoreCase);
        public static readonly IReadOnlyList<string> InOrder = [.. Enum.GetValues<T>().Select(TextOf)];

        private static string TextOf(T value) => AttributeOf(value).Text;

        private static IReadOnlyList<string> OtherWordsOf(T value) => AttributeOf(value).OtherWords;

        private static ChoiceTextAttribute AttributeOf(T value) =>
            typeof(T).GetField(value.ToString())?.GetCustomAttribute<ChoiceTextAttribute>()
            ?? throw new InvalidOperationException($"{typeof(T).Name}.{value} has no ChoiceText.");
    }
}

/// <summary>The Swedish text of a choice value, exactly as the column's choices write it.</summary>
/// <param name="text">The column's own word.</param>
/// <param name="otherWords">What people write for it in files; read, never written.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ChoiceTextAttribute(string text, params string[] otherWords) : Attribute
{
    public string Text { get; } = text;

    public IReadOnlyList<string> OtherWords { get; } = otherWords;
}
