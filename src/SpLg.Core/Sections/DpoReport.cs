namespace SpLg.Core.Sections;

/// <summary>
/// The recommendations of the data protection officer's newest annual report that is not later than the review's year
/// and at most two years older (the report on a year comes in the year after, and a review may be written before its
/// own year has begun). A row without report year goes by its Year column.
/// </summary>
/// <param name="ReportYear">The year the report is about; null when there is no such report.</param>
/// <param name="Small">Which numbers are too small to be told.</param>
public sealed record DpoReport(SectionSource Source, int? ReportYear, IReadOnlyList<DpoFinding> Rows, SmallCounts Small)
{
    public const string GroupName = "Dataskydd";

    private static readonly FieldSet RowFields = new FieldSetBuilder<DpoFinding>()
        .Text("Rubrik", "Iakttagelsens rubrik.", r => r.Title)
        .Choice("Område", "Till exempel Registerförteckning eller Styrdokument.", r => r.Area)
        .Number("Allvar", "Allvar 1–4.", r => r.Severity)
        .Text("Allvar i ord", "Vad allvarsgraden betyder.", r => SeverityInWords(r.Severity.Value))
        .Text("Iakttagelse", "Vad ombudet har sett.", r => r.Finding)
        .Text("Rekommendation", "Vad ombudet rekommenderar.", r => r.Recommendation)
        .Text("Vårt svar", "Hur rekommendationen tas om hand.", r => r.OurAnswer)
        .YesNo("Rör informationssäkerhet", "Ja när den rör informationssäkerhet.", r => r.InformationSecurity)
        .Build();

    public static FieldSet Fields { get; } =
        SectionSource
            .Fields<DpoReport>(d => d.Source)
            .Text("Årsrapport", "Året som rapporten gäller.", d => d.ReportYear?.ToString(CultureInfo.InvariantCulture))
            .Text(
                "Rapportmening",
                "Vilket år årsrapporten gäller, hur många iakttagelser den har och hur många som är allvarliga, i ord.",
                d => d.ReportSentence
            )
            .Number("Antal", "Antal rekommendationer.", d => d.Rows.Count)
            .Count("Antal allvarliga", "Antal med allvar 3 eller 4.", d => d.Severe)
            .Text(
                "Mening",
                "Hur många rekommendationerna är, hur många som är allvarliga och hur många som rör informationssäkerhet, i ord.",
                d => d.Sentence
            )
            .List("Rader", "Alla rekommendationer, de allvarligaste först.", d => d.Rows, RowFields)
            .List(
                "Informationssäkerhet",
                "De rekommendationer som rör informationssäkerhet.",
                d => d.AboutInformationSecurity,
                RowFields
            )
            .List("Övriga", "De rekommendationer som inte är märkta så.", d => d.AboutOther, RowFields)
            .Build();

    public static Section<DpoReport> Section { get; } =
        new(GroupName, "Dataskyddsombudets rekommendationer.", () => Fields, s => Build(s.Lists, s.Years))
        {
            Texts = [new("Dataskydd", "dataskyddsombudets rekommendationer")],
            Compares = new(
                "Dataskyddsombudets rekommendationer.",
                d => d.Source,
                t =>
                    $"Dataskyddsombuden har gett {t("Antal").Counted("rekommendation", "rekommendationer")}, "
                    + $"varav {t("Obesvarade")} utan svar.",
                new("Antal", "Antal rekommendationer.", d => d.Rows.Count),
                new("Allvarliga", "Antal med allvar 3 eller 4.", d => ComparedValue.Of(d.Severe)),
                new("Obesvarade", "Antal som organisationen inte har svarat på.", d => ComparedValue.Of(d.Unanswered))
            ),
        };

