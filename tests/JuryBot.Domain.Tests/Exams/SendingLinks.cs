using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using static JuryBot.Domain.Tests.Exams.Sample;

namespace JuryBot.Domain.Tests.Exams;

public sealed class SendingLinks
{
    [Fact]
    public void What_is_sent_anew_is_what_there_is_to_read_or_to_do_now()
    {
        var convened = Final("camille");
        Assert.Equal([new SendConvocationLink(convened.Id, "paul")], SittingVerbs.SendLinks(convened, "paul").Effects);
        Assert.Equal([new SendConvocationLink(convened.Id, "camille")], SittingVerbs.SendLinks(convened, "camille").Effects);

        var open = convened.Opened();
        Assert.Equal([new SendSheetLinks(open.Id, "paul")], SittingVerbs.SendLinks(open, "paul").Effects);
        var published = open with { State = SittingState.Closed, PublishedAt = Noon };
        Assert.Equal([new SendMinutesLink(open.Id, "paul")], SittingVerbs.SendLinks(published, "paul").Effects);
        Assert.Equal([new TellOutcomes("camille", open.Id, Channel.Mail)], SittingVerbs.SendLinks(published, "camille").Effects);
    }

    [Fact]
    public void Nothing_is_sent_to_strangers_before_the_publication_or_of_what_is_called_off()
    {
        var open = Final("camille").Opened();
        var absent = open with { Panel = open.Panel.ConvertAll(m => m with { Present = m.Person != "toni" }) };
        foreach (var (sitting, person) in new[] { (absent with { State = SittingState.Closed }, "toni"), (open, "stranger"), (open, "camille"), (open with { State = SittingState.Closed }, "camille"), (open with { State = SittingState.Cancelled }, "paul") })
        {
            Assert.Equal("NoLinkToSend", SittingVerbs.SendLinks(sitting, person).Refusal?.Rule);
        }
    }
}
