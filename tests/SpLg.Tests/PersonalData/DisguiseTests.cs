using System.Diagnostics;
using SpLg.Core.PersonalData;
using SpLg.Tests.Demo;

namespace SpLg.Tests.PersonalData;

public sealed class DisguiseTests
{
    [Theory]
    [InlineData("８１１２２８－９８７４")]
    [InlineData("٨١١٢٢٨-٩٨٧٤")]
    [InlineData("८११२२८-९८७४")]
    [InlineData("𝟖𝟏𝟏𝟐𝟐𝟖-𝟗𝟖𝟕𝟒")]
    [InlineData("⑧①①②②⑧-⑨⑧⑦④")]
    [InlineData("⁸¹¹²²⁸⁻⁹⁸⁷⁴")]
    [InlineData("8\u20e31\ufe0f\u20e3122 8-9874")]
    [InlineData("https://exempel.se/?nr=850709%2D9805")]
    [InlineData("https://exempel.se/?nr=850709%252D9805")]
    [InlineData("https://exempel.se/%38%31%31%32%32%38-9874")]
    [InlineData("https://exempel.se/811228%u002D9874")]
    [InlineData("811228&#45;9874")]
    [InlineData("811228&amp;#x2d;9874")]
    [InlineData("811228&hyphen;9874")]
    [InlineData("8\u00ad1\u00ad1\u00ad228-9874")]
    [InlineData("811\u200b228\u2060-\u200d98\ufeff74")]
    [InlineData("811228\u200e-\u202a9874")]
    [InlineData("811228\u034f\u115f\u3164-9874")]
    [InlineData("811228\u00a0-\u00a09874")]
    [InlineData("811228\u2003\u20029874")]
    [InlineData("811228\u28009874")]
    [InlineData("811228\u20119874")]
    [InlineData("811228\u22129874")]
    [InlineData("811228\u2e3a9874")]
    [InlineData("8\u0336112\u03362\u03368-9874")]
    [InlineData("811228_9874")]
    [InlineData("811228.9874")]
    [InlineData("811228·9874")]
    [InlineData("8 1 1 2 2 8 - 9 8 7 4")]
    [InlineData("8 1 1 2 2 8 9 8 7 4")]
    [InlineData("811 228-98 74")]
    [InlineData("811228-\n9874")]
    [InlineData("811228\r\n9874")]
    [InlineData("8112\n28-9874")]
    [InlineData("8112\n289874")]
    [InlineData("811228\u2028-9874")]
    [InlineData("811228\t-9874")]
    [InlineData("8112\t28-\t9874")]
    [InlineData("811228<b>-</b>9874")]
    [InlineData("811228<x-y></x-y>-9874")]
    [InlineData("701063\u2013 2391")]
    [InlineData("１９７０１０６３２３９１")]
    [InlineData("18\u00a0811228+9874")]
    [InlineData("R&D <b hidden>811228-9874</b>")]
    [InlineData("R&amp;D <script>811228-9874</script>")]
    [InlineData("A & B <!-- 811228-9874 -->")]
    [InlineData("811228<!-- > -->-9874")]
    [InlineData("811228<egen-tagg title=\"a>b\"></egen-tagg>-9874")]
    [InlineData("811228<egen style='display:none'>x</egen>-9874")]
    [InlineData("811228/9874")]
    [InlineData("811228:9874")]
    [InlineData("811228,9874")]
    [InlineData("811228 -- 9874")]
    [InlineData("811228 (9874)")]
    [InlineData("1981-12-28/9874")]
    [InlineData("81-12-28-98-74")]
    [InlineData("81 12 28 98 74")]
    [InlineData("8112 28 98 74")]
    [InlineData("19 81 12 28 98 74")]
    [InlineData("19811228 98 74")]
    [InlineData("8,1,1,2,2,8,9,8,7,4")]
    [InlineData("8-1-1-2-2-8-9-8-7-4")]
    [InlineData("⑻⑴⑴⑵⑵⑻-⑼⑻⑺⑷")]
    [InlineData("8|1|1|2|2|8|9|8|7|4")]
    [InlineData("8l1228-9874")]
    [InlineData("85O7O9-98O5")]
    [InlineData("850709-98\u041e5")]
    [InlineData("811228\u30fc9874")]
    [InlineData("811228\u4e009874")]
    [InlineData("811228\u31619874")]
    [InlineData("811228\u254c9874")]
    [InlineData("\u202e4789-822118\u202c")]
    [InlineData("Nr \u202e4789-822118\u202c slut")]
    [InlineData("811228\ue000-9874")]
    [InlineData("811228\ufffc-9874")]
    [InlineData("\uf038\uf031\uf031\uf032\uf032\uf038-\uf039\uf038\uf037\uf034")]
    [InlineData("https://exempel.se/850709%252525252D9805")]
    [InlineData("850709\\u002D9805")]
    [InlineData("850709+-+9805")]
    [InlineData("811228-T123")]
    [InlineData("19811228-TF34")]
    public void An_identity_number_is_found(string text) => Assert.True(PersonalNumber.IsIn(text));

