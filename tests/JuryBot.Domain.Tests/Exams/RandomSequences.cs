namespace JuryBot.Domain.Tests.Exams;

public sealed class RandomSequences
{
    [Fact]
    public void No_sequence_of_verbs_reaches_an_illegal_state()
    {
        var report = VerbSequences.Run(3_000, 1, TestContext.Current.CancellationToken);
        Assert.True(report.Faults.Count == 0, string.Join("\n\n", report.Faults));
        Assert.True(report.Share >= 0.3, $"{report.Share:P1} accepted");
        Assert.All(report.Verbs, verb => Assert.True(verb.Value.Changed > 0 || verb.Key == "convene", $"{verb.Key} never changed anything"));
    }
}
