using SpLg.Core.Checklists;
using SpLg.Tests.Demo;

namespace SpLg.Tests.Checklists;

public class ProcurementChecklistTests
{
    [Theory]
    [InlineData(
        "2026-03-02",
        "2026-03-09",
        true,
        "Givet",
        "Klartecken gavs den 2 mars 2026. Upphandlingen annonserades den 9 mars 2026."
    )]
    [InlineData(
        "2026-03-02",
        null,
        true,
        "Givet",
        "Klartecken gavs den 2 mars 2026. Upphandlingen är inte annonserad än."
    )]
    [InlineData(
        "2026-03-10",
        "2026-03-09",
        true,
        "Avvikelse",
        "Avvikelse: upphandlingen annonserades den 9 mars 2026 men fick klartecken först den 10 mars 2026."
    )]
    [InlineData(
        null,
        "2026-03-09",
        true,
        "Avvikelse",
        "Avvikelse: upphandlingen annonserades den 9 mars 2026 utan klartecken från samordnaren."
    )]
    [InlineData(
        null,
        null,
        true,
        "Saknas",
        "Klartecken saknas. Upphandlingen får inte annonseras förrän informationssäkerhetssamordnaren har gett klartecken."
    )]
    [InlineData(
        null,
        "2026-03-09",
        false,
        "Behövs inte",
        "Upphandlingen hanterar ingen information, så klartecken från informationssäkerhetssamordnaren behövs inte."
    )]
    [InlineData(
        "i mars",
        "2026-03-09",
        true,
        "Går inte att bedöma",
        "Det går inte att bedöma om upphandlingen fick klartecken före annonseringen: datumet för klartecken går inte att läsa (”i mars”)."
    )]
    public void The_gate_says_in_words_whether_clearance_came_before_publication(
        string? cleared,
        string? published,
        bool information,
        string state,
        string sentence
    )
    {
        var document = Of(
            Procurement([
                ("Phase", published is null ? "Kravställning" : "Annonserad"),
                ("HandlesInformation", information),
                .. Cell("ClearedOn", cleared),
                .. Cell("PublishedOn", published),
            ])
        );

        Assert.Equal(state, document.Field("Klartecken läge"));
        Assert.Equal(sentence, document.Field("Klartecken"));
    }

    [Fact]
    public void Every_phase_is_told_and_the_current_one_is_marked_in_words()
    {
        var document = Of(
            Procurement(("Phase", "Kravställning"))
                .Add("ProcurementChecks", Check("Behov", "Ja"))
                .Add("ProcurementChecks", Check("Avtal"))
        );

        Assert.Equal(
            ["Behov", "Kravställning", "Annonserad", "Utvärdering", "Avtal", "Förvaltning"],
            document.Column("Faser", "Fas")
        );
        Assert.Equal(
            ["Avklarad", "Pågår nu", "Kommande", "Kommande", "Kommande", "Kommande"],
            document.Column("Faser", "Läge")
        );
        Assert.Equal(["Behov", "Kravställning", "Avtal"], document.Column("Faser med punkter", "Fas"));
        Assert.Equal(
            [
                "Den enda kontrollpunkten är besvarad.",
                "Inga kontrollpunkter är inlagda för fasen.",
                "Den enda kontrollpunkten är obesvarad och obligatorisk.",
            ],
            document.Column("Faser med punkter", "Mening")
        );
    }

    [Fact]
    public void A_check_point_without_phase_is_not_lost()
    {
        var document = Of(
            Procurement(("Phase", "Behov")).Add("ProcurementChecks", ("Title", "Udda"), ("Procurement", "Kassasystem"))
        );

        Assert.Equal("Utan fas", document.Column("Faser med punkter", "Fas")[^1]);
        Assert.Equal(1m, document.Field("Antal obesvarade"));
    }

    [Fact]
    public void A_procurement_without_check_points_says_so_and_whose_job_it_is()
    {
        var document = Of(Procurement(("Phase", "Behov"), ("Buyer", "Björn Lidman")));

        Assert.Equal(
            "Inga kontrollpunkter är inlagda för upphandlingen. Upphandlaren, Björn Lidman, lägger in dem i "
                + "listan Kontrollpunkter tillsammans med informationssäkerhetssamordnaren.",
            document.Field("Underlag")
        );
        Assert.Empty(document.Column("Faser med punkter", "Fas"));
    }

