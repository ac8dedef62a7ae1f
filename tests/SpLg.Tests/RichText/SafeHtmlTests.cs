using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.RichText;

public sealed class SafeHtmlTests
{
    [Theory]
    [InlineData("<p>Hej <b>du</b></p>", "<p>Hej <b>du</b></p>")]
    [InlineData("<p style=\"x\">Hej<script>alert(1)</script>", "<p>Hej</p>")]
    [InlineData("1 < 2 &amp; 3", "1 &lt; 2 &amp; 3")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href='https://a.example/?b=1&amp;c=2'>x</a>", "<a href=\"https://a.example/?b=1&amp;c=2\">x</a>")]
    [InlineData("<a href=\"//ond.example\">x</a>", "<a>x</a>")]
    [InlineData("</div></main><ul><li>a", "<ul><li>a</li></ul>")]
    [InlineData("<img src=x onerror=alert(1)>text", "text")]
    [InlineData("<scr<script></script>ipt>alert(1)</script>", "&lt;script&gt;alert(1)")]
    [InlineData("<!-- x --><STRONG>a</STRONG>", "<strong>a</strong>")]
    public void Only_ordinary_text_elements_are_left(string html, string expected) =>
        Assert.Equal(expected, SafeHtml.Clean(html));

    [Fact]
    public void Cleaning_what_is_clean_changes_nothing()
    {
        var parts = Gen.Elements(
            "<p>",
            "</p>",
            "<script>",
            "</script>",
            "<",
            ">",
            "a",
            "&amp;",
            "&",
            "<br>",
            "<b onclick='x'>",
            "</b>",
            "\"",
            "<!--",
            "-->",
            "<a href=\"/x\">",
            "</a>",
            "&lt;script&gt;"
        );
        Prop.ForAll(
                Gen.ListOf(parts).ToArbitrary(),
                pieces =>
                {
                    var once = SafeHtml.Clean(string.Concat(pieces));
                    return SafeHtml.Clean(once) == once
                        && !once.Contains("<script", StringComparison.OrdinalIgnoreCase)
                        && !once.Contains("onclick", StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
