namespace SpLg.Tests.Templates;

/// <summary>Every shipped template of the review: the same data in different shapes.</summary>
internal static class ReviewTemplates
{
    /// <summary>For <see cref="MemberDataAttribute"/>.</summary>
    public static TheoryData<string> Names => [.. Files];

    public static IReadOnlyList<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Folder, "ledningens-genomgang*.docx")
                .Select(Path.GetFileName)
                .OfType<string>()
                .Order(StringComparer.Ordinal),
        ];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "templates");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static Template Compile(string name) => Template.Compile(Bytes(name), name, ReviewSections.Fields);
}
