using JuryBot.Domain.Awards;
using JuryBot.Domain.Documents;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Awards;

public sealed class ForgettingRecords
{
    private static readonly DateTimeOffset Later = Noon.AddYears(5);

    [Fact]
    public void Papers_of_what_was_acquired_outlive_an_erasure_and_letters_do_not()
    {
        IssuedDocument[] papers = [Paper(DocumentKind.Certificate), Paper(DocumentKind.AwardLetter), Paper(DocumentKind.Parchment)];
        var acquired = New().Decided("1", title: false) with { Documents = [.. papers] };
        Assert.Equal([papers[0], papers[2]], acquired.Erase(Later).Now().Documents);
        Assert.Empty((New().Proposed("1", true) with { Documents = [.. papers] }).Erase(Later).Now().Documents);
    }

    [Fact]
    public void Reasons_of_one_sitting_are_forgotten_in_all_it_said_and_those_of_others_stay()
    {
        var record = New() with
        {
            Awards = [new Award(AwardOutcome.Partial, "one", Noon, "Non."), new Award(AwardOutcome.Partial, "two", Noon, "Pas encore.")],
            Appearances = [new Appearance("one", "2021", Noon, Presence.Present, "Malade."), new Appearance("two", "2022", Noon, Presence.Present, "Absente.")],
        };
        var forgotten = record.ForgetReasons("one").Now();
        Assert.Equal([null, "Pas encore."], forgotten.Awards.Select(award => award.Reason));
        Assert.Equal([null, "Absente."], forgotten.Appearances.Select(appearance => appearance.LateReason));
        Assert.Same(forgotten, forgotten.ForgetReasons("one").Now());

        // The letters on what it decided say them too.
        IssuedDocument Letter(string sitting) => Paper(DocumentKind.AwardLetter) with { Subject = sitting };
        var lettered = record with { Documents = [Letter("one"), Letter("two"), Paper(DocumentKind.Certificate)] };
        Assert.Equal([Letter("two"), Paper(DocumentKind.Certificate)], lettered.ForgetReasons("one").Now().Documents);
    }

    private static IssuedDocument Paper(DocumentKind kind) => new(kind, "", "fr", new string('a', 64), "says this", Noon, "coordinator");
}
