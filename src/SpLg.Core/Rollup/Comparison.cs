namespace SpLg.Core.Rollup;

/// <summary>A section compared.</summary>
/// <param name="Said">The total in a sentence; null when nothing is known.</param>
/// <param name="LeftOut">Swedish: what the open editions leave out, organisation by organisation; null when nothing
/// is.</param>
internal sealed record Comparison(IReadOnlyList<ComparedRow> Rows, ComparedRow Total, string? Said, string? LeftOut)
{
    public string Sentence => Said ?? "Underlag saknas för alla organisationer.";

    public string? MissingSentence =>
        Said is null || Rows.All(r => r.HasData)
            ? null
            : $"Underlag saknas för {Swedish.Join([.. Rows.Where(r => !r.HasData).Select(r => r.Organisation)])}.";
}