    [Fact]
    public void What_is_left_is_what_belongs_to_this_phase_or_an_earlier_one_and_the_late_comes_first()
    {
        var document = Of(
            Procurement(
                    ("Phase", "Kravställning"),
                    ("HandlesInformation", true),
                    ("CoordinatorInvolvedOn", "2026-02-01"),
                    ("ClassifiedOn", "2026-02-01"),
                    ("ProcessorAgreement", "Ja")
                )
                .Add("ProcurementChecks", Check("Behov"))
                .Add("ProcurementChecks", Check("Kravställning", "Nej"))
                .Add("ProcurementChecks", Check("Avtal"))
        );

        Assert.Equal(
            [
                "Besvara: Punkt i Behov",
                "Ge klartecken innan upphandlingen annonseras",
                "Motivera svaret Nej: Punkt i Kravställning",
            ],
            document.Column("Kvar att göra", "Uppgift")
        );
        Assert.Equal(["Försenad", "Nu", "Nu"], document.Column("Kvar att göra", "Läge"));
    }

    [Theory]
    [InlineData("Styrsystem för vattenrening")]
    [InlineData("styrsystem  för VATTENRENING")]
    [InlineData("KFN 2026/0102")]
    [InlineData("12")]
    [InlineData("Styrsystem")]
    public void One_is_found_by_title_registry_number_row_or_the_part_of_the_title_that_only_it_has(string selection) =>
        Assert.Equal("Checklista Styrsystem för vattenrening", Assert.Single(Demo(selection)).FileName);

    [Theory]
    [InlineData("Styrsystem för vattenrening, Behov")]
    [InlineData("KFN 2026/0102; behov")]
    public void One_phase_of_one_procurement_can_be_asked_for(string selection)
    {
        var document = Assert.Single(Demo(selection));

        Assert.Equal(["Behov"], document.Column("Faser", "Fas"));
        Assert.Equal("Checklista Styrsystem för vattenrening Behov", document.FileName);
        Assert.EndsWith(", fasen Behov", document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void One_phase_of_all_can_be_asked_for() =>
        Assert.All(Demo("Avtal"), d => Assert.Equal(["Avtal"], d.Column("Faser", "Fas")));

    [Fact]
    public void All_are_those_of_the_year_and_one_that_is_named_may_be_of_another()
    {
        Assert.Equal(7, Demo(null).Count);
        Assert.Single(Demo("Kassasystem till badhusen"));
    }

    [Theory]
    [InlineData("Styrsytem för vatenrening", "Menas Styrsystem för vattenrening?")]
    [InlineData("Nix", "Det som finns är")]
    [InlineData("till", "kan betyda flera")]
    [InlineData("Månlandare", "Det som finns är")]
    public void What_is_not_found_is_told_with_what_there_is(string selection, string told) =>
        Assert.Contains(
            told,
            Assert.Throws<ChecklistSelectionException>(() => Demo(selection)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_procurements_of_the_same_title_get_files_of_their_own()
    {
        var lists = Procurement(("Phase", "Behov"))
            .Add("Procurements", ("Title", "Kassasystem"), ("Phase", "Avtal"))
            .Read();

        Assert.Equal(
            ["Checklista Kassasystem", "Checklista Kassasystem (rad 2)"],
            Made.All(lists, DocumentType.ProcurementChecklist).Select(d => d.FileName)
        );
    }

    private static IReadOnlyList<ChecklistDocument> Demo(string? selection) =>
        Made.All(DemoLists.Read([]), DocumentType.ProcurementChecklist, selection);

    private static ChecklistDocument Of(Organisation organisation) =>
        Made.One(organisation, DocumentType.ProcurementChecklist);

    private static Organisation Procurement(params (string, object)[] cells) =>
        new Organisation().Add("Procurements", [("Title", "Kassasystem"), .. cells]);

    private static (string, object)[] Cell(string column, string? value) => value is null ? [] : [(column, value)];

    private static (string, object)[] Check(string phase, string? answer = null) =>
        [
            ("Title", $"Punkt i {phase}"),
            ("Procurement", "Kassasystem"),
            ("Phase", phase),
            ("Mandatory", true),
            .. Cell("Answer", answer),
        ];
}
