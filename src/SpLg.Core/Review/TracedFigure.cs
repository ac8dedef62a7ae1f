namespace SpLg.Core.Review;

/// <summary>A figure of a document and where it comes from.</summary>
/// <param name="Tag">
/// As a template names it, with what tells the lines of a list apart: <c>Incidenter.Anmälda till IMY</c>,
/// <c>Incidenter.Per typ[Dataskydd].Antal</c>.
/// </param>
/// <param name="Value">As the reader sees it, in Swedish form.</param>
public sealed record TracedFigure(string Tag, string Value, Trace Trace);
