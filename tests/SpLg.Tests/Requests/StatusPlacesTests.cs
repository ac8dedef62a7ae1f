using System.Text.RegularExpressions;

namespace SpLg.Tests.Requests;

/// <summary>The places outside the code that tell of the statuses say what the table does.</summary>
public partial class StatusPlacesTests
{
    private static readonly IReadOnlyList<ReviewStatus> All = Enum.GetValues<ReviewStatus>();

    [Fact]
    public void The_table_in_the_README_names_who_sets_each_status_and_after_which()
    {
        var rows = ReadmeRows();
        Assert.Equal(All.Order(), rows.SelectMany(r => r.Statuses).Order());
        foreach (var (statuses, setter) in rows)
        {
            foreach (var status in statuses)
            {
                var rule = StatusTable.Of(status);
                Assert.StartsWith(
                    rule.Setter switch
                    {
                        StatusSetter.Person => "a person",
                        StatusSetter.Approver => "an approver",
                        _ => "the worker",
                    },
                    setter,
                    StringComparison.Ordinal
                );
                var works = Handled.Where(h => StatusTable.WorkOf(rule.Steps.Of(h)) is not null).ToList();
                var after = StatusName().Matches(setter).Select(m => Choice.TryValue<ReviewStatus>(m.Value)!.Value);
                Assert.All(after, a => Assert.Contains(a, works));
                Assert.Equal(setter.Contains("at any time", StringComparison.Ordinal), works.Count == Handled.Count);
                Assert.Equal(
                    setter.Contains("before it is published", StringComparison.Ordinal),
                    Handled
                        .Where(h => rule.Steps.Of(h) == RequestStep.PutBack)
                        .SequenceEqual([ReviewStatus.Published, ReviewStatus.Withdrawn])
                );
            }
        }
    }

    [Fact]
    public void The_column_offers_the_statuses_of_the_table_and_begins_with_the_first()
    {
        var column = Column();

        Assert.Equal(Choice.Texts<ReviewStatus>(), column.Choices);
        Assert.Equal(Choice.Text(ReviewStatus.Preparing), column.Default);
    }

    [Fact]
    public async Task The_form_of_the_local_site_offers_the_statuses_that_a_person_may_choose_now_and_no_other()
    {
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();
        foreach (var now in All)
        {
            var id = await test.RequestAsync(site, status: now);
            var offered = await OfferedAsync(test, site, id);
            Assert.Contains(Choice.Text(now), offered);
            var others = offered.Select(o => Choice.TryValue<ReviewStatus>(o)!.Value).Where(o => o != now).ToList();
            Assert.Equal(
                Buttons().Where(b => b.At.Contains(now)).Select(b => b.Sets).Distinct().Order(),
                others.Order()
            );
            Assert.All(others, o => Assert.True(CanBeSet(o, now), $"{o} at {now} would be put back."));
        }
    }

    [Fact]
    public async Task The_form_asks_for_nothing_that_the_program_fills_in_and_tells_what_it_has_filled_in()
    {
        await using var test = await TestSite.StartAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site, status: ReviewStatus.Preparing);
        await test.SetAsync(site, id, "Message", "Något att läsa.");
        var page = await FormAsync(test, site, id);
        string[] programs =
        [
            "ApprovedOn",
            "Withdrawal",
            "Document",
            "Page",
            "Findings",
            "Message",
            "RunId",
            "LastRunOn",
            "Handled",
        ];

