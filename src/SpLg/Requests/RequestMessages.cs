namespace SpLg.Requests;

/// <summary>What a request tells people on its way, in Swedish.</summary>
internal static class RequestMessages
{
    /// <summary>When the work begins.</summary>
    /// <param name="tries">How many times it has been tried before.</param>
    public static string Begun(WorkRule work, int tries) =>
        tries == 0
            ? work.Begun
            : $"{work.Begun} Förra gången misslyckades det. Försök {tries + 1} av {RequestWorker.MostTries}.";

    public static string Doing(RunStep step) =>
        step switch
        {
            RunStep.ReadDraft => "Utkastet och dess underlag läses.",
            RunStep.Build => "Dokumentet sätts samman.",
            RunStep.Upload => "Dokumentet läggs i biblioteket.",
            RunStep.Freeze => "Det fastställda utkastet låses.",
            RunStep.Convert => "En PDF görs av den öppna utgåvan.",
            RunStep.Publish => "Den öppna utgåvan publiceras.",
            RunStep.WritePage => "Webbsidan skrivs och publiceras.",
            RunStep.Withdraw => "Det som är publicerat tas bort.",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };

    /// <summary>What a person does with a review's draft.</summary>
    public const string DraftIsNext = "Skriv i utkastet, och sätt För fastställande när det är klart.";

    /// <param name="what">A document's or page's name.</param>
    /// <param name="next">When it is tried again, where the site is.</param>
    public static string Waiting(string what, bool isPage, DateTimeOffset next) =>
        (
            isPage
                ? $"Sidan ”{what}” är öppen hos någon, eller ändrades just."
                : $"”{what}” eller en fil som hör till är öppen hos någon, eller ändrades just."
        )
        + $" SpLg väntar och försöker igen omkring kl. {next.ToString("HH.mm", CultureInfo.InvariantCulture)}. "
        + (
            isPage
                ? "Det går fortare om sidan stängs. Är genomgången en annan än den som står där skrivs sidan sedan om i sin helhet."
                : "Det går fortare om dokumentet stängs. Inget som någon har skrivit går förlorat."
        );

    /// <param name="until">When the calls begin again, where the site is.</param>
    public static string Resting(DateTimeOffset until) =>
        "SharePoint är hårt belastat och har bett SpLg att vänta. SpLg fortsätter omkring kl. "
        + $"{until.ToString("HH.mm", CultureInfo.InvariantCulture)}.";

    /// <summary>After <see cref="Waiting"/> for a document, when it went through.</summary>
    public const string Waited = "Dokumentet var öppet hos någon under tiden. Det som har skrivits i det är kvar.";

    /// <summary>
    /// As <see cref="Waited"/> when what was approved went through: it is written over whatever stands in the published
    /// file.
    /// </summary>
    public const string WaitedToPublish =
        "Dokumentet var öppet hos någon under tiden. Det som har skrivits i det finns i dess versionshistorik.";

    public static string WaitedOf(WorkRule work, bool isPage) => isPage ? WaitedForPage : work.Waited;

    /// <summary>When a document was saved by somebody between being read and being written.</summary>
    public const string SavedMeanwhile =
        "Dokumentet sparades av någon under tiden. Det som har skrivits i det är kvar.";

    /// <summary>After <see cref="Waiting"/> for the page, when it went through.</summary>
    public const string WaitedForPage = "Sidan var öppen hos någon under tiden, och är nu publicerad.";

    /// <param name="approvers">E-mail addresses.</param>
    public static string Prepared(string library, IReadOnlyList<string> approvers, HandOverNotes notes)
    {
        string[] sentences =
        [
            $"Utkastet är lämnat för fastställande. Den öppna utgåvan, som publiceras sedan, ligger också i biblioteket {library}.",
            WhoMay(approvers),
            .. approvers.Count == 0
                ? []
                : new[]
                {
                    "Den som fastställer läser dokumenten och sätter status Fastställd. Sparar någon annan i dem "
                        + "dessförinnan behöver de läsas igen.",
                },
            .. ByHeadings(notes.Removed)
                .Select(r =>
                    $"I {r.Files} hämtas inget ur listorna under {r.Headings}, som i mallen. Sammanställningen "
                    + "mot standardens krav räknar ändå med det."
                ),
            .. ByHeadings(notes.Unwritten).Select(u => $"I {u.Files} står mallens anvisning kvar under {u.Headings}."),
            .. notes.Undecided.Count == 0 ? [] : new[] { Undecided(notes.Undecided) },
            .. notes.Unwritten.Count == 0
                ? []
                : new[]
                {
                    "Anvisningarna tas bort när genomgången fastställs, och där ingen har skrivit något står då: "
                        + $"{DraftParts.NothingWritten}",
                },
            .. notes.Gaps.IsNone ? [] : new[] { "\n" + notes.Gaps.Told() },
        ];
        return string.Join(' ', sentences);
    }