    private string? Sentence
    {
        get
        {
            if (Rows.Count == 0)
                return null;
            var severe = Severe;
            var report =
                $"Rapporten ger {Swedish.InWords(Rows.Count)} {Swedish.Form(Rows.Count, "rekommendation", "rekommendationer")}.";
            if (Rows.Count == 1)
                return report;
            if (severe.IsHidden || OfSecurity.IsHidden)
                return $"{report} Hur många som är allvarliga eller rör informationssäkerhet {SmallCounts.NotShown}.";
            var aboutSecurity = Swedish.HowMany(AboutInformationSecurity.Count);
            if (severe.Known == 0)
                return $"{report} {Swedish.Sentence(aboutSecurity)} av dem rör informationssäkerhet.";
            var unknown =
                severe.Unknown == 0 ? "" : $" För {Swedish.InWords(severe.Unknown)} är allvaret inte angivet.";
            return $"{report} {Swedish.Sentence(Swedish.HowMany(severe.Count))} av dem har allvar 3 eller 4 och "
                + $"{aboutSecurity} rör informationssäkerhet.{unknown}";
        }
    }

    private IReadOnlyList<DpoFinding> AboutOther => [.. Rows.Where(r => !r.InformationSecurity.Is(true))];

    public IReadOnlyList<DpoFinding> AboutInformationSecurity => [.. Rows.Where(r => r.InformationSecurity.Is(true))];

    private string? ReportSentence
    {
        get
        {
            if (ReportYear is not { } of)
                return null;
            var first =
                $"Uppgifterna kommer ur ombudets årsrapport för {of.ToString(CultureInfo.InvariantCulture)}, som "
                + $"har {Swedish.Count(Rows.Count, "iakttagelse", "iakttagelser")}";
            return Severe.Known == 0 || Severe.IsHidden
                ? $"{first}."
                : $"{first}, varav {Swedish.HowMany(Severe.Count)} med allvar 3 eller 4. Ombudet bedömer allvaret "
                    + "från 1 (inga brister) till 4 (allvarliga brister som ska åtgärdas omgående).";
        }
    }

    /// <summary>A recommendation without an answer of ours.</summary>
    internal CountWithGaps Unanswered =>
        CountWithGaps.Of(Source.Chosen(Rows), "Vårt svar är tomt", r => r.OurAnswer is null, Small);

    internal CountWithGaps Severe =>
        CountWithGaps.Of(
            Source.Chosen(Rows),
            "Allvar är 3 eller 4",
            r => r.Severity.Value is { } severity ? severity >= 3 : null,
            Small
        );

    private CountWithGaps OfSecurity =>
        CountWithGaps.Of(
            Source.Chosen(Rows),
            "Rör informationssäkerhet är ja",
            r => r.InformationSecurity.Is(true),
            Small
        );

    public static DpoReport Build(OrganisationLists lists, ReviewYears years)
    {
        var year = years.Title;
        var byYear = lists
            .Of(DpoFinding.AsList)
            .ToLookup(f => RowOrigin.YearIn(f.ReportYear) ?? RowOrder.YearOf(f.Origin));
        int?[] reports = years.DpoReport is { } chosen ? [chosen] : [year, year - 1, year - 2];
        var report = reports.FirstOrDefault(y => byYear[y].Any());
        IReadOnlyList<DpoFinding> rows = report is null
            ? []
            :
            [
                .. byYear[report]
                    .OrderByDescending(r => r.Severity.Value ?? 0)
                    .ThenBy(r => RowOrder.ByChoice(r.Area))
                    .ThenBy(r => RowOrder.ById(r.Origin)),
            ];
        return new(
            SectionSource.Of(
                lists,
                Trace.Of(DpoFinding.AsList.Title, $"Årsrapport för år (annars År) är {report ?? reports[0]}", rows),
                lists.Of(DpoFinding.AsList).Count,
                years.DpoReport is { } asked
                    ? $"Det finns inga rekommendationer i dataskyddsombudets årsrapport för {asked}."
                    : $"Det finns inga rekommendationer i dataskyddsombudets årsrapporter för {year - 2}–{year}.",
                byYear[null].Count()
            ),
            report,
            rows,
            lists.Small
        );
    }

    private static string? SeverityInWords(decimal? severity) =>
        severity switch
        {
            4 => "allvarlig brist, åtgärdas omgående",
            3 => "omfattande brist",
            2 => "brist som bör åtgärdas",
            1 => "inga brister",
            _ => null,
        };
}
