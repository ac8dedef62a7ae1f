namespace SpLg.Tests.Rollup;

public sealed class RollupReviewTests
{
    [Fact]
    public void Organisations_stand_side_by_side_with_a_total()
    {
        var rollup = RollupReview.Build(
            Organisation.Year,
            [
                Of(
                    "Miljönämnden",
                    o =>
                        o.Add(4, "Incidents", ("Year", 2026), ("Severity", "Låg"), ("PersonalDataBreach", false))
                            .Add(6, "Incidents", ("Year", 2025))
                ),
                Of(
                    "Biblioteket AB",
                    o =>
                        o.Add(5, "Incidents", ("Year", 2026), ("Severity", "Hög"), ("PersonalDataBreach", true))
                            .Add(3, "Incidents", ("Year", 2025))
                ),
                Of("Älvnämnden", _ => { }),
            ],
            []
        );

        var text = FieldText.Of(RollupDocument.Fields, rollup);

        Assert.Equal(["Biblioteket AB", "Miljönämnden", "Älvnämnden"], rollup.Organisations.Select(o => o.Name));
        Assert.Contains(
            "Samlad.Mening = Tre organisationer är med: Biblioteket AB, Miljönämnden och Älvnämnden.",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\nIncidenter.Organisationer[0].Antal = 5\n", text, StringComparison.Ordinal);
        Assert.Contains("\nIncidenter.Organisationer[0].Utveckling = fler\n", text, StringComparison.Ordinal);
        Assert.Contains("\nIncidenter.Organisationer[2].Antal = uppgift saknas\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\nIncidenter.Totalt.Antal = 9 (uppgift saknas för 1\u00a0organisation)\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\nIncidenter.Totalt.Utveckling = oförändrat\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\nIncidenter.Totalt.Allvarliga = 5 (uppgift saknas för 1\u00a0organisation)\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\nIncidenter.Saknas = Underlag saknas för Älvnämnden.\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\nRevisioner.Mening = Underlag saknas för alla organisationer.\n",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_small_count_of_one_organisation_hides_the_total()
    {
        var rollup = RollupReview.Build(
            Organisation.Year,
            [
                Of(
                    "A",
                    o =>
                        o.Add(4, "Incidents", ("Year", 2026), ("PersonalDataBreach", false))
                            .Add(1, "Incidents", ("Year", 2026), ("PersonalDataBreach", true))
                ),
                Of("B", o => o.Add(8, "Incidents", ("Year", 2026), ("PersonalDataBreach", true))),
            ],
            []
        );

        Assert.Equal(
            "visas inte",
            FieldText.Of(RollupDocument.Fields, rollup, "Incidenter.Totalt.Personuppgiftsincidenter")
        );
        Assert.Equal(13m, FieldText.Of(RollupDocument.Fields, rollup, "Incidenter.Totalt.Antal"));
    }

    [Fact]
    public void Rows_that_are_not_open_are_in_no_figure_and_that_is_said()
    {
        var rollup = RollupReview.Build(
            Organisation.Year,
            [
                Of(
                    "A",
                    o =>
                        o.Add("Procurements", ("Year", 2026), ("Title", "Syns"))
                            .Add("Procurements", ("Year", 2026), ("Title", "Hemlig"), ("Publication", "Sekretess"))
                ),
            ],
            []
        );

        Assert.Equal(1m, FieldText.Of(RollupDocument.Fields, rollup, "Upphandlingar.Totalt.Antal"));
        Assert.StartsWith(
            "A: I den öppna utgåvan är en rad i underlaget utelämnad",
            (string)FieldText.Of(RollupDocument.Fields, rollup, "Upphandlingar.Utelämnat")!,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Hemlig", FieldText.Of(RollupDocument.Fields, rollup), StringComparison.Ordinal);
    }

    [Fact]
    public void Organisations_without_an_approved_review_are_named()
    {
        var rollup = RollupReview.Build(Organisation.Year, [Of("A", _ => { })], ["Ö", "B"]);

        Assert.Equal(
            "Fastställd genomgång för 2026 saknas för B och Ö. De är inte med i några siffror.",
            rollup.MissingSentence
        );
    }

    [Fact]
    public void Shares_are_of_all_together_and_sentences_say_them()
    {
        var rollup = RollupReview.Build(
            Organisation.Year,
            [
                Of(
                    "A",
                    o =>
                        o.Add(
                            1,
                            "TrainingResults",
                            ("Title", "Grund"),
                            ("Year", 2026),
                            ("Expected", 100),
                            ("Completed", 90)
                        )
                ),
                Of(
                    "B",
                    o =>
                        o.Add(
                            1,
                            "TrainingResults",
                            ("Title", "Grund"),
                            ("Year", 2026),
                            ("Expected", 300),
                            ("Completed", 30)
                        )
                ),
            ],
            []
        );

        Assert.Equal(
            "Av dem som ska gå en utbildning har 30\u00a0% (120 av 400) gjort det.",
            FieldText.Of(RollupDocument.Fields, rollup, "Utbildningar.Mening")
        );
    }

    internal static RollupOrganisation Of(string name, Action<Organisation> fill)
    {
        var organisation = new Organisation().Add(
            "Settings",
            ("Title", "Inställningar"),
            ("OrganisationName", name),
            ("OrganisationForm", "Nämnd"),
            ("CityName", "Lindö stad")
        );
        fill(organisation);
        var review = BuiltReview.Build(
            organisation.Read(),
            null,
            Organisation.Years,
            Edition.Open,
            Organisation.EndOfYear,
            []
        );
        return new(review, "Karin Ek", new(2026, 12, 1), $"{name} fastställd underlag.json", "");
    }
}
