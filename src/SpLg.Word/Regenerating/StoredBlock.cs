namespace SpLg.Word.Regenerating;

/// <summary>A generated block as the document keeps it, to find and make it again.</summary>
/// <param name="Hash">Of the text that was written.</param>
/// <param name="Lines"><see cref="Filling.LineHashes"/> of the same text, to tell which lines of it a person has
/// changed; empty when there are too many.</param>
internal sealed record StoredBlock(Prototype Prototype, string Hash, string Lines);