    [Theory]
    [InlineData("anna.svensson%40gmail.com")]
    [InlineData("anna.svensson%2540gmail%252Ecom")]
    [InlineData("anna.svensson(at)gmail.com")]
    [InlineData("anna.svensson [at] gmail.com")]
    [InlineData("anna(a)exempel.se")]
    [InlineData("anna.svensson (a) gmail.com")]
    [InlineData("anna.svensson-at-gmail.com")]
    [InlineData("anna.svensson_at_gmail.com")]
    [InlineData("anna.svensson *at* gmail.com")]
    [InlineData("anna.svensson |at| gmail.com")]
    [InlineData("anna\u24d0exempel.se")]
    [InlineData("anna.svensson@gmail . com")]
    [InlineData("anna.svensson @ gmail . com")]
    [InlineData("anna.svensson @gmail.com")]
    [InlineData("anna.svensson@ gmail.com")]
    [InlineData("anna punkt svensson at gmail punkt com")]
    [InlineData("anna.svensson (på) gmail.com")]
    [InlineData("anna.svensson alfakrull gmail.com")]
    [InlineData("anna.svensson\\u0040gmail.com")]
    [InlineData("\u202emoc.liamg@nossnevs.anna\u202c")]
    [InlineData("anna.svensson {AT} gmail {dot} com")]
    [InlineData("anna.svensson <at> gmail.com")]
    [InlineData("anna at gmail.com")]
    [InlineData("anna at exempel dot se")]
    [InlineData("anna.svensson at exempel.se")]
    [InlineData("anna.svensson @ exempel.se")]
    [InlineData("anna snabel-a exempel punkt se")]
    [InlineData("anna(snabela)exempel(punkt)se")]
    [InlineData("anna[snabel a]exempel.se")]
    [InlineData("anna@exempel (punkt) se")]
    [InlineData("ａｎｎａ＠ｅｘｅｍｐｅｌ．ｓｅ")]
    [InlineData("anna﹫exempel。se")]
    [InlineData("anna\u200b@\u00adexempel\u2060.se")]
    [InlineData("anna&commat;exempel&period;se")]
    [InlineData("anna&amp;#64;exempel.se")]
    [InlineData("anna.svensson\n@exempel.se")]
    [InlineData("anna.svensson\f@exempel.se")]
    [InlineData("anna.svensson@\fexempel.se")]
    [InlineData("anna.svensson@exempel\n.se")]
    [InlineData("anna.svensson\t@exempel.se")]
    [InlineData("mailto:anna%40exempel.se?subject=x")]
    [InlineData("https://exempel-my.sharepoint.com/personal/anna_svensson_exempel_se/Documents/a.docx")]
    public void An_email_address_is_found(string text) => Assert.True(EmailAddress.IsIn(text));

