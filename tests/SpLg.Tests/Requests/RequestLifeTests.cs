namespace SpLg.Tests.Requests;

/// <summary>
/// A request through random sequences of what people set and type, of faults and of kills: the table's own steps and
/// answers, with the work itself played. Told here too is what really has been made, examined and published.
/// </summary>
public sealed class RequestLifeTests(ITestOutputHelper output)
{
    private const string Approver = "chef@exempel.se";

    private static readonly string?[] Statuses = [null, .. Choice.Texts<ReviewStatus>(), "Något annat"];

    [Fact]
    public void Whatever_people_set_and_type_the_request_comes_to_rest_where_it_really_is()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var life = 0; life < 400; life++)
        {
            var row = new Row(random);
            for (var act = 0; act < 12; act++)
            {
                row.Act();
                row.Work();
                row.CheckRest();
            }
        }
    }

    /// <summary>Rows that random acts have found wanting, or that a person would come by first.</summary>
    [Theory]
    [InlineData("Begärd, För fastställande, Fastställd!, Uppdatering begärd, Avbruten", "Publicerad")]
    [InlineData("Begärd, För fastställande, Fastställd", "För fastställande")]
    [InlineData("Begärd, För fastställande, Fastställd!, Avbruten", "Publicerad")]
    [InlineData("Begärd, Fastställd!", "Utkast klart")]
    [InlineData("Begärd, För fastställande, Utkast klart, Fastställd!", "Utkast klart")]
    [InlineData("Publicerad", "Förbereds")]
    public void A_person_finds_the_request_where_it_is(string acts, string rest)
    {
        var row = new Row(random: null);
        foreach (var act in acts.Split(", "))
        {
            row.Set(act.TrimEnd('!'), act.EndsWith('!') ? Approver : "isa@exempel.se");
            row.Work();
            row.CheckRest();
        }

        Assert.Equal(rest, row.Status);
    }

    /// <param name="random">Null lets everything go well.</param>
    private sealed class Row(Random? random)
    {
        /// <summary>More than any answer and any work that follows it need.</summary>
        private const int MostSteps = 12;

        private readonly List<RequestVersion> versions = [];
        private readonly List<string> story = [];
        private Dictionary<string, string?> cells = new(StringComparer.Ordinal) { ["Year"] = "2026" };
        private bool hasDraft;
        private bool isExamined;
        private bool isPublished;

        public string? Status => cells.GetValueOrDefault("Status");

        private RequestState State => RequestState.Of(RequestRow.Of([.. cells.Select(c => (c.Key, c.Value))]));

        private RequestHistory History => new(versions);

        /// <summary>Somebody sets a status, and now and then types in the columns beside it.</summary>
        public void Act()
        {
            var typed = new Dictionary<string, string?>(StringComparer.Ordinal);
            if (random!.Next(5) > 0)
                typed["Status"] = Any(Statuses);
            if (random.Next(4) == 0)
                typed["Handled"] = Any(Statuses);
            if (random.Next(8) == 0)
                typed["RunId"] = Any([null, "worker/1-2"]);
            if (random.Next(8) == 0)
                typed["ApprovedOn"] = Any([null, "2026-03-01T00:00:00Z"]);
            if (random.Next(3) == 0)
                typed["WithdrawalReason"] = "Fel i texten.";
            if (random.Next(8) == 0)
                typed["RegistryNumber"] = $"{random.Next()}";
            Write(typed, Any(["isa@exempel.se", Approver])!);
        }

        public void Set(string status, string who) => Write(new() { ["Status"] = status }, who);

        /// <summary>The worker looks until there is nothing more to do.</summary>
        public void Work()
        {
            for (var step = 0; TryStep(); step++)
                Assert.True(step < MostSteps, $"It never comes to rest:\n{Told}");
        }

        public void CheckRest()
        {
            var (state, status) = (State, State.Status ?? ReviewStatus.Preparing);
            Assert.True(
                cells.GetValueOrDefault("RunId") is null || status == ReviewStatus.Failed,
                $"A run is left:\n{Told}"
            );
            Assert.True(
                status == ReviewStatus.Failed || status == state.Last,
                $"What was dealt with is {state.Last}:\n{Told}"
            );
            Assert.True(status != ReviewStatus.Published || isPublished, $"Nothing is published:\n{Told}");
            Assert.True(status != ReviewStatus.Withdrawn || !isPublished, $"It is still published:\n{Told}");
            Assert.True(status != ReviewStatus.ForApproval || isExamined, $"Nothing was examined:\n{Told}");
        }

        private string Told => string.Join('\n', story);

        /// <returns>False when nothing was to be done.</returns>
        private bool TryStep()
        {
            var state = State;
            switch (state.Step)
            {
                case RequestStep.Acknowledge:
                    return Answer(StatusAnswer.Noted(state, History));
                case RequestStep.PutBack:
                case RequestStep.PutBackTyped when History.IsTyped(state):
                    return Answer(StatusAnswer.PutBack(state, History));
                case RequestStep.PrepareTyped when History.IsUnanswered:
                    return Answer(StatusAnswer.ExaminedAgain);
                default:
                    if (StatusTable.WorkOf(state.Step) is not { } work)
                        return false;
                    // As the worker does: what has begun to be withdrawn is withdrawn.
                    if (state.Step != RequestStep.Withdraw && state.RunId is null && History.HasBegunToWithdraw)
                        return Answer(StatusAnswer.PutBack(state, History));
                    Do(work);
                    return true;
            }
        }

        private void Do(WorkRule work)
        {
            var taken = new RequestChange { RunId = new("worker/1-1"), Status = work.During };
            Answer(taken with { LastRunOn = At(versions.Count + 1) });
            // Killed: another run takes it up.
            if (random?.Next(6) == 0)
                return;
            var (state, history) = (State, History);
            var isFaulty = random?.Next(5) == 0;
            switch (work.Step)
            {
                case RequestStep.MakeDraft when !isFaulty:
                    (hasDraft, isExamined) = (true, false);
                    End(work.Done, new());
                    break;
                case RequestStep.Prepare when !isFaulty && hasDraft:
                    isExamined = true;
                    End(work.Done, new());
                    break;
                case RequestStep.Publish when !isFaulty:
                    Publish(work, state, history);
                    break;
                case RequestStep.Withdraw when !isFaulty:
                    Withdraw(work, state, history);
                    break;
                default:
                    Fail(work, state, history, new SiteFaultException("x"));
                    break;
            }
        }

        private void Publish(WorkRule work, RequestState state, RequestHistory history)
        {
            var request = RequestRow.Of([.. cells.Select(c => (c.Key, c.Value))]);
            var verdict = ApprovalCheck.Of(request, history, [Approver], TimeZoneInfo.Utc);
            if (verdict.Approval is not { } approval)
            {
                var refused = StatusAnswer.Refused(verdict, state, history, [Approver]);
                End(new(refused.Status!.Value, refused.Handled), refused);
                return;
            }
            Assert.Equal(Approver, approval.Email);
            if (verdict.HandOver is null || random?.Next(5) == 0)
            {
                Fail(work, state, history, new DraftChangedException("x"));
                return;
            }
            Assert.True(isExamined || isPublished, $"What was never examined is published:\n{Told}");
            isPublished = true;
            End(work.Done, new() { ApprovedOn = new(approval.On) });
        }

        private void Withdraw(WorkRule work, RequestState state, RequestHistory history)
        {
            if (!history.IsOut || history.AskedToWithdraw is null || history.WithdrawalReason is null)
            {
                var back = StatusAnswer.NotWithdrawn("x", state, history);
                End(new(back.Status!.Value, back.Handled), back);
                return;
            }
            Assert.True(isPublished, $"What is not published is withdrawn:\n{Told}");
            isPublished = false;
            End(work.Done, new() { WithdrawalReason = new(null) });
        }

        private void Fail(WorkRule work, RequestState state, RequestHistory history, Exception fault)
        {
            var wasPublished = state.Last == ReviewStatus.Published && history.Last(state) == state.Last;
            End(work.After(fault, wasPublished), new());
        }

        private void End(RequestEnd end, RequestChange told) =>
            Answer(
                told with
                {
                    Status = end.Status,
                    Handled = end.Handled,
                    RunId = new(null),
                    ApprovedOn = StatusTable.Of(end.Status).EmptiesApproval ? new(null) : told.ApprovedOn,
                }
            );

        private bool Answer(RequestChange change)
        {
            Write(
                change.Columns().ToDictionary(c => c.Key, c => Text(c.Value), StringComparer.Ordinal),
                application: true
            );
            return true;
        }

        private void Write(Dictionary<string, string?> changed, string? person = null, bool application = false)
        {
            cells = new(cells, StringComparer.Ordinal);
            foreach (var (name, text) in changed)
                cells[name] = text;
            var number = versions.Count + 1;
            story.Add(
                $"{number} {(application ? "SpLg" : person)}: {string.Join(", ", changed.Select(c => $"{c.Key} {c.Value}"))}"
            );
            versions.Insert(
                0,
                new(
                    $"{number}.0",
                    At(number),
                    new(person ?? "SpLg", person, person, application),
                    RequestRow.Of([.. cells.Select(c => (c.Key, c.Value))])
                )
            );
        }

        private T Any<T>(IReadOnlyList<T> of) => of[random!.Next(of.Count)];

        private static DateTimeOffset At(int number) =>
            new DateTimeOffset(
                year: 2026,
                month: 3,
                day: 1,
                hour: 8,
                minute: 0,
                second: 0,
                offset: TimeSpan.Zero
            ).AddMinutes(number);

        private static string? Text(object? value) =>
            value switch
            {
                DateOnly day => $"{day:yyyy-MM-dd}T00:00:00Z",
                DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                _ => value?.ToString(),
            };
    }
}
