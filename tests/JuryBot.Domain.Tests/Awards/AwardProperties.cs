using System.Text.Json;
using CsCheck;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Transmissions;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

/// <summary>What holds after any verbs in any order.</summary>
public sealed class AwardProperties
{
    private static readonly Gen<string> Blocks = Gen.OneOf(AllBlocks);
    private static readonly Gen<string> Sittings = Gen.OneOf("a", "b", "c", "d");

    private static readonly Gen<Verb> Verbs = Gen.Frequency<Verb>(
        (4, from block in Blocks from sitting in Sittings from favourable in Gen.Bool
            select new Verb("propose", (record, at) => record.Propose(Rncp, block, sitting, favourable, at))),
        (6, from ruling in Rulings() select new Verb("decide", (record, at) => record.Decide(Rncp, ruling(record, at)))),
        (4, from sitting in Sittings select new Verb("publish", (record, at) => record.Publish(sitting, at))),
        (1, from block in Blocks from reason in Reasons() select new Verb("annul", (record, at) => record.AnnulBlock(block, "director", reason, at))),
        (1, from reason in Reasons() select new Verb("annul", (record, at) => record.AnnulAward("director", reason, at))),
        (1, from sitting in Sittings from reason in Reasons()
            select new Verb("annul", (record, at) => record.AnnulSitting(sitting, "director", reason, at))),
        (1, from blocks in Gen.OneOf<string[]?>(null, null, ["1", "2"], ["5"])
            select new Verb("enroll", (record, _) => CandidateVerbs.Enroll(record, Rncp, Camille with { BlockAccess = blocks }))));

    [Fact]
    public void Whatever_happens_the_record_stays_true()
    {
        var titles = 0;
        Verbs.List[1, 40].Sample(
            verbs =>
            {
                var (record, at) = (New(), Noon);
                foreach (var verb in verbs)
                {
                    at = at.AddMinutes(1);
                    var decision = verb.Run(record, at);
                    if (decision.Refusal is null)
                    {
                        Follows(record, decision, verb.Name);
                        IsTrue(decision.Now());
                        record = decision.Now();
                    }
                }

                if (record.Award?.Outcome == AwardOutcome.Title)
                {
                    Interlocked.Increment(ref titles);
                }
            },
            iter: 4_000);
        Assert.True(titles > 100, $"Only {titles} stories ended with a title: the verbs drawn no longer lead there.");
    }

    /// <summary>What one verb may do to a record.</summary>
    private static void Follows(CandidateRecord before, Decision<CandidateRecord> decision, string verb)
    {
        var after = decision.Now();
        var annuls = verb == "annul";
        Grows(before.Results, after.Results, (was, now) => now with { PublishedAt = was.PublishedAt, Annulled = was.Annulled } == was
            && Once(was.PublishedAt, now.PublishedAt) && Once(was.Annulled, now.Annulled) && (annuls || was.Annulled == now.Annulled));
        Grows(before.Awards, after.Awards, (was, now) => now with { PublishedAt = was.PublishedAt, Annulled = was.Annulled } == was
            && Once(was.PublishedAt, now.PublishedAt) && Once(was.Annulled, now.Annulled) && (annuls || was.Annulled == now.Annulled));
        Grows(before.Appearances, after.Appearances, (was, now) => now with { Annulled = was.Annulled } == was && (annuls || was == now));
        Grows(before.Certificates, after.Certificates, (was, now) => now with { Annulled = was.Annulled } == was && (annuls || was == now));
        if (!annuls)
        {
            Assert.All(AllBlocks, block => Assert.True(before.StateOf(block) < BlockState.Acquired || after.StateOf(block) >= before.StateOf(block)));
            Assert.True(before.Award?.Outcome != AwardOutcome.Title || after.Award?.Outcome == AwardOutcome.Title);
        }

        Assert.All(decision.Effects.Where(effect => effect is not (IndexAward or ForgetBirth)), effect => Assert.True(
            after.OutcomesOf(Assert.IsType<TellOutcomes>(effect).Sitting) is { Results.Count: > 0 } or { Award: not null }));
        Assert.Equal(before.Award is { Outcome: AwardOutcome.Title, PublishedAt: not null } && after.Award?.Outcome != AwardOutcome.Title ? 1 : 0, decision.Effects.Count(effect => effect is ForgetBirth));
        Assert.Equal(before.RegisterEntries().SequenceEqual(after.RegisterEntries()) ? 0 : 1, decision.Effects.Count(effect => effect is IndexAward));
        Assert.Equal(before.RegisterEntries().Select(entry => entry.Number), after.RegisterEntries().Select(entry => entry.Number).Where(before.RegisterEntries().Select(entry => entry.Number).Contains));
        Assert.True(verb is "publish" or "annul" || decision.Effects.Count == 0);
    }