    public static string Published(Approval approval, PublishedReview published)
    {
        string[] sentences =
        [
            $"Genomgången är fastställd av {approval.Name} den {Swedish.Long(approval.On)} och publicerad.",
            $"Sidan: {published.Page.AbsoluteUri}",
            .. published.Parts.SelectMany(p =>
                new[]
                {
                    $"Word: {p.Document.AbsoluteUri}",
                    p.Pdf is null ? null : $"PDF: {p.Pdf.AbsoluteUri}",
                    p.NoPdf,
                }.OfType<string>()
            ),
            .. published.NotLeading is { } notLeading ? new[] { notLeading } : [],
            .. published.NoReaders is { } noReaders ? new[] { noReaders } : [],
        ];
        return string.Join('\n', sentences);
    }

    /// <summary>When the order was changed while it was published.</summary>
    public const string OrderRestored =
        "År, Dokumenttyp, Urval, Utgåva, Mall eller tiden för uppföljning och plan ändrades på raden under tiden och är "
        + "återställda: de säger vad som är publicerat. Beställ något annat på en egen rad.";

    /// <summary>Why a review that was said to be approved is not.</summary>
    /// <param name="now">The status it has been given back.</param>
    public static string Refused(ApprovalVerdict verdict, ReviewStatus now, IReadOnlyList<string> approvers)
    {
        var why = verdict switch
        {
            _ when approvers.Count == 0 => "Ingen får fastställa ännu.",
            { By.IsApplication: true } or { By.ApplicationId: not null } =>
                "En genomgång fastställs av en person, inte av ett program.",
            { IsOther: true } =>
                "Det som fastställdes var en annan genomgång: kolumnen År, Dokumenttyp, Urval, Utgåva, Mall "
                    + "eller någon om uppföljning och plan på raden har ändrats sedan den lämnades för fastställande.",
            { Changed: { Count: > 0 } changed } => $"Sedan den som fastställer fick läsa raden har {Changed(changed)}.",
            { IsHistoryShort: true } =>
                "Versionshistoriken på raden räcker inte tillbaka till fastställandet, så det går inte att se vem som gjorde det.",
            { By.Email: null } => "SharePoint säger inte vilken e-postadress den personen har.",
            { By.Email: { } email } when approvers.Contains(email, StringComparer.OrdinalIgnoreCase) =>
                $"En genomgång fastställs när den har status {Choice.Text(ReviewStatus.ForApproval)}; den hade "
                    + $"status {(verdict.Before is { } before ? Choice.Text(before) : "okänd")}.",
            _ => "Den personen får inte fastställa.",
        };
        var next = now switch
        {
            _ when verdict.IsOther =>
                $"Ställ tillbaka kolumnen och sätt {Choice.Text(ReviewStatus.ForApproval)} igen, eller sätt "
                    + $"{Choice.Text(ReviewStatus.UpdateRequested)} för ett utkast av det som står på raden nu.",
            _ when verdict.Changed.Count > 0 => "Läs det som står på raden nu, och rätta det som är fel. Sätt sedan "
                + $"{Choice.Text(verdict.Set ?? ReviewStatus.Approved)} igen om det ska gälla.",
            ReviewStatus.Published =>
                $"Ska genomgången göras om: sätt {Choice.Text(ReviewStatus.UpdateRequested)}, lämna utkastet för "
                    + "fastställande och låt den som får fastställa det.",
            _ => "",
        };
        var who = $"Status {Choice.Text(verdict.Set ?? ReviewStatus.Approved)} sattes av {Name(verdict.By)}.";
        return $"{who} {why} Inget har publicerats. {NowIs(now)} {WhoMay(approvers)} {next}".TrimEnd();
    }

    /// <summary>Why the status that a person set is not there any more.</summary>
    /// <param name="by">Who set it; null when the history does not tell.</param>
    /// <param name="soon">Where it is put back to when it was set too soon.</param>
    public static string PutBack(RequestState state, Author? by, TooSoon? soon = null) =>
        $"Status ”{state.StatusText ?? "tom"}” sattes av {Name(by)}. {StatusTable.WhyNot(state)} "
        + $"{NowIs(soon?.Status ?? state.Last)} {soon?.Next ?? StatusTable.Next(state)}";

