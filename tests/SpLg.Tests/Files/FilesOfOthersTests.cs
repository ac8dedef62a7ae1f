namespace SpLg.Tests.Files;

/// <summary>Files as people save them, in programs that have their own ideas of letters and of what stands first.</summary>
public sealed class FilesOfOthersTests : IDisposable
{
    private static readonly SiteSchema Schema = ShippedFiles.Schema();

    private readonly string folder = Directory.CreateTempSubdirectory("splg-files-").FullName;

    [Theory]
    [InlineData(850, "Förtroendevalda på Östersjön, årsmöte – nämnd", "MS-DOS")]
    [InlineData(850, "Åtgärd;Källa\r\nÄndra lås på skåp;Överförd", "MS-DOS")]
    [InlineData(10000, "Förtroendevalda på Östersjön, årsmöte – nämnd", "Macintosh")]
    [InlineData(10000, "Åtgärd;Källa\rÄndra lås på skåp;Överförd", "Macintosh")]
    [InlineData(1252, "Förtroendevalda på Östersjön, årsmöte – nämnd ”så” kostar 5 € §", null)]
    [InlineData(1252, "Café Opéra – ”noll” till 3 %", null)]
    [InlineData(1252, "Bara ett • tecken", null)]
    [InlineData(1252, "ID;Titel\n1;Avtalet ”Telia” sades upp", null)]
    [InlineData(1252, "ID;Titel\n1;Kostnad 500 €", null)]
    [InlineData(1252, "ID;Ägare;Kostnad\n1;Bo;500 €\n2;Bo;600 €\n3;Bo;700 €", null)]
    [InlineData(1252, "ID;Ansvarig\n1;Miloš Horvat", null)]
    [InlineData(1252, "ID;Titel\n1;Škoda", null)]
    [InlineData(1252, "ID;Titel\n1;Vi avvaktar…", null)]
    [InlineData(1252, "ID;Titel\n1;Windows™", null)]
    [InlineData(
        1252,
        "Åtgärd\nByt\u00a0lås\u00a0på\u00a0alla\u00a0dörrar\u00a0till\u00a0arkivet\u00a0i\u00a0kommunen",
        null
    )]
    [InlineData(10000, "Titel\nMöte om köp\nHöst vid sjöar", "Macintosh")]
    [InlineData(1200, "Förtroendevalda på Östersjön – nämnd", "UTF-16")]
    [InlineData(1201, "Rubrik\r\nÖ", "UTF-16")]
    public void Letters_are_read_by_the_table_that_makes_Swedish_of_them_and_that_is_told(
        int table,
        string text,
        string? told
    )
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(table) ?? Encoding.GetEncoding(table);
        // MS-DOS has no dash and no quotation marks but the straight ones.
        if (table == 850)
            text = text.Replace('–', '-');

        var read = FileText.Decode(encoding.GetBytes(text));

