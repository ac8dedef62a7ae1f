using System.Diagnostics;
using SpLg.Core.Pages;

namespace SpLg.Tests.RichText;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("811228<span style=\"display:none\"> x </span>-9874", "811228-9874")]
    [InlineData("811228<!-- x > y -->-9874", "811228-9874")]
    [InlineData("811228<!-->-9874", "811228-9874")]
    [InlineData("811228<!-- x --!>-9874", "811228-9874")]
    [InlineData("811228<span title=\"a>b\"></span>-9874", "811228-9874")]
    [InlineData("811228<span title='a<b'>-</span>9874", "811228-9874")]
    [InlineData("811228<span/title=\"a>b\"/>-9874", "811228-9874")]
    [InlineData("<p>Se <nr=811228-9874></p>", "Se <nr=811228-9874>")]
    [InlineData(
        "<p>811228<script>x</script><style>p{}</style><template>y</template><noscript>z</noscript>-9874</p>",
        "811228-9874"
    )]
    [InlineData(
        "<p>811228<svg><text>x</text></svg><math><mi>x</mi></math><object>y</object><datalist><option>z</datalist>-9874</p>",
        "811228-9874"
    )]
    [InlineData("<head><title>x</title><meta></head><p>Synligt", "Synligt")]
    [InlineData("<p style='DISPLAY : NONE !important'>x</p><p>Synligt", "Synligt")]
    [InlineData("<p style='dis\\70 lay:none'>x</p><p style='display:/* */none'>x</p><p>Synligt", "Synligt")]
    [InlineData("<p style='display:none;display:block'>Synligt", "Synligt")]
    [InlineData("<p style='visibility:hidden'>x<b style='visibility:visible'>Synligt</b>y</p>", "Synligt")]
    [InlineData(
        "<p style='visibility:collapse'>x</p><p style='opacity:0'>x</p><p style='opacity:.0'>x</p><p style='font-size:0'>x</p>Synligt",
        "Synligt"
    )]
    [InlineData("<div style='font-size:0px'>x<span style='font-size:12pt'>Synligt</span></div>", "Synligt")]
    [InlineData(
        "<p style='font:0/0 a'>x</p><p style='color:transparent'>x</p><p style='color:rgba(1,2,3,0)'>x</p><p "
            + "style='color:rgb(0,0,0)'>Synligt",
        "Synligt"
    )]
    [InlineData(
        "<p style='mso-hide:all'>x</p><p hidden>x</p><p hidden=''>x</p><dialog>x</dialog><dialog open>Synligt</dialog>",
        "Synligt"
    )]
    [InlineData(
        "<p style='position:absolute;left:-9999px'>x</p><p style='text-indent:-999em'>x</p><p "
            + "style='height:0;overflow:hidden'>x</p>Synligt",
        "Synligt"
    )]
    [InlineData("<p hidden>x<p>Synligt", "Synligt")]
    [InlineData(
        "<p style='display:none !important;display:block'>x</p><p style='display:none;display:finns-inte'>x</p>Synligt",
        "Synligt"
    )]
    [InlineData(
        "<p style='background:url(\";display:block\");display:none'>x</p><p style='opacity:-1'>x</p><p "
            + "style='font-size:calc(0px)'>x</p>Synligt",
        "Synligt"
    )]
    [InlineData(
        "<p style='width:1px;height:1px;overflow:hidden'>x</p><p style='max-height:0;overflow:auto'>x</p><p "
            + "style='line-height:0;overflow:clip'>x</p>Synligt",
        "Synligt"
    )]
    [InlineData(
        "<p style='margin:0 0 0 -9999px'>x</p><p style='position:fixed;top:-100vh'>x</p><p "
            + "style='position:absolute;left:9999px'>x</p>Synligt",
        "Synligt"
    )]
    [InlineData(
        "<p style='transform:translateX(-9999px)'>x</p><p style='translate:-60em'>x</p><p "
            + "style='text-indent:100%;overflow:hidden'>x</p>Synligt",
        "Synligt"
    )]
    [InlineData(
        "<p style='clip-path:polygon(0 0,0 0)'>x</p><p style='filter:alpha(opacity=0)'>x</p><meter>x</meter><progress>x</progress>Synligt",
        "Synligt"
    )]
    [InlineData("<p style='overflow:hidden;height:20px;left:-9999px;margin:-10px' aria-hidden=true>Synligt", "Synligt")]
    [InlineData("<ul><li hidden>x<li>Synligt</ul>", "Synligt")]
    [InlineData("<table><tr hidden><td>x<td>y<tr><td>Synligt</table>", "Synligt")]
    [InlineData("<div hidden><b>x</div>Synligt</b>", "Synligt")]
    [InlineData("<font style='display:none'>x<p>y</font>Synligt", "Synligt")]
    [InlineData("<details><summary>Synligt</summary></details>", "Synligt")]
    [InlineData("<p>a&commat;b&period;se &amp;amp; &#x38;</p>", "a@b.se &amp; 8")]
    [InlineData("<p>8112<wbr>28-<bdo dir=rtl>98</bdo><bdi>7</bdi>4</p>", "811228-9874")]
    [InlineData("<template>x<template>y</template>z</template><p>Synligt</p>", "Synligt")]
    [InlineData("<noscript><p>x</noscript><noframes>y</noframes><noembed>z</noembed><p>Synligt", "Synligt")]
    [InlineData("<iframe srcdoc='<p>x</p>'>y</iframe><frameset><frame src=x>z</frameset><p>Synligt", "Synligt")]
    [InlineData(
        "<svg><title>x</title><desc>y</desc><foreignObject><p>z</p></foreignObject></svg><p>Synligt",
        "Synligt"
    )]
    [InlineData("<math><semantics><annotation>x</annotation></semantics></math><p>Synligt", "Synligt")]
    [InlineData("<p>Syn<input value='x'><input type=hidden value=y>ligt", "Synligt")]
    [InlineData(
        "<p hidden=until-found>x</p><p STYLE='DISPLAY&colon;none'>y</p><p style=display:none;>z</p>Synligt",
        "Synligt"
    )]
    [InlineData(
        "<p style='font-size:1px'>x</p><p style='font-size:.5pt'>y</p><p style='font:1px/1 a'>z</p>Synligt",
        "Synligt"
    )]
    [InlineData(
        "<p style='transform:rotateX(90deg)'>x</p><p style='transform: rotateY( -90deg )'>y</p>Synligt",
        "Synligt"
    )]
    [InlineData(
        "<p style='-webkit-transform:scale(0)'>x</p><p style='-webkit-transform:translate(-999em)'>y</p>Synligt",
        "Synligt"
    )]
    [InlineData("<p style='opacity:.02'>x</p><p style='opacity:1%'>y</p><p style='opacity:90%'>Synligt", "Synligt")]
    [InlineData(
        "<p style='color:rgb(0 0 0/0)'>x</p><p style='color:hsl(0 0% 0% / 0%)'>y</p><p style='color:#0000'>z</p>Synligt",
        "Synligt"
    )]
    [InlineData("<![CDATA[x]]><?xml y?><!DOCTYPE z><p>Synligt", "Synligt")]
    [InlineData("<details><summary>Syn</summary>ligt</details>", "Syn|ligt")]
    [InlineData("<ruby>811228<rp>(</rp><rt>x</rt><rp>)</rp></ruby>", "811228x")]
    [InlineData("<p>&#0000056;&#x00038&#56&NewLine;&Tab;&shy;8&zwnj;8", "888 \u00ad8\u200c8")]
    public void A_reader_sees_nothing_hidden_and_everything_else(string html, string expected)
    {
        Assert.Equal(expected, string.Join('|', HtmlText.Lines(html).Select(l => l.Text)));
        Assert.Equal(expected.Split('|'), HtmlText.Examined(html));
        Assert.Equal(
            HtmlText.Letters($"<p>{PageHtml.Text(expected.Replace('|', ' '))}</p>"),
            HtmlText.Letters(PageHtml.Plain(html))
        );
    }

    [Theory]
    [InlineData("<p>a</p><div>b<br>c</div><ol><li>d", "a|b\nc|d")]
    [InlineData("<table><caption>t<tr><th>a<th>b<tr><td>c<br>d<td>e</table>", "t|a\tb|c\nd\te")]
    [InlineData("<p>x<p><b>y</p>z</b>", "x|y|z")]
    [InlineData("<b>f<p>g</b>h", "f|gh")]
    [InlineData("<pre>a\n b</pre>", "a\n b")]
    public void Blocks_are_told_apart_and_line_breaks_and_cells_within_them_are_kept(string html, string expected) =>
        Assert.Equal(expected.Split('|'), HtmlText.Examined(html));

    [Fact]
    public void Every_address_a_seen_link_leads_to_is_examined_and_none_of_a_hidden_one() =>
        Assert.Equal(
            ["ring och skriv här", "tel:+46701234567", "mailto:a%40b.se?cc=c@d.se", "javascript:x()"],
            HtmlText.Examined(
                "<p><a href=tel:+46701234567>ring</a> och <a href=' mailto:a%40b.se?cc=c@d.se'>skriv</a> <a "
                    + "href='javascript:x()'>här</a><a hidden href='https://dold.se/'>x</a>"
            )
        );

    [Fact]
    public void Formatting_ends_where_a_browser_ends_it()
    {
        var runs = HtmlText
            .Lines("<p><b>fet<p>fet</b> mager <i>lutad<table><tr><td><u>x</td></tr></table>lutad")
            .SelectMany(l => l.Runs)
            .ToList();
        Assert.Equal(["fet", "fet"], runs.Where(r => r.Bold).Select(r => r.Text));
        Assert.Equal(["lutad", "x", "lutad"], runs.Where(r => r.Italic).Select(r => r.Text));
        Assert.Equal(["x"], runs.Where(r => r.Underline).Select(r => r.Text));
    }

    [Theory]
    [InlineData("Rad & rad", "Rad &amp; rad")]
    [InlineData("gräns <medel\r\nrad", "gräns &lt;medel<br>rad")]
    [InlineData("<b och c>", "&lt;b och c&gt;")]
    [InlineData("R&amp;D", "R&amp;D")]
    [InlineData("<p title='a>b'>x</p>", "<p title='a>b'>x</p>")]
    public void Plain_text_becomes_the_html_that_shows_it_and_html_stays(string text, string expected) =>
        Assert.Equal(expected, HtmlText.OfPlain(text));

    /// <summary>
    /// A million characters of what parsers are slow or deep with: building a tree of the first took over a quarter of
    /// a minute.
    /// </summary>
    [Theory]
    [InlineData("<div>", "")]
    [InlineData("<b>", "")]
    [InlineData("<b id=x1>", "")]
    [InlineData("<div>", "<p>")]
    [InlineData("<div>", "</p>")]
    [InlineData("<div>", "</div>")]
    [InlineData("<p><b>x", "")]
    [InlineData("<p style='visibility:hidden'><font style='color:red'>x", "")]
    [InlineData("<ul><li>", "")]
    [InlineData("<table><tr><td>", "")]
    [InlineData("<table><b>x", "")]
    [InlineData("<b><div></b>", "")]
    [InlineData("<a href='https://exempel.se/'>x", "")]
    [InlineData("<a href=\"", "")]
    [InlineData("<a b='\" c=\"'", "")]
    [InlineData("<", "")]
    [InlineData("<!--", "")]
    [InlineData("<script>", "")]
    [InlineData("</script", "<script>")]
    [InlineData("&lt", "")]
    [InlineData("<x ", ">")]
    [InlineData("<span hidden>", "</span>")]
    [InlineData("<p style='left:\\70 -9px;/*'>", "")]
    public void A_megabyte_of_anything_is_read_in_a_moment(string piece, string then)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 1_000_000 / (then.Length > 0 ? 2 : 1) / piece.Length));
        html += string.Concat(Enumerable.Repeat(then, then.Length == 0 ? 0 : 500_000 / then.Length)) + "slut";

        // A deep tree would end the process on so small a stack.
        var clock = Stopwatch.StartNew();
        var thread = new Thread(() => Assert.NotNull(HtmlText.Blocks(html)), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        // A second on a machine of its own, but tests run side by side; what grows with the square takes minutes.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{piece}: {clock.Elapsed}");
    }
}
