namespace SpLg.Core.Rollup;

/// <summary>What is compared, in the order of the document.</summary>
internal static class ComparedSections
{
    private const string Count = "Antal";
    private const string Before = "Förra året";

    public static IReadOnlyList<ComparedSection> All { get; } =
    [
        new(
            EarlierActions.GroupName,
            "Tidigare beslut och åtgärder.",
            r => r.EarlierActions.Basis,
            t =>
                Share(
                    t("Klara"),
                    "Andelen klara åtgärder från tidigare år",
                    share => $"Av åtgärderna från tidigare år är {share} klara."
                ),
            Number(Count, "Antal åtgärder från tidigare år.", r => r.EarlierActions.Actions.Count),
            Figure(
                "Klara",
                "Andelen av dem som är klara.",
                r =>
                    r.EarlierActions.IsHidden
                        ? Measure.Hidden
                        : Measure.Share(r.EarlierActions.Done, r.EarlierActions.Actions.Count)
            ),
            Figure(
                "Öppna",
                "Antal som varken är klara eller avslutade utan åtgärd.",
                r => r.EarlierActions.IsHidden ? Measure.Hidden : Measure.Of(r.EarlierActions.Open)
            )
        ),
        new(
            Incidents.GroupName,
            "Incidenter.",
            r => r.Incidents.Basis,
            t =>
                $"Sammanlagt har {Counted(t(Count), "incident", "incidenter")} rapporterats{Against(t(Count), t(Before))}.",
            Figure(Count, "Antal incidenter i år.", r => Measure.Of(r.Incidents.Now.Rows.Count)),
            Figure(
                Before,
                "Antal förra året.",
                r => r.Incidents.Before is { } before ? Measure.Of(before.Rows.Count) : Measure.Missing
            ),
            new("Utveckling", "Antalet mot förra året i ord.", null, f => f(Count).Trend(f(Before), Polarity.Neutral)),
            Figure(
                "Allvarliga",
                "Antal med allvarlighetsgraden Hög eller Kritisk.",
                r =>
                    Measure.Total([
                        .. r
                            .Incidents.BySeverity.Where(s =>
                                s.Name == Choice.Text(Severity.High) || s.Name == Choice.Text(Severity.Critical)
                            )
                            .Select(s => Measure.Of(s.Counted)),
                    ])
            ),
            Figure(
                "Personuppgiftsincidenter",
                "Antal som rörde personuppgifter.",
                r => Measure.Of(r.Incidents.Now.DataBreaches)
            ),
            Figure(
                "Anmälda till IMY",
                "Antal som anmälts till Integritetsskyddsmyndigheten.",
                r => Measure.Of(r.Incidents.Now.ReportedToImy)
            ),
            Figure(
                "Betydande",
                "Antal betydande incidenter enligt cybersäkerhetslagen.",
                r => Measure.Of(r.Incidents.Now.Significant)
            )
        ),
        new(
            FollowedUpEvents.GroupName,
            "Förra årets oönskade händelser.",
            r => r.FollowedUpEvents.Basis,
            t =>
                Share(
                    t("Följs"),
                    "Andelen oönskade händelser där arbetssättet följs",
                    share => $"Av förra årets bedömda oönskade händelser följs arbetssättet för {share}."
                ),
            Number(
                Count,
                "Antal oönskade händelser i förra årets analys.",
                r => r.FollowedUpEvents.Events.Count is var count && count == 0 ? null : count
            ),
            Figure("Följs", "Andelen där arbetssättet följs, av de bedömda.", Followed),
            Figure("Följs delvis", "Antal där arbetssättet följs delvis.", r => Assessed(r, Assessment.PartlyFollowed)),
            Figure("Följs inte", "Antal där arbetssättet inte följs.", r => Assessed(r, Assessment.NotFollowed))
        ),
        new(
            InternalControls.GroupName,
            "Intern kontroll.",
            r => r.InternalControls.Basis,
            t =>
                Share(
                    t("Utan väsentliga avvikelser"),
                    "Andelen kontroller utan väsentliga avvikelser",
                    share => $"Av årets kontroller i den interna kontrollen är {share} utan väsentliga avvikelser."
                ),
            Number(Count, "Antal kontroller i år.", r => r.InternalControls.Rows.Count),
            Figure(
                "Utan väsentliga avvikelser",
                "Andelen utan väsentliga avvikelser, av dem som har ett resultat.",
                r =>
                    Measure.Share(
                        Controlled(r, ControlResult.NoDeviations),
                        r.InternalControls.Rows.Count(c => c.Result.Value is not null),
                        r.InternalControls.Rows.Count(c => c.Result.Value is null)
                    )
            ),
            Figure(
                "Med avvikelser",
                "Antal med avvikelser.",
                r => Having(r.InternalControls.Rows, c => c.Result, ControlResult.Deviations)
            ),
            Figure(
                "Ej genomförda",
                "Antal som inte har genomförts.",
                r => Having(r.InternalControls.Rows, c => c.Result, ControlResult.NotPerformed)
            )
        ),
        new(
            Trainings.GroupName,
            "Utbildningar.",
            r => r.Trainings.Basis,
            t =>
                Share(
                    t("Har gått"),
                    "Andelen som har gått en utbildning",
                    share => $"Av dem som ska gå en utbildning har {share} gjort det."
                ),
            Number(Count, "Antal utbildningar i år.", r => r.Trainings.Courses.Count),
            Figure("Har gått", "Andelen som har gått, av dem som ska gå.", Trained)
        ),
        new(
            Audits.GroupName,
            "Revisioner och tillsyn.",
            r => r.Audits.Basis,
            t =>
                $"Sammanlagt är {Counted(t(Count), "revision eller tillsyn redovisad", "revisioner och tillsyner redovisade")}.",
            Number(Count, "Antal revisioner och tillsyner i år.", r => r.Audits.Rows.Count),
            Figure("Avslutade", "Antal som är avslutade.", r => Measure.Of(r.Audits.Closed))
        ),
        new(
            DpoReport.GroupName,
            "Dataskyddsombudets rekommendationer.",
            r => r.DpoReport.Basis,
            t =>
                $"Dataskyddsombuden har gett {Counted(t(Count), "rekommendation", "rekommendationer")}, varav {t("Obesvarade")} utan svar.",
            Number(Count, "Antal rekommendationer.", r => r.DpoReport.Rows.Count),
            Figure("Allvarliga", "Antal med allvar 3 eller 4.", r => Measure.Of(r.DpoReport.Severe)),
            Figure(
                "Obesvarade",
                "Antal som organisationen inte har svarat på.",
                r => Measure.Of(r.DpoReport.Unanswered)
            )
        ),
        new(
            Position.GroupName,
            "Informationssäkerhetsläget: tio kontrollpunkter per informationsbehandling.",
            r => r.Position.Basis,
            t =>
                Share(
                    t("Uppfyllda kontrollpunkter"),
                    "Andelen uppfyllda kontrollpunkter",
                    share => $"Av de tio kontrollpunkterna för varje behandling är {share} uppfyllda."
                ),
            Number(Count, "Antal informationsbehandlingar.", r => r.Position.Rows.Count),
            Figure(
                "Uppfyllda kontrollpunkter",
                "Andelen kontrollpunkter i ordning över alla behandlingar, av dem som har uppgift.",
                r =>
                    r.Position.Points.Any(p => p.IsHidden)
                        ? Measure.Hidden
                        : Measure.Share(
                            r.Position.Points.Sum(p => p.InOrder),
                            r.Position.Points.Sum(p => p.InOrder + p.Gaps),
                            r.Position.Points.Sum(p => p.Unknown)
                        )
            ),
            Figure(
                "Utan brist",
                "Antal behandlingar där alla tio kontrollpunkter är i ordning.",
                r => Measure.Of(r.Position.WithoutGap)
            ),
            Figure(
                "Gula",
                "Summan av öppna punkter som uppfylls delvis.",
                r => Points(r, 8, a => a.Activity.OpenPartly.Value)
            ),
            Figure(
                "Röda",
                "Summan av öppna punkter som inte uppfylls.",
                r => Points(r, 9, a => a.Activity.OpenNot.Value)
            )
        ),
        new(
            Procurements.GroupName,
            "Upphandlingar.",
            r => r.Procurements.Basis,
            t =>
                Share(
                    t("Klartecken i tid"),
                    "Andelen upphandlingar med klartecken före annonseringen",
                    share =>
                        $"Av de annonserade upphandlingar som kräver klartecken fick {share} det före annonseringen."
                ),
            Number(Count, "Antal upphandlingar i år.", r => r.Procurements.Rows.Count),
            Number("Annonserade", "Antal annonserade som kräver klartecken.", r => r.Procurements.Gated),
            Figure(
                "Klartecken i tid",
                "Andelen av dem som fick klartecken före annonseringen.",
                r =>
                    Measure.Share(
                        r.Procurements.Cleared,
                        r.Procurements.Rows.Count(p => p.InTime is not null),
                        r.Procurements.NotJudged.Count
                    )
            )
        ),
        new(
            Risks.GroupName,
            "Oönskade händelser i årets analys.",
            r => r.Risks.Basis,
            t => $"Årets analyser tar upp {Counted(t(Count), "oönskad händelse", "oönskade händelser")}.",
            Number(Count, "Antal oönskade händelser i årets analys.", r => r.Risks.Events.Count)
        ),
        new(
            Plan.GroupName,
            "Åtgärder i planen.",
            r => r.Plan.Basis,
            t => $"Planerna innehåller {Counted(t(Count), "åtgärd", "åtgärder")}, varav {t("Nästa år")} nästa år.",
            Number(Count, "Antal åtgärder i planen.", r => r.Plan.Actions.Count),
            Figure(
                "Nästa år",
                "Antal åtgärder som är planerade för året efter genomgångens.",
                r =>
                    r.Plan.Years.Where(y => y.Year == r.Registration.Year + 1)
                        .Select(y => y.Count.Value is { } count ? Measure.Of(count) : Measure.Hidden)
                        .FirstOrDefault(Measure.Of(0))
            ),
            Number("Utan år", "Antal öppna åtgärder som inte har något planerat år.", r => r.Plan.Unplanned.Count)
        ),
        new(
            SelfAssessment.GroupName,
            "Självskattning mot standardens krav.",
            r => r.SelfAssessment.Basis,
            t =>
                Share(
                    t("Uppfyllda"),
                    "Andelen uppfyllda krav",
                    share => $"Av de besvarade kraven i självskattningen är {share} uppfyllda."
                ),
            Number(Count, "Antal krav som har skattats.", r => r.SelfAssessment.Clauses.Count),
            Figure(
                "Uppfyllda",
                "Andelen uppfyllda krav, av dem som har svar.",
                r =>
                    r.SelfAssessment.Total.IsHidden(r.SelfAssessment.Total.Now)
                        ? Measure.Hidden
                        : Measure.Share(
                            r.SelfAssessment.Total.Yes,
                            r.SelfAssessment.Total.Total - r.SelfAssessment.Total.Unanswered,
                            r.SelfAssessment.Total.Unanswered
                        )
            ),
            Figure(
                "Delvis",
                "Antal delvis uppfyllda krav.",
                r => Measure.Of(r.SelfAssessment.Total.Answers(r.SelfAssessment.Total.Now)[1])
            ),
            Figure(
                "Nej",
                "Antal krav som inte uppfylls.",
                r => Measure.Of(r.SelfAssessment.Total.Answers(r.SelfAssessment.Total.Now)[2])
            )
        ),
        new(
            NewDecisions.GroupName,
            "Årets beslut.",
            r => r.Decisions.Basis,
            t => $"Ledningarna har fattat {Counted(t(Count), "beslut", "beslut")} under året.",
            Number(Count, "Antal beslut i år.", r => r.Decisions.Rows.Count)
        ),
    ];