    /// <summary>What holds of any record.</summary>
    private static void IsTrue(CandidateRecord record)
    {
        if (record.Overall(Rncp) == OverallState.Title)
        {
            Assert.All(AllBlocks, block => Assert.True(record.StateOf(block) >= BlockState.Acquired));
            Assert.True(record.HasAppeared);
            Assert.Contains(record.Appearances, appearance => appearance.Sitting == record.Award!.Sitting && appearance.Annulled is null);
        }

        Assert.True(record.Awards.Count(award => award is { Outcome: AwardOutcome.Title, Annulled: null }) <= 1);
        Assert.All(AllBlocks, block => Assert.True(record.Results.Count(result => result is { Outcome: BlockOutcome.Acquired, Annulled: null } && result.Block == block) <= 1));
        Assert.DoesNotContain(record.Results, result => result.Kind == JuryKind.Intermediate && result.Block == Rncp.SynthesisBlock);
        Assert.Distinct(record.RegisterEntries().Select(entry => entry.Number));
        Assert.All(record.Certificates.Where(certificate => certificate.Annulled is null), certificate =>
            Assert.Contains(record.Results, result => result.Block == certificate.Block
                && result is { Outcome: BlockOutcome.Acquired, Annulled: null, PublishedAt: not null }));
        Assert.All(record.Results.Where(result => result.Kind == JuryKind.Final), result =>
            Assert.Contains(record.Appearances, appearance => appearance.Sitting == result.Sitting));
        var written = JsonSerializer.Serialize(record);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<CandidateRecord>(written)));
    }

    private static void Grows<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, T, bool> follows)
    {
        Assert.True(before.Count <= after.Count);
        Assert.All(before.Zip(after), pair => Assert.True(follows(pair.First, pair.Second)));
    }

    private static bool Once<T>(T was, T now) => was is null || was.Equals(now);

    private static Gen<string> Reasons() => Gen.OneOf("Erreur", "Fraude", " ");

    /// <summary>Rulings that often acquire everything, sometimes without reasons, and sometimes ask for a title that cannot be.</summary>
    private static Gen<Func<CandidateRecord, DateTimeOffset, FinalRuling>> Rulings() =>
        from sitting in Sittings
        from presence in Gen.Frequency((4, Gen.Const(Presence.Present)), (1, Gen.Const(Presence.Absent)))
        from generous in Gen.Bool
        from acquired in Gen.Bool.Array[5]
        from reason in Gen.OneOf("Vu.", "Vu.", null)
        from title in Gen.OneOf<TitleRuling?>([new TitleRuling(true), new TitleRuling(true), new TitleRuling(false), new TitleRuling(false, "Non."), null])
        select new Func<CandidateRecord, DateTimeOffset, FinalRuling>((record, at) => new(
            sitting,
            at,
            "2020-2021",
            presence,
            [.. record.BlocksToDecide(Rncp).Select(block => new BlockRuling(block, generous || acquired[Array.IndexOf(AllBlocks, block)], reason))],
            title));

    private sealed record Verb(string Name, Func<CandidateRecord, DateTimeOffset, Decision<CandidateRecord>> Run);
}