        Assert.Equal(text, read.Text);
        Assert.True(read.IsPlausible);
        if (told is null)
            Assert.Null(read.Guess);
        else
            Assert.StartsWith(told, read.Guess, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_letters_make_no_Swedish_is_read_and_that_is_told()
    {
        var (_, findings) = Read("Incidenter.csv", [.. "Rubrik;Typ\r\nA"u8, 0xDE, 0xDE, 0xDE, .. "b;Dataskydd\r\n"u8]);

        Assert.Contains(findings, f => f.Message.Contains("bokstäver som ser fel ut", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"Rubrik\n\";Typ;Inträffade\r\nBrand;Dataskydd;2026-01-14\r\n", 0)]
    [InlineData("\"Typ\r\n\";\"Rub\r\nrik\";Inträffade\r\nDataskydd;Brand;2026-01-14\r\n", 0)]
    [InlineData("Typ,\"Rubrik\n(kort)\n\",Rubrik,Inträffade\r\nDataskydd,,Brand,2026-01-14\r\n", 0)]
    [InlineData(
        "#TYPE Selected.System.Management.Automation.PSCustomObject\r\nRubrik,Typ,Inträffade\r\nBrand,Dataskydd,2026-01-14",
        0
    )]
    [InlineData("sep=;\r\n#TYPE System.Data.DataRow\r\nRubrik;Typ;Inträffade\r\nBrand;Dataskydd;2026-01-14", 0)]
    [InlineData("sep=|\nRubrik|Typ|Inträffade\nBrand|Dataskydd|2026-01-14\n", 0)]
    [InlineData("sep=\u0080\nRubrik;Typ;Inträffade\nBrand;Dataskydd;2026-01-14\n", 0)]
    [InlineData("sep=€\nRubrik;Typ;Inträffade\nBrand;Dataskydd;2026-01-14\n", 0)]
    [InlineData("sep=\"\nRubrik;Typ;Inträffade\nBrand;Dataskydd;2026-01-14\n", 0)]
    [InlineData("sep=x\nRubrik;Typ;Inträffade\nBrand;Dataskydd;2026-01-14\n", 0)]
    [InlineData("sep=#\nRubrik#Typ#Inträffade\nBrand#Dataskydd#2026-01-14\n", 0)]
    [InlineData("Incidenter 2026;;\r\n;;\r\nRubrik;Typ;Inträffade\r\nBrand;Dataskydd;2026-01-14\r\n", 1)]
    [InlineData("Utdrag 2026-11-30\n\"Uttaget av\nEva\"\n\nRubrik,Typ,Inträffade\nBrand,Dataskydd,2026-01-14\n", 2)]
    [InlineData("Rubrik;;Datum\nRubrik;Typ;Inträffade\nBrand;Dataskydd;2026-01-14\n", 1)]
    [InlineData("Rubrik;Typ;Inträffade\nTitle;Kind;OccurredOn\nBrand;Dataskydd;2026-01-14\n", 0)]
    [InlineData("Vad;;När\nRubrik;Typ;Inträffade\nTitle;Kind;OccurredOn\nBrand;Dataskydd;2026-01-14\n", 1)]
    public void The_header_is_found_whatever_stands_above_and_within_it(string text, int above)
    {
        var (rows, findings) = Read("Incidenter.csv", Encoding.UTF8.GetBytes(text));

        var incident = Incident.Read(
            new RowReader(Schema.List(Incident.List), Assert.Single(rows), TimeZoneInfo.Utc, [])
        );
        Assert.Equal("Brand", incident.Title);
        Assert.True(incident.Kind.Is(IncidentKind.DataProtection));
        Assert.True(incident.OccurredOn.Is(new DateOnly(2026, 1, 14)));
        Assert.Equal(above > 0, findings.Any(f => f.Message.Contains("ovanför rubrikerna", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_row_below_titles_is_told_by_the_line_that_an_editor_shows()
    {
        var (_, findings) = Read(
            "Incidenter.csv",
            "Incidenter 2026\r\n\r\nRubrik;Typ\r\nBrand;Dataskydd;för mycket\r\n"u8.ToArray()
        );

        Assert.Contains(
            findings,
            f => f.Message.Contains("på rad 4 i filen har fler celler", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Rows_whose_ids_nobody_sees_are_told_apart_by_their_place()
    {
        var (rows, _) = Read("Incidenter.csv", Encoding.UTF8.GetBytes("ID;Rubrik\n\u200b;Brand\n\u200b;Stöld\n"));
        Assert.Equal(2, rows.Select(r => r.Id).Distinct().Count());

        File.Delete(Path.Combine(folder, "Incidenter.csv"));
        (rows, _) = Read(
            "Incidenter.json",
            Encoding.UTF8.GetBytes(
                """[{"id":"\u200b","fields":{"Title":"Brand"}},{"id":"\u200b","fields":{"Title":"Stöld"}}]"""
            )
        );
        Assert.Equal(["1", "2"], rows.Select(r => r.Id));
    }

    [Fact]
    public void Decimal_commas_between_semicolons_are_numbers()
    {
        var (rows, _) = Read(
            "Utbildningar.csv",
            "Utbildning;Antal som ska gå;Antal som gått\r\nGrundkurs;612,0;431\r\n"u8.ToArray(),
            TrainingResult.List
        );

        var list = Schema.List(TrainingResult.List);
        Assert.True(TrainingResult.Read(new(list, Assert.Single(rows), TimeZoneInfo.Utc, [])).Expected.Is(612));
    }

    private (IReadOnlyList<ListRow> Rows, FileFindings Findings) Read(
        string name,
        byte[] content,
        string list = Incident.List
    )
    {
        File.WriteAllBytes(Path.Combine(folder, name), content);
        var findings = new FileFindings();
        return (RowFolder.Read(folder, Schema, findings).GetValueOrDefault(list) ?? [], findings);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
