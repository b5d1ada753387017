using System.Text.Json.Nodes;
using JuryBot.Chat;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Features;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Employee = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>Every button × everybody × every state of the exam, by forged presses at the front door: allowed exactly where
/// <see cref="Allowed"/> says, and nothing is written where it says no.</summary>
public sealed class MatrixTests(AzuriteFixture azurite)
{
    private static readonly Certification Rncp = Certification.Rncp31168;
    private static int sittings;

    private enum Who
    {
        Chair,
        Member,
        Recused,
        Absent,
        OtherPanel,
        Candidate,
        OtherCandidate,
        Coordinator,
        Director,
        Unknown,
    }

    private enum Stage
    {
        Convened,
        Open,
        Graded,
        Deliberating,
        Prepared,
        Decided,
        Published,
    }

    // The rules of certification.md §5 and §6, once more and by themselves.
    private static bool Allowed(string verb, Who who, Stage stage) => verb switch
    {
        Verbs.OpenSitting => who == Who.Chair && stage == Stage.Convened,
        Verbs.Follow => who == Who.Chair && stage >= Stage.Open,
        Verbs.Report => who == Who.Chair && stage is >= Stage.Open and < Stage.Decided,
        Verbs.ShowSheet => (who is Who.Chair or Who.Member && stage >= Stage.Open) || who == Who.Recused,
        Verbs.SaveSheet or Verbs.SubmitSheet or Verbs.ConfirmSheet or Verbs.SendSheet => who is Who.Chair or Who.Member && stage is Stage.Open or Stage.Graded && who is Who.Chair or Who.Member,
        Verbs.Recuse => (who is Who.Chair or Who.Member && stage <= Stage.Open) || who == Who.Recused,
        Verbs.Waive => who == Who.Chair && stage == Stage.Open,
        Verbs.OpenDeliberation => who == Who.Chair && stage >= Stage.Graded,
        Verbs.ShowDecision => who == Who.Chair && stage >= Stage.Deliberating,
        Verbs.Decide => who == Who.Chair && stage is Stage.Deliberating or Stage.Prepared && who == Who.Chair,
        Verbs.ConfirmDecision => who == Who.Chair && stage == Stage.Prepared,
        Verbs.ShowMinutes or Verbs.Acknowledge => who is Who.Chair or Who.Member or Who.Recused && stage >= Stage.Decided,
        Verbs.SendConvocation => who is Who.Candidate or Who.OtherCandidate,
        // Who stepped back from one candidate, or has a link to them, still reads what the others deposited.
        Verbs.OpenDeposit => who is Who.Candidate or Who.OtherCandidate or Who.Chair or Who.Member or Who.Recused,
        Verbs.SendOutcome => who is Who.Candidate && stage == Stage.Published,
        Verbs.AskAssessment => who is Who.Candidate or Who.OtherCandidate && stage == Stage.Published,
        Verbs.Agenda => who != Who.Unknown,
        Verbs.SaveAvailability or Verbs.ShowDeclaration or Verbs.PrepareDeclaration or Verbs.SignDeclaration => false,
        // No event of these sittings was displaced.
        Verbs.AdoptMove or Verbs.RestoreEvent or Verbs.PostponeDisplaced or Verbs.KeepAlteration or Verbs.UndoAlteration => false,
        // Who was never on this jury leaves no seat.
        Verbs.ReplaceMember => false,
        // Nothing of these sittings was given up.
        Verbs.RetryProblems or Verbs.DismissProblems => false,
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "Say who may do this."),
    };

    [Fact]
    public async Task Every_button_does_for_each_person_and_state_what_the_rules_say_and_nothing_else()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        (await house.GetAsync(house.Director, "api/me")).Accepted();
        var ids = (await house.GetAsync(house.Coordinator, "api/people")).Body.AsArray().ToDictionary(p => p!["mail"]!.ToString(), p => p!["id"]!.ToString());
        var jurors = house.Organisation.Jurors.Where(j => j.HasAccount).Take(5).ToList();
        var candidates = house.Organisation.Candidates.Where(c => c.HasAccount).Take(2).ToList();
        Dictionary<Who, Employee> people = new()
        {
            [Who.Chair] = jurors[0], [Who.Member] = jurors[1], [Who.Recused] = jurors[2], [Who.Absent] = jurors[3], [Who.OtherPanel] = jurors[4],
            [Who.Candidate] = candidates[0], [Who.OtherCandidate] = candidates[1], [Who.Coordinator] = house.Coordinator, [Who.Director] = house.Director,
            [Who.Unknown] = house.Organisation.People.First(p => p.HasAccount && !ids.ContainsKey(p.Mail) && p != house.Director && p != house.Coordinator),
        };
        var store = house.App.Services.GetRequiredService<Store>();
        var record = (await store.ReadAsync(Aggregates.Candidates, ids[candidates[0].Mail]))!;
        var fingerprints = house.App.Services.GetRequiredService<MinutesFingerprint>();
        var wrong = new List<string>();
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var sitting = await KeepAsync(store, Build(stage, people, ids, record, house.Tenant.Clock.GetUtcNow()), record);
            foreach (var (verb, who) in from verb in Verbs.All from who in Enum.GetValues<Who>() select (verb, who))
            {
                var before = await HeadAsync(verb);
                var reader = await store.ReadAsync(Aggregates.People, ids.GetValueOrDefault(people[who].Mail, ""));
                var answer = await house.Tenant.Teams.SendAsync(people[who], "1", "Action.Execute", verb, null, Data(verb, sitting, ids[candidates[0].Mail], who == Who.Unknown ? "" : ids.GetValueOrDefault(people[Who.Member].Mail, ""), reader is null ? "" : fingerprints.Of(sitting, reader)));
                var (wrote, shown) = (before != await HeadAsync(verb), !Jury.IsRefusal(answer));
                var allowed = Allowed(verb, who, stage);
                if ((wrote || shown) != allowed || !answer.IsSuccess)
                {
                    wrong.Add($"{verb} by {who} when {stage}: {(allowed ? "refused" : wrote ? "written" : "shown")} {Jury.Sentence(answer)}");
                }

                if (wrote)
                {
                    sitting = await KeepAsync(store, Build(stage, people, ids, record, house.Tenant.Clock.GetUtcNow()), record);
                }
            }

            // What an earlier press decided may still be on its way into the candidate's record: only one button writes there by itself.
            async Task<long?> HeadAsync(string verb) => (verb == Verbs.SendOutcome
                ? await store.LedgerHeadAsync(Aggregates.Candidates.Table, ids[candidates[0].Mail])
                : await store.LedgerHeadAsync(Aggregates.Sittings.Table, sitting.Id))?.Sequence;
        }

        Assert.Empty(wrong);
    }

    private static JsonObject Data(string verb, Sitting sitting, string candidate, string member, string fingerprint)
    {
        var exam = sitting.Exam(candidate)!;
        var read = verb == Verbs.ConfirmDecision ? exam.Deliberation?.Prepared?.At : exam.Sheets.FirstOrDefault()?.SavedAt;
        var data = new JsonObject
        {
            ["v"] = CardTurn.CardVersion, ["verb"] = verb, ["sitting"] = sitting.Id, ["candidate"] = candidate, ["answered"] = "true", ["read"] = (read ?? sitting.Start).ToString("O"),
            ["reason"] = "Un motif.", ["what"] = "incident", ["about"] = candidate, ["member"] = verb == Verbs.ReplaceMember ? "nobody" : member, ["fingerprint"] = fingerprint, ["present"] = string.Join(',', sitting.Panel.Select(m => m.Person)), ["presence"] = "present", ["b.1"] = "acquired",
        };
        foreach (var criterion in SittingVerbs.Sheet(sitting, exam, Rncp).Criteria)
        {
            data[$"j.{criterion.Id}"] = "acquired";
        }

        return data;
    }

    // A sitting in this state, as the rules themselves bring it there.
    private static Sitting Build(Stage stage, Dictionary<Who, Employee> people, Dictionary<string, string> ids, CandidateRecord record, DateTimeOffset now)
    {
        var (chair, member, recused, absent) = (Id(Who.Chair), Id(Who.Member), Id(Who.Recused), Id(Who.Absent));
        var (candidate, other) = (Id(Who.Candidate), Id(Who.OtherCandidate));
        var start = now.AddMinutes(20);
        var sitting = new Sitting
        {
            Id = $"matrix-{Interlocked.Increment(ref sittings)}", Session = "matrix", Index = 0, Certification = Rncp.Id, Promotion = "2027", SynthesisBlock = Rncp.SynthesisBlock, Kind = JuryKind.Intermediate, Block = "1",
            Start = start, End = start.AddHours(2), Room = "room@example.org", RoomName = "Salle", Coordinator = ids.Values.First(),
            Panel = [Seat(Who.Chair, "chair"), Seat(Who.Member, "professional"), Seat(Who.Recused, "professional"), Seat(Who.Absent, "professional")],
            Exams = [Exam(candidate), Exam(other)],
        };
        sitting = sitting.With(sitting.Exam(candidate)! with { Recusals = [new Recusal(recused, "Lien.", now)] });
        if (stage == Stage.Convened)
        {
            return sitting with { Panel = sitting.Panel.ConvertAll(m => m.Person == absent ? m with { Present = false } : m) };
        }

        sitting = SittingVerbs.Open(sitting, chair, new HashSet<string> { chair, member, recused }, Rncp, start).State!;
        var good = new SheetEntry(SittingVerbs.Sheet(sitting, sitting.Exam(candidate)!, Rncp).Criteria.ToDictionary(c => c.Id, _ => "acquired"), new Dictionary<string, string>(), new Dictionary<string, string>(), [], null);
        foreach (var juror in new[] { chair, member })
        {
            sitting = (stage == Stage.Open ? SheetVerbs.Prepare(sitting, juror, candidate, good, Rncp, start) : SheetVerbs.Submit(sitting, juror, candidate, good, Rncp, start)).State!;
        }

        if (stage <= Stage.Graded)
        {
            return sitting;
        }

        sitting = DeliberationVerbs.Open(sitting, chair, candidate, Rncp, start).State!;
        if (stage == Stage.Deliberating)
        {
            return sitting;
        }

        sitting = DeliberationVerbs.Prepare(sitting, chair, candidate, new Ruling(Presence.Present, [new BlockRuling("1", true)], null, null), record, Rncp, start).State!;
        if (stage == Stage.Prepared)
        {
            return sitting;
        }

        sitting = sitting.With(sitting.Exam(other)! with { State = ExamState.Decided });
        sitting = DeliberationVerbs.Confirm(sitting, chair, candidate, start, record, Rncp, start).State!;
        return stage == Stage.Decided ? sitting : sitting with { PublishedAt = now, PublishedBy = sitting.Coordinator };

        string Id(Who who) => ids[people[who].Mail];

        Member Seat(Who who, string role) => new() { Person = Id(who), Name = people[who].Name, Mail = people[who].Mail, Role = role, External = true };

        Exam Exam(string id) => new() { Candidate = id, Name = id, Route = "initial", Start = start, End = start.AddMinutes(30) };
    }

    // Written as it is, without what its verbs would have sent.
    private static async Task<Sitting> KeepAsync(Store store, Sitting sitting, CandidateRecord record)
    {
        await store.ExecuteAsync(Aggregates.Sittings, sitting.Id, new Command("test.keep", "test"), _ => sitting);
        var told = sitting.PublishedAt is null ? record : record with { Results = record.Results.Add(new BlockResult("1", JuryKind.Intermediate, sitting.Id, BlockOutcome.Favourable, sitting.Start, null) { PublishedAt = sitting.PublishedAt }) };
        await store.ExecuteAsync(Aggregates.Candidates, record.Id, new Command("test.keep", "test"), _ => told);
        return sitting;
    }
}
