namespace SpLg.Tracing;

/// <summary>The approved review that an organisation's figures in a roll-up are of.</summary>
/// <param name="File">Name of its evidence.</param>
/// <param name="Sha256">Of the evidence, in lower-case hexadecimal.</param>
internal sealed record RollupSource(
    string Organisation,
    string File,
    string Sha256,
    string ApprovedBy,
    DateOnly ApprovedOn
);