    /// <summary>Why nothing has been withdrawn.</summary>
    public static string NotWithdrawn(string why, RequestState state, Author? by) =>
        $"Status {Choice.Text(ReviewStatus.Withdrawn)} sattes av {Name(by)}. {why} Inget har tagits bort. "
        + $"{NowIs(state.Last)} {StatusTable.Next(state)}";

    /// <summary>When a review was withdrawn, by whom and why.</summary>
    public static string Withdrawal(Author? by, DateOnly on, string? reason) =>
        $"Återkallad av {Name(by)} den {Swedish.Long(on)}. Skäl: {reason ?? "inget angivet"}";

    public static string Withdrawn(string withdrawal, Withdrawn withdrawn, string drafts)
    {
        string[] lines =
        [
            withdrawal,
            withdrawn.Files.Count == 0
                ? "Inga filer fanns kvar att ta bort."
                : $"Borttaget med alla versioner: {Swedish.Join([.. withdrawn.Files.Select(f => $"”{f}”")])}.",
            .. withdrawn.InBin.Count == 0
                ? []
                : new[]
                {
                    $"{Swedish.Join([.. withdrawn.InBin.Select(f => $"”{f}”")])} ligger i webbplatsens papperskorg, eftersom SpLg "
                        + "inte får ta bort dem för gott. Den som äger webbplatsen kan tömma den.",
                },
            .. withdrawn.Page is { } page
                ? new[]
                {
                    $"Sidan ”{page}” är borttagen. Den kan ligga i webbplatsens papperskorg, som den som äger webbplatsen kan tömma.",
                }
                : [],
            .. withdrawn.StillLeading is { } leading ? new[] { leading } : [],
            $"Underlaget till det som var fastställt ligger kvar i biblioteket {drafts}. "
                + StatusTable.Of(ReviewStatus.Withdrawn).Next,
        ];
        return string.Join('\n', lines);
    }

    /// <summary>As <see cref="PutBack"/> on a row that tells of a review from before the program.</summary>
    public static string OfEarlierYear(RequestState state, Author? by, ReviewStatus now) =>
        $"Status ”{state.StatusText ?? "tom"}” sattes av {Name(by)}. Raden berättar om en genomgång som gjordes utan "
        + $"SpLg, så här finns inget att fastställa eller publicera igen. {NowIs(now)} Sätt Begärd för att beställa ett utkast.";

    /// <summary>The address when the column takes it.</summary>
    public static string? Fits(Uri address) => address.AbsoluteUri is { Length: <= LongestAddress } text ? text : null;

    /// <summary>What a text column of SharePoint takes.</summary>
    private const int LongestAddress = 255;

    private static string Undecided(IReadOnlyList<UndecidedRows> undecided)
    {
        var lists = undecided.Select(u =>
            $"{u.List}: {Swedish.Count(u.Count, "rad", "rader")}{(u.View is { } view ? $", {view.AbsoluteUri}" : "")}"
        );
        return $"Ingen har valt Publicering på {Swedish.Count(undecided.Sum(u => u.Count), "rad", "rader")}. I listor "
            + "som beskriver brister räknas sådana rader "
            + "i den öppna utgåvan bara med i summorna; i övriga listor visas de utan namn. "
            + "Välj i vyn Att ta ställning till, där många rader kan väljas på en gång, och sätt sedan "
            + $"{Choice.Text(ReviewStatus.UpdateRequested)}:\n{string.Join('\n', lists)}\n";
    }

    private static IEnumerable<(string Headings, string Files)> ByHeadings(IReadOnlyList<FileHeadings> files) =>
        files
            .GroupBy(f => Swedish.Join([.. f.Headings.Select(h => $"”{h}”")]), f => $"”{f.File}”")
            .Select(g => (g.Key, Swedish.Join([.. g])));

    private static string WhoMay(IReadOnlyList<string> approvers) =>
        approvers.Count == 0
            ? "Den som sköter SpLg behöver först ange vem som får fastställa: e-postadresser i inställningen "
                + $"{Settings.SettingKeys.Approvers}."
            : $"Får fastställa: {Swedish.Join(approvers, "eller")}.";

    private static string Changed(IReadOnlyList<(string Column, Author By)> changed) =>
        Swedish.Join([
            .. changed
                .GroupBy(c => Name(c.By), c => $"”{c.Column}”")
                .Select(g => $"{g.Key} ändrat {Swedish.Join([.. g])}"),
        ]);

    private static string NowIs(ReviewStatus now) => $"Status är åter {Choice.Text(now)}.";

    private static string Name(Author? author) =>
        author switch
        {
            null => "någon",
            { IsApplication: true } or { ApplicationId: not null } => $"programmet {author.Name ?? "utan namn"}",
            _ => author.Name ?? author.Email ?? "någon",
        };
}