    private static ComparedFigure Number(string name, string description, Func<ManagementReview, decimal?> read) =>
        new(name, description, r => Measure.Of(read(r)));

    private static ComparedFigure Figure(string name, string description, Func<ManagementReview, Measure> read) =>
        new(name, description, read);

    private static Measure Followed(ManagementReview review)
    {
        if (review.FollowedUpEvents.ByAssessment.Any(t => t.Counted.Instead is not null))
            return Measure.Hidden;
        var judged = review.FollowedUpEvents.Events.Count(e =>
            e.Event.Assessment.Value is { } value && value != Assessment.NotAssessed
        );
        return Measure.Share(
            review.FollowedUpEvents.Events.Count(e => e.Event.Assessment.Is(Assessment.Followed)),
            judged,
            review.FollowedUpEvents.Events.Count - judged
        );
    }

    private static Measure Assessed(ManagementReview review, Assessment assessment) =>
        Measure.Of(review.FollowedUpEvents.ByAssessment.First(t => t.Name == Choice.Text(assessment)).Counted);

    private static Measure Points(ManagementReview review, int point, Func<PositionRow, decimal?> number) =>
        review.Position.Points[point].Sum.Text == SmallCounts.Hidden
            ? Measure.Hidden
            : Measure.Sum(review.Position.Rows, number);