        Assert.All(programs, c => Assert.DoesNotContain($"name=\"{c}\"", page, StringComparison.Ordinal));
        Assert.Contains("Något att läsa.", page, StringComparison.Ordinal);
        Assert.All(
            ShippedFiles.Schema().List(ReviewRequest.List).Columns,
            c =>
            {
                Assert.Equal(!programs.Contains(c.Name), c.InForms);
                Assert.False(string.IsNullOrWhiteSpace(c.Description), c.Name);
            }
        );
    }

    private static async Task<string> FormAsync(TestSite test, OpenSite site, string id)
    {
        var form = new Uri($"{site.List(ReviewRequest.List).WebUrl.AbsoluteUri}/EditForm.aspx?ID={id}");

        using var answer = await test.GetAsAsync(site, ReviewFlow.Coordinator, form);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<IReadOnlyList<string>> OfferedAsync(TestSite test, OpenSite site, string id)
    {
        var page = await FormAsync(test, site, id);
        var select = page[page.IndexOf("name=\"Status\"", StringComparison.Ordinal)..];
        return
        [
            .. Offered()
                .Matches(select[..select.IndexOf("</select>", StringComparison.Ordinal)])
                .Select(m => WebUtility.HtmlDecode(m.Groups["it"].Value))
                .Where(o => o.Length > 0),
        ];
    }

    [Fact]
    public void Each_button_sets_what_can_be_set_there()
    {
        foreach (var (sets, at) in Buttons())
        {
            foreach (var status in at)
                Assert.True(CanBeSet(sets, status), $"The button that sets {sets} at {status} would be put back.");
        }
    }

    [Fact]
    public void What_people_are_told_to_set_next_has_a_button()
    {
        var buttons = Buttons();
        foreach (var status in Handled)
            AssertButtons(status, StatusTable.Next(State(status, status)));
        // What the request tells after a fault.
        AssertButtons(ReviewStatus.Failed, string.Join(' ', StatusTable.Works.Select(w => Choice.Text(w.Again))));

        void AssertButtons(ReviewStatus at, string text) =>
            Assert.All(
                StatusName().Matches(text).Select(m => Choice.TryValue<ReviewStatus>(m.Value)!.Value),
                next =>
                    Assert.True(
                        buttons.Any(b => b.Sets == next && b.At.Contains(at)),
                        $"At {at} there is no button that sets {next}."
                    )
            );
    }

    [Fact]
    public void The_button_that_cancels_is_there_as_long_as_a_request_can_be_cancelled() =>
        Assert.Equal(
            All.Where(s => s != ReviewStatus.Cancelled && CanBeSet(ReviewStatus.Cancelled, s)),
            Buttons().Single(b => b.Sets == ReviewStatus.Cancelled).At.Order()
        );

    [Fact]
    public void The_view_of_what_is_going_on_shows_what_is_open() =>
        Assert.Equal(
            All.Where(s => StatusTable.Rules.Any(r => r.Status == s && !r.IsDone)),
            StatusesOfView("Pågående").Order()
        );

    [Fact]
    public void The_view_of_what_is_to_be_approved_shows_where_an_approver_decides() =>
        Assert.Equal(
            Handled.Where(h => StatusTable.Of(h).Setter == StatusSetter.Person && CanBeSet(ReviewStatus.Approved, h)),
            StatusesOfView("Att fastställa")
        );

    private static IReadOnlyList<ReviewStatus> Handled { get; } = [.. All.Where(s => StatusTable.Of(s).CanBeHandled)];

    /// <summary>
    /// True when a person who sees that status can set the other for something to come of it: after what was dealt with
    /// when a run rests on the status, else after something that can have been.
    /// </summary>
    private static bool CanBeSet(ReviewStatus sets, ReviewStatus at) =>
        (StatusTable.Of(at).CanBeHandled ? [at] : Handled).Any(h =>
            State(sets, h).Step is not (RequestStep.PutBack or RequestStep.PutBackTyped)
        );

    private static RequestState State(ReviewStatus status, ReviewStatus handled) =>
        new(
            Choice.Text(status),
            handled,
            RunId: null,
            LastRunOn: null,
            IsFullReview: true,
            HasApprovalDate: false,
            Year: 2026
        );

    private static ColumnSchema Column() => ShippedFiles.Schema().List(ReviewRequest.List).Column("Status");

    /// <summary>What the buttons of the column set, and at which statuses each is shown.</summary>
    private static List<(ReviewStatus Sets, IReadOnlyList<ReviewStatus> At)> Buttons()
    {
        using var formatter = JsonDocument.Parse(Column().Formatter!);
        return
        [
            .. formatter
                .RootElement.GetProperty("children")
                .EnumerateArray()
                .Where(e => e.TryGetProperty("customRowAction", out _))
                .Select(e =>
                    (
                        Choice
                            .TryValue<ReviewStatus>(
                                e.GetProperty("customRowAction")
                                    .GetProperty("actionInput")
                                    .GetProperty("Status")
                                    .GetString()!
                            )!
                            .Value,
                        (IReadOnlyList<ReviewStatus>)
                            [
                                .. ShownAt()
                                    .Matches(e.GetProperty("style").GetProperty("display").GetString()!)
                                    .Select(m => Choice.TryValue<ReviewStatus>(m.Groups["it"].Value)!.Value),
                            ]
                    )
                ),
        ];
    }

    private static IReadOnlyList<ReviewStatus> StatusesOfView(string title) =>
        [
            .. InView()
                .Matches(ShippedFiles.Schema().List(ReviewRequest.List).Views.Single(v => v.Title == title).Caml!)
                .Select(m => Choice.TryValue<ReviewStatus>(m.Groups["it"].Value)!.Value),
        ];

    private static List<(IReadOnlyList<ReviewStatus> Statuses, string Setter)> ReadmeRows()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src", "README.md"));
        return
        [
            .. text[text.IndexOf("| status | set by |", StringComparison.Ordinal)..]
                .Split('\n')
                .Skip(2)
                .TakeWhile(l => l.StartsWith('|'))
                .Select(l => l.Split('|'))
                .Select(cells =>
                    (
                        (IReadOnlyList<ReviewStatus>)
                            [
                                .. InItalics()
                                    .Matches(cells[1])
                                    .Select(m => Choice.TryValue<ReviewStatus>(m.Groups["it"].Value)!.Value),
                            ],
                        cells[2].Trim()
                    )
                ),
        ];
    }

    [GeneratedRegex("<option value=\"(?<it>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Offered();

    [GeneratedRegex(@"\*(?<it>[^*]+)\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InItalics();

    [GeneratedRegex("@currentField == '(?<it>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShownAt();

    [GeneratedRegex("<Value Type=\"Choice\">(?<it>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InView();

    [GeneratedRegex("Begärd|Utkast klart|Uppdatering begärd|För fastställande|Fastställd", RegexOptions.None, 1000)]
    private static partial Regex StatusName();
}
