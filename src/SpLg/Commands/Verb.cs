using System.CommandLine;

namespace SpLg.Commands;

/// <summary>A command with examples for its help.</summary>
/// <param name="examples">Whole command lines, as a person would type them.</param>
internal sealed class Verb(string name, string description, params IReadOnlyList<string> examples)
    : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