    private static int Controlled(ManagementReview review, ControlResult result) =>
        review.InternalControls.Rows.Count(r => r.Result.Is(result));

    /// <summary>How many rows have this answer; those that have none that can be read are told beside it.</summary>
    private static Measure Having<TRow, TChoice>(
        IReadOnlyCollection<TRow> rows,
        Func<TRow, Entry<TChoice>> choice,
        TChoice answer
    )
        where TChoice : struct, Enum =>
        Measure.Sum(
            rows,
            r =>
                choice(r).Value is { } value
                    ? value.Equals(answer)
                        ? 1
                        : 0
                    : null
        );

    /// <summary>Groups too small to be shown are in no review's sum, and so not here either.</summary>
    private static Measure Trained(ManagementReview review)
    {
        var known = review
            .Trainings.Rows.Where(r => r is { Expected.Value: not null, Completed.Value: not null })
            .ToList();
        return Measure.Share(
            known.Sum(r => r.Completed.Value!.Value),
            known.Sum(r => r.Expected.Value!.Value),
            review.Trainings.Total.Unknown
        );
    }

    /// <summary>A number with its noun, in the middle of a sentence.</summary>
    private static string Counted(Measure measure, string one, string many) =>
        measure.IsWhole ? Swedish.Count((int)measure.Number, one, many) : $"{measure} {many}";

    /// <param name="what">What the share is of, for when there is none.</param>
    private static string Share(Measure share, string what, Func<Measure, string> say) =>
        share is { State: MeasureState.Known, Whole: > 0 } ? say(share) : $"{what} går inte att räkna samman: {share}.";

    private static string Against(Measure now, Measure before) =>
        now.IsWhole && before.IsWhole ? $" ({Trend.AfterNumber(Trend.OfCount(now.OfYear, before.OfYear))})" : "";
}
