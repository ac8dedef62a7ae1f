namespace SpLg.Word.Figures;

/// <summary>The picture that is being written.</summary>
/// <param name="Width">Pixels; only the proportion to <paramref name="Height"/> counts.</param>
internal sealed record OpenPicture(string RelationshipId, long Width, long Height);
