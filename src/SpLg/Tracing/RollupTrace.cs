using System.Xml.Linq;
using static SpLg.Tracing.TraceXml;

namespace SpLg.Tracing;

/// <summary>
/// The part of a roll-up that says which organisations' evidence its figures come from. The rows behind them stand
/// there.
/// </summary>
/// <param name="Name">The document's title.</param>
internal sealed record RollupTrace(string Name, IReadOnlyList<RollupSource> Sources)
{
    private const string Root = "rollup";

    public static RollupTrace Of(RollupReview review) =>
        new(
            review.Title,
            [
                .. review.Organisations.Select(o => new RollupSource(
                    o.Name,
                    o.Source,
                    o.Sha256,
                    o.ApprovedBy,
                    o.ApprovedOn
                )),
            ]
        );

    /// <summary>The trace of a Word file; null when it is no roll-up, or its trace cannot be read.</summary>
    public static RollupTrace? TryRead(byte[] docx) => TraceXml.TryRead(docx, Root, Read);

    /// <inheritdoc cref="Write"/>
    public byte[] Xml() =>
        Write(
            new XElement(
                Space + Root,
                new XAttribute("document", Clean(Name)),
                Sources.Select(s => new XElement(
                    Space + "source",
                    new XAttribute("organisation", Clean(s.Organisation)),
                    new XAttribute("file", Clean(s.File)),
                    new XAttribute("sha256", s.Sha256),
                    new XAttribute("approvedBy", Clean(s.ApprovedBy)),
                    new XAttribute("approvedOn", s.ApprovedOn.ToString("O", CultureInfo.InvariantCulture))
                ))
            )
        );

    private static RollupTrace Read(XElement root) =>
        new(
            Text(root, "document"),
            [
                .. root.Elements(Space + "source")
                    .Select(s => new RollupSource(
                        Text(s, "organisation"),
                        Text(s, "file"),
                        Text(s, "sha256"),
                        Text(s, "approvedBy"),
                        DateOnly.ParseExact(Text(s, "approvedOn"), "O", CultureInfo.InvariantCulture)
                    )),
            ]
        );
}
