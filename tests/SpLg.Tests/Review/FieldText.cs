namespace SpLg.Tests.Review;

/// <summary>Everything a template could print of a document, as lines of text.</summary>
internal static class FieldText
{
    public static string Of(BuiltReview review) => Of(ReviewSections.Fields, review);

    /// <summary>The same of any document.</summary>
    public static string Of(FieldSet fields, object data)
    {
        var text = new StringBuilder();
        Write(text, fields, data, "");
        return text.ToString();
    }

    /// <summary>One field by path, e.g. <c>Incidenter.Trend</c>; groups only.</summary>
    public static object? Of(BuiltReview review, string path) => Of(ReviewSections.Fields, review, path);

    /// <inheritdoc cref="Of(BuiltReview, string)"/>
    public static object? Of(FieldSet? fields, object data, string path)
    {
        object? value = data;
        foreach (var name in path.Split('.'))
        {
            var field = fields?.TryFind(name) ?? throw new KeyNotFoundException($"No field '{name}' in '{path}'.");
            value = value is null ? null : field.Read(value);
            fields = field.Inner;
        }
        return value;
    }

    private static void Write(StringBuilder text, FieldSet fields, object of, string path)
    {
        foreach (var field in fields.Fields)
        {
            var value = field.Read(of);
            var name = $"{path}{field.Name}";
            switch (field.Kind)
            {
                case FieldKind.Group:
                    Write(text, field.Inner!, Assert.IsAssignableFrom<object>(value), name + ".");
                    break;
                case FieldKind.List:
                    var rows = Assert.IsAssignableFrom<IReadOnlyList<object>>(value);
                    for (var i = 0; i < rows.Count; i++)
                        Write(text, field.Inner!, rows[i], $"{name}[{i}].");
                    break;
                default:
                    AssertKind(field, value);
                    text.AppendLine(CultureInfo.InvariantCulture, $"{name} = {value}");
                    break;
            }
        }
    }

    private static void AssertKind(Field field, object? value)
    {
        if (value is null)
            return;
        switch (field.Kind)
        {
            case FieldKind.Number:
                Assert.True(value is decimal or string, field.Name);
                break;
            case FieldKind.Date:
                Assert.True(value is DateOnly or string, field.Name);
                break;
            case FieldKind.YesNo:
                Assert.True(value is bool or string, field.Name);
                break;
            default:
                Assert.IsType<string>(value);
                break;
        }
    }

    public static object? First(Organisation organisation, string list, string field) =>
        All(organisation.Build(), list, field)[0];

    public static IReadOnlyList<object?> All(BuiltReview review, string list, string field)
    {
        var rows = Assert.IsAssignableFrom<IReadOnlyList<object>>(Of(review, list));
        FieldSet fields = ReviewSections.Fields;
        foreach (var name in list.Split('.'))
            fields = fields.TryFind(name)!.Inner!;
        return [.. rows.Select(fields.TryFind(field)!.Read)];
    }
}
