using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SpLg.Tests.EndToEnd;

/// <summary>What keeps the code readable, and is measured: lines and folders.</summary>
public class HouseTests
{
    private const int LongestLine = 140;
    private const int MostFiles = 30;

    private static readonly IReadOnlyList<string> Files =
    [
        .. new[] { "src", "tests" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            )
            .Where(f => !IsBuilt(f)),
    ];

    [Fact]
    public void No_line_is_longer_than_a_screen() =>
        Assert.Empty(
            Files.SelectMany(f =>
                File.ReadLines(f)
                    .Select(
                        (line, index) => (line.Length, Place: $"{Path.GetRelativePath(Repository.Root, f)}:{index + 1}")
                    )
                    .Where(l => l.Length > LongestLine)
                    .Select(l => l.Place)
            )
        );

    [Fact]
    public void No_folder_has_more_files_than_can_be_looked_over() =>
        Assert.Empty(
            Files
                .GroupBy(f => Path.GetDirectoryName(f)!)
                .Where(folder => folder.Count() > MostFiles)
                .Select(folder => $"{Path.GetRelativePath(Repository.Root, folder.Key)}: {folder.Count()} files")
        );

    [Fact]
    public void No_ternary_stands_in_another() =>
        Assert.Empty(
            Files
                .AsParallel()
                .SelectMany(f =>
                    CSharpSyntaxTree
                        .ParseText(File.ReadAllText(f), path: f)
                        .GetRoot()
                        .DescendantNodes()
                        .OfType<ConditionalExpressionSyntax>()
                        .Where(IsInAnother)
                )
                .Select(t => $"{Path.GetRelativePath(Repository.Root, t.SyntaxTree.FilePath)}: {t}")
        );

    // What a call is given and what a lambda says are read by themselves.
    private static bool IsInAnother(ConditionalExpressionSyntax ternary) =>
        ternary
            .Ancestors()
            .TakeWhile(a =>
                a is not (StatementSyntax or MemberDeclarationSyntax or LambdaExpressionSyntax or ArgumentSyntax)
            )
            .OfType<ConditionalExpressionSyntax>()
            .Any();

    private static bool IsBuilt(string file) =>
        Path.GetRelativePath(Repository.Root, file)
            .Split(Path.DirectorySeparatorChar)
            .Any(part => part is "bin" or "obj");
}
