namespace SpLg.Word.Packaging;

/// <param name="Target">Relative to the folder of the part that has it, or an address when <paramref name="IsExternal"/>.</param>
internal sealed record Relationship(string Id, string Type, string Target, bool IsExternal)
{
    /// <summary>The last word of the type, the same in transitional and strict documents.</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];
}
