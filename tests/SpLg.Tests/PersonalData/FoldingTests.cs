using FsCheck;
using FsCheck.Fluent;
using SpLg.Core.PersonalData;

namespace SpLg.Tests.PersonalData;

/// <summary>What is looked for sign by sign is what the expressions found.</summary>
public sealed class FoldingTests
{
    private static readonly string[] Signs =
    [
        .. "0123456789 -+./,:;_*()[]|TFPRabOolI@%&<>\t\n\f\r\v\u0001".Select(c => c.ToString()),
        .. "åÅ８٨८⑧⑴⁸½㈝㍖㎏㏠ﷲ一二〇·•−–—‑ー㎇ﾊﾞﾟᄀ하ᅡᆨㄱㅏㅡㅤ가ﾡ\u0301\u0308\u20e3\u0316\u0338\ufe0f".Select(c =>
            c.ToString()
        ),
        .. "\u00a0\u2003\u200b\u200d\u202e\u202c\u2060\u2028\u2029\u0085\u2800\u00ad\ufeff\ufffc\ufffd\ufffe".Select(
            c => c.ToString()
        ),
        "ⓐ",
        "\uf038",
        "\ue000",
        "\ud835\udfd6",
        "😀",
        "\ud83d",
        "\ude00",
        "\U0001d165",
        "\U000110ba",
        "\U00011099",
    ];

    private static readonly string[] Pieces =
    [
        "811228",
        "9874",
        "19811228",
        "81",
        "1981",
        "12",
        "28",
        "850709",
        "9805",
        "701063",
        "2391",
        "8112289874",
        "198112289874",
        "-",
        " ",
        "  ",
        "+",
        ".",
        "/",
        ",",
        ";",
        "(",
        "*",
        "_",
        "~",
        ":",
        "--",
        "\t",
        "\f",
        "\n",
        "a",
        "½",
        "T",
        "TF",
        "P",
        "123",
        "12",
        "1",
        "8",
        "9",
        "0",
        "O",
        "l",
        "|",
        "I",
        "-O1",
        "ol1O",
    ];

    [Fact]
    public void A_text_folds_sign_by_sign_as_it_does_as_a_whole() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000),
            Prop.ForAll(
                Texts(Signs),
                text => Assert.Equal(FoldingByExpressions.Folded(text), new TextFolder(text).Run())
            )
        );

    [Fact]
    public void Every_character_of_the_first_plane_folds_as_it_does_in_a_whole_text()
    {
        for (var c = 1; c <= char.MaxValue; c++)
        {
            var text = $"1{(char)c}2";
            if ((char)c is not ('\ufdfa' or '\ufdfb'))
                Assert.Equal(FoldingByExpressions.Folded(text), new TextFolder(text).Run());
        }
    }

    [Fact]
    public void Digits_in_rows_and_groups_are_put_together_as_the_expressions_did() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000),
            Prop.ForAll(
                Texts(Pieces),
                text =>
                {
                    Assert.Equal(
                        FoldingByExpressions.WithSingleDigitsJoined(text),
                        DigitRuns.WithSingleDigitsJoined(text)
                    );
                    Assert.Equal(FoldingByExpressions.WithLettersAsDigits(text), DigitRuns.WithLettersAsDigits(text));
                    Assert.Equal(FoldingByExpressions.WithGroupsJoined(text), DigitRuns.WithGroupsJoined(text));
                    Assert.Equal(FoldingByExpressions.WithoutSpaces(text), DigitRuns.WithoutSpaces(text));
                }
            )
        );

    [Fact]
    public void A_number_that_a_new_paragraph_parts_is_put_together_as_the_expression_did() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(50_000),
            Prop.ForAll(
                Texts([.. Pieces.Where(p => p != "\n"), "\f", "\f", "\f", "@", "\t\f", " \f "]),
                text => Assert.Equal(FoldingByExpressions.WithoutSeams(text), ParagraphSeams.Joined(text))
            )
        );

    [Fact]
    public void A_number_is_found_where_the_expressions_found_one_and_nowhere_else() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(50_000),
            Prop.ForAll(
                Texts(Pieces),
                text =>
                {
                    Assert.Equal(FoldingByExpressions.HoldsNumber(text), PersonalNumber.HoldsNumber(text));
                    Assert.Equal(FoldingByExpressions.HoldsSigned(text), PersonalNumber.HoldsSigned(text));
                    Assert.Equal(FoldingByExpressions.HoldsInterim(text), PersonalNumber.HoldsInterim(text));
                }
            )
        );

    [Theory]
    [InlineData("\u0301\u0316")]
    [InlineData("\ufdfa")]
    [InlineData("12-12-12-1234 ")]
    [InlineData("1\t")]
    [InlineData("<ul><li>")]
    [InlineData("O1 ")]
    [InlineData("+46 7-")]
    public void A_megabyte_of_one_piece_is_looked_through_in_a_moment(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var since = Environment.CpuUsage.TotalTime;
        var traits = PersonalTraits.In(text, isHtml: true);
        var taken = Environment.CpuUsage.TotalTime - since;
        Assert.Equal(default, traits);
        // Of the whole process, where other tests run beside it; a machine alone takes a fifth.
        Assert.True(taken < TimeSpan.FromSeconds(5), $"{taken}");
    }

    private static Arbitrary<string> Texts(string[] pieces) =>
        Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary();
}
