using FsCheck;
using FsCheck.Fluent;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

/// <summary>Templates and data that nobody chose.</summary>
internal static class AnySample
{
    private static readonly string[] Words =
    [
        "",
        "a",
        " kant ",
        "åäö",
        "{{Belopp}}",
        "<b>&\"",
        "rad\nrad",
        "\u0002x\ud83d",
        "tabb\tb",
        "😀",
        "{{#om",
        "}}",
    ];

    private static readonly Gen<string> Word = Gen.Elements(Words);

    private static readonly Gen<SampleRow> Row =
        from title in Word
        from count in Gen.Choose(-5, 2000)
        from done in Gen.Elements(true, false)
        from items in Gen.ListOf(Word.Select(w => new SampleItem(w))).Select(l => l.Take(3).ToList())
        select new SampleRow(title, count / 4m, done, $"<p>{title.Length}</p><ul><li>{done}</li></ul>", items);

    public static readonly Gen<Sample> Data =
        from name in Word
        from amount in Gen.Choose(-2, 5000)
        from approved in Gen.Elements(true, false)
        from rows in Gen.ListOf(Row).Select(l => l.Take(4).ToList())
        from others in Gen.ListOf(Row).Select(l => l.Take(2).ToList())
        select new Sample(
            name,
            amount,
            Day: amount % 3 == 0 ? null : new DateOnly(2026, 1, 1).AddDays(Math.Abs(amount)),
            Approved: approved,
            Rich: $"<div>Om <b>{amount}</b></div><p>slut</p>",
            Picture: null,
            Rows: rows,
            Others: others
        );

    private static readonly Gen<string> Leaf = Gen.Elements(
        P("Vanlig text"),
        P("Om {{Organisation}} den {{Fastställd:långt}}: {{Belopp}}"),
        P("{{Sammanfattning}}"),
        P("Med ord: {{Sammanfattning}}."),
        P("Rubrik för {{Organisation}}", "Heading1"),
        P("Läget är {{#om Godkänd}}bra hos {{Organisation}}{{annars}}dåligt{{/om}}.", "Heading2"),
        "<w:p><w:r><w:br w:type=\"page\"/></w:r><w:r><w:t>{{#om Godkänd}}</w:t></w:r></w:p>" + P("ja") + P("{{/om}}"),
        Bullet("{{Incidenter.Titel}} ({{Incidenter.Antal}})"),
        Bullet("{{Omvärld och uppdrag.Punkter.Text}}"),
        Table(2, HeaderRow("Titel", "Klar"), Row("{{Incidenter.Titel}}", "{{Incidenter.Klar:ja/nej}}")),
        Table(1, TestDocx.Row("{{Incidenter.Titel}}"), TestDocx.Row("{{Incidenter.Punkter.Text}}")),
        Table(
            1,
            TestDocx.Row("Fast"),
            TestDocx.Row("{{#om Godkänd}}"),
            TestDocx.Row("{{Organisation}}"),
            TestDocx.Row("{{/om}}")
        ),
        Table(1, TestDocx.Row(P("{{#Incidenter}}") + P("{{Titel}}") + P("{{/Incidenter}}"))),
        "<w:sdt><w:sdtPr><w:tag w:val=\"{{Organisation}}\"/></w:sdtPr><w:sdtContent>"
            + P("platshållare")
            + "</w:sdtContent></w:sdt>",
        "<w:p><w:r><w:t>A{</w:t></w:r><w:r><w:t>{Orga</w:t></w:r><w:proofErr "
            + "w:type=\"spellStart\"/><w:r><w:t>nisation}</w:t></w:r><w:r><w:t>} B</w:t></w:r></w:p>"
    );

    public static Gen<string> Body(int depth)
    {
        var piece =
            depth == 0
                ? Leaf
                : Gen.Frequency(
                    (6, Leaf),
                    (
                        1,
                        Body(depth - 1)
                            .Select(b =>
                                P("{{#om Incidenter > 1 eller Godkänd}}")
                                + b
                                + P("{{annars}}")
                                + P("Inget att rapportera")
                                + P("{{/om}}")
                            )
                    ),
                    (
                        1,
                        Body(depth - 1)
                            .Select(b =>
                                P("{{#Omvärld och uppdrag}}")
                                + P("{{Titel}}", "Heading2")
                                + b
                                + P("{{/Omvärld och uppdrag}}")
                            )
                    )
                );
        return Gen.NonEmptyListOf(piece).Select(l => string.Concat(l.Take(5)));
    }
}