    [Theory]
    [InlineData("０７０－１２３ ４５ ６７")]
    [InlineData("٠٧٠-١٢٣٤٥٦٧")]
    [InlineData("070\u00ad123\u200b4567")]
    [InlineData("070\u2003123\u00a045\u202f67")]
    [InlineData("070\u2212123 45 67")]
    [InlineData("070\n123 45 67")]
    [InlineData("070-12\n34567")]
    [InlineData("0 7 0 1 2 3 4 5 6 7")]
    [InlineData("07 01 23 45 67")]
    [InlineData("070--1234567")]
    [InlineData("070_123_45_67")]
    [InlineData("070,123,45,67")]
    [InlineData("O7O-123 45 67")]
    [InlineData("0850820000")]
    [InlineData("08 50820000")]
    [InlineData("08.508.20.000")]
    [InlineData("46701234567")]
    [InlineData("46 70 123 45 67")]
    [InlineData("+1 (555) 123-4567")]
    [InlineData("+90 532 123 45 67")]
    [InlineData("0044 20 7946 0958")]
    [InlineData("tel:8-508 20 000")]
    [InlineData("https://wa.me/46701234567")]
    [InlineData("\u202e7654321-070\u202c")]
    [InlineData("tel:0701234567")]
    [InlineData("tel:%2B46701234567")]
    [InlineData("tel://070-1234567")]
    [InlineData("callto:08%2D508%2000%20000")]
    [InlineData("sms:+46701234567?body=x")]
    [InlineData("https://exempel.se/?tel=%2B46701234567")]
    [InlineData("＋46 70 123 45 67")]
    [InlineData("070·123·45·67")]
    [InlineData("070&nbsp;123&#32;4567")]
    public void A_phone_number_is_found(string text) => Assert.True(PhoneNumber.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("KFN 2024/0412")]
    [InlineData("KFN 2024-0412, dnr 2025/1182 och 2026/0074")]
    [InlineData("Möte 2026-03-01 kl. 13.00–14.30, nästa 2026-04-01")]
    [InlineData("2026-01-01\n2026-12-31")]
    [InlineData("2026-01-01\t2026-12-31\t1 250 000")]
    [InlineData("1 250 000 kr\n2 500 000 kr\n12,5 %")]
    [InlineData("organisationsnummer 212000-0142 och 556677-8899")]
    [InlineData("Systemet kör 99,98 % av tiden (100 %25 mål)")]
    [InlineData("R&D och A&amp;B &copy; 2026")]
    [InlineData("Läs mer at example.se eller på example.se")]
    [InlineData("Enligt 5 § (a) och [b] i ISO/IEC 27001:2022, 9.3.2 a–g")]
    [InlineData("3 @ 25 kr, @kultur och namn@ example.se")]
    [InlineData("https://exempel.se/sites/isam/Lists/Incidents/DispForm.aspx?ID=12&Source=%2Fsites%2Fisam")]
    [InlineData(
        "https://exempel.se/:w:/r/sites/isam/_layouts/15/Doc.aspx?sourcedoc=%7B3F2504E0-4F89-11D3-9A0C-0305E82C3301%7D"
    )]
    [InlineData("https://medium.example/@kultur/20260301-nyheter")]
    [InlineData("IA-2026-01234567, IA 0812-34567")]
    [InlineData("12\t24\t36\t48\t60\t72\n2024\t2025\t2026")]
    [InlineData("1\n2\n3\n4\n5\n6\n7")]
    [InlineData("Version 2.0.15, 10.0.0.1, 192.168.010.020")]
    [InlineData("½ av 25 m², 10³ och 5×10⁶")]
    [InlineData("10 11 12 13 14")]
    [InlineData("1 2 3 4 5 6 7 8 9 10")]
    [InlineData("2024 2025 2026 2027")]
    [InlineData("IBAN SE35 5000 0000 0549 1000 0003, bankgiro 123-4567, OCR 1234567890")]
    [InlineData("kl. 13.00 på stockholm.se, hos oss på example.se, punkt (a) example.se")]
    [InlineData("look-at-me.se och data-at-scale.io")]
    [InlineData("Rum P123, 260301-P12, O365 och ISO 27001")]
    [InlineData("Budget 12 500 000 000 kr, +12 500 000 kr")]
    [InlineData("2024\f2025\f2026")]
    [InlineData("mst att det (bland annat) är att punkt 4 gäller at")]
    public void Harmless_text_is_left_alone(string text)
    {
        Assert.False(PersonalNumber.IsIn(text));
        Assert.False(EmailAddress.IsIn(text));
        Assert.False(PhoneNumber.IsIn(text));
    }

    [Theory]
    [InlineData("<p>811228</p><ul><li>-9874</li></ul>")]
    [InlineData("<p>Nr 811228-</p><p>9874 gäller</p>")]
    [InlineData("<p>811228</p><p>9874</p>")]
    [InlineData("<p>8</p><p>1</p><p>1</p><p>2</p><p>2</p><p>8</p><p>9</p><p>8</p><p>7</p><p>4</p>")]
    [InlineData("<table><tr><td>811228<tr><td>-9874</table>")]
    [InlineData("<table><tr><td>811228<td>9874<tr><td>a<td>b</table>")]
    [InlineData("<ol start=811228><li>-9874</ol>")]
    [InlineData("811228<meter>x</meter>-9874")]
    [InlineData("811228<span style='display:none !important;display:inline'>x</span>-9874")]
    public void A_number_that_two_paragraphs_share_is_found(string html) =>
        Assert.True(PersonalNumber.IsIn(string.Join('\f', HtmlText.Examined(html))));

    [Fact]
    public void What_two_paragraphs_say_is_else_not_put_together() =>
        Assert.False(PersonalNumber.IsIn(string.Join('\f', HtmlText.Examined("<p>Beslut 811228</p><p>9874 kr</p>"))));

    [Fact]
    public void In_the_demonstration_only_the_incident_that_is_there_to_be_found_is()
    {
        Assert.Equal(
            [("Incidenter", "13")],
            PersonalDataChecks.Of(DemoLists.Read(new FileFindings())).Select(f => (f.List, f.RowId!))
        );
        var texts = RowFolder
            .Read(ShippedFiles.DemoFolder, ShippedFiles.Schema(), new FileFindings())
            .Values.SelectMany(r => r)
            .SelectMany(r => r.Fields.Values)
            .Select(c => CellText.One(c) ?? "");
        Assert.Single(texts, PersonalNumber.IsIn);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("8 ")]
    [InlineData("a at ")]
    [InlineData("a@")]
    [InlineData("a.")]
    [InlineData("anna @ x")]
    [InlineData("%25")]
    [InlineData("&amp;")]
    [InlineData("<")]
    [InlineData("07 ")]
    [InlineData("81-12-")]
    [InlineData("/personal/a_b_")]
    [InlineData("（at）")]
    public void A_megabyte_is_looked_through_in_a_moment(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();

        var folded = FoldedText.Of(text);
        Assert.False(PersonalNumber.IsIn(folded) && EmailAddress.IsIn(folded) && PhoneNumber.IsIn(folded));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{piece}: {clock.Elapsed}");
    }
}
