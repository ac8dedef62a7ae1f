using SpLg.Tests.Demo;

namespace SpLg.Tests.Templates;

/// <summary>
/// The shapes of the report that are led by results and by position: other order and depth, the same review.
/// </summary>
public class ReportShapeTests
{
    public static TheoryData<string> Shapes => ["ledningens-genomgang-resultat.docx", "ledningens-genomgang-lage.docx"];

    [Theory, MemberData(nameof(Shapes))]
    public void It_has_every_section(string shape)
    {
        using var filled = new DocxExamination(ReviewTemplates.Compile(shape).Fill(DemoLists.Review()));
        var headings = string.Join('\n', filled.Headings().Select(h => h.Text));
        foreach (
            var section in (string[])
                [
                    "Sammanfattning",
                    "Syftet med genomgången",
                    "Ledningssystemet för informationssäkerhet",
                    "Uppföljning av tidigare beslut",
                    "Intressenter",
                    "ncidenter",
                    "Intern kontroll",
                    "Utbildning och kompetens",
                    "evisioner och tillsyn",
                    "Dataskyddsombudets",
                    "Mål",
                    "Informationssäkerhetsläget",
                    "Upphandlingar",
                    "Oönskade händelser",
                    "2027–2029",
                    "Beslut vid genomgången 2027",
                    "Samlad bedömning",
                    "Fastställande",
                    "Bilaga A.",
                    "Bilaga B.",
                    "Bilaga C.",
                ]
        )
            Assert.Contains(section, headings, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Every_list_of_the_demo_leaves_its_facts_in_it(string shape)
    {
        var lists = DemoLists.Read([]);
        using var filled = new DocxExamination(ReviewTemplates.Compile(shape).Fill(DemoLists.Review()));
        IEnumerable<string?> facts =
        [
            .. lists
                .ContextFactors.Where(f => f.Origin.Year.Value is 2026)
                .SelectMany(f => (string?[])[f.Title, f.Text, f.EffectOnLis]),
            .. lists
                .UndesiredEvents.Where(e => e.Origin.Year.Value is 2025)
                .SelectMany(e => (string?[])[e.Title, e.Observation, e.Recommendation]),
            .. lists.UndesiredEvents.Where(e => e.Origin.Year.Value is 2026).Select(e => e.Title),
            .. lists.GoverningDocuments.SelectMany(d => (string?[])[d.Title, d.PresentedText]),
            .. lists
                .ActionItems.Where(EarlierActions.IsOpen)
                .SelectMany(a => (string?[])[a.Title, a.PlannedYears.Contains("2025") ? null : a.Description]),
            .. lists
                .Audits.Where(a => a.Origin.Year.Value is 2026)
                .SelectMany(a => (string?[])[a.Title, a.Auditor, a.Result, a.Findings]),
            .. lists
                .DpoFindings.Where(f => f.ReportYear.Value is 2025)
                .SelectMany(f => (string?[])[f.Finding, f.Recommendation, f.OurAnswer]),
            .. lists
                .StakeholderInputs.Where(s => s.Origin.Year.Value is 2026)
                .SelectMany(s => (string?[])[s.Title, s.Expectation, s.Feedback]),
            .. lists
                .InternalControlResults.Where(c => c.Origin.Year.Value is 2026)
                .SelectMany(c => (string?[])[c.Title, c.Deviations, c.Comment]),
            .. lists.Objectives.Where(o => o.Origin.Year.Value is 2026).Select(o => o.Title),
            .. lists.Decisions.Select(d => d.Text),
            .. lists.Procurements.Where(p => p.Origin.Year.Value is 2026).Select(p => p.Title),
            .. lists
                .RequirementAssessments.Where(r => r.Origin.Year.Value is 2026)
                .SelectMany(r => (string?[])[r.Title, r.Comment, r.ProposedAction]),
        ];
        Assert.Equal([], facts.OfType<string>().Where(fact => !filled.Text.Contains(fact, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Rows_with_nothing_but_a_year_leave_no_half_sentence_and_no_empty_heading(string shape)
    {
        foreach (var (column, value) in ((string, object)[])[("Title", "Rubrik"), ("Form", "Alla")])
        {
            var organisation = new Organisation();
            foreach (var list in SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary))
            {
                foreach (var year in (int[])[2025, 2026])
                    organisation.Add(list.Name, (column, value), ("Year", year));
            }
            using var filled = new DocxExamination(ReviewTemplates.Compile(shape).Fill(organisation.Build()));
            AssertSound(filled);
            Assert.All(
                (string[])[": .", ": ,", ": ;", "()", "är 1 ", " × \n", "i  ", "är  ", "av ,", "..", " ."],
                half => Assert.DoesNotContain(half, filled.Text, StringComparison.Ordinal)
            );
            Assert.DoesNotContain(
                filled.Text.Split('\n'),
                line => line.EndsWith(": ", StringComparison.Ordinal) || line.StartsWith(". ", StringComparison.Ordinal)
            );
        }
    }

    [Theory, MemberData(nameof(Shapes))]
    public void A_company_is_not_spoken_of_as_an_administration(string shape)
    {
        var organisation = new Organisation().Add(
            "Settings",
            ("OrganisationName", "Lindö Bad AB"),
            ("OrganisationForm", "Bolag"),
            ("CityName", "Lindö stad")
        );
        using var filled = new DocxExamination(ReviewTemplates.Compile(shape).Fill(organisation.Build()));
        Assert.Contains("bolagschefen", filled.Text, StringComparison.Ordinal);
        Assert.Contains("styrelsen", filled.Text, StringComparison.Ordinal);
        Assert.All(
            (string[])["nämnd", "förvaltningschef", "örvaltningens", "örvaltningen "],
            word => Assert.DoesNotContain(word, filled.Text, StringComparison.Ordinal)
        );
    }

    private static void AssertSound(DocxExamination filled)
    {
        Assert.Empty(filled.ValidatorErrors());
        Assert.Empty(filled.HeadingFaults());
        Assert.Empty(filled.TableFaults());
        Assert.Empty(filled.FigureFaults());
        Assert.DoesNotContain("{{", filled.Text, StringComparison.Ordinal);
    }
}
