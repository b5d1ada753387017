using System.Text;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Features.Sittings.Page;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph.Models.ODataErrors;

namespace JuryBot.Tests.WholeApp;

/// <summary>When, where and what to bring, for people without an account.</summary>
public sealed class ConvocationPageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_candidate_and_a_member_without_an_account_read_their_own_convocation_and_take_it_into_their_calendar()
    {
        await using var stand = await SheetStand.ConveneAsync(azurite, candidateName: "<b>Bo</b>");
        await stand.House.UntilAsync("the convocations", () => stand.Links(stand.Outside, "convocation").Count == 1 && stand.Links(stand.Stranger, "convocation").Count == 1);
        await stand.House.SettleAsync();
        Assert.Equal((1, 1), (stand.Mails(stand.Outside, "convocation"), stand.Mails(stand.Stranger, "convocation")));
        Assert.DoesNotContain(stand.House.Tenant.Mailboxes.Of(stand.House.JuryMailbox), mail => mail.Html.Contains("/deposit/", StringComparison.Ordinal) || mail.Html.Contains("/convocation/", StringComparison.Ordinal));
        var withAccount = stand.House.Organisation.Candidates.First();
        Assert.Equal(0, stand.Mails(withAccount, "convocation"));

        var candidate = await stand.Visitor.GetAsync(stand.Links(stand.Stranger, "convocation")[0]);
        var exam = (await stand.Jury.ReadAsync())["exams"].AsArray().Single(e => e!["candidate"]!.ToString() == stand.Jury.IdOf(stand.Stranger))!;
        var start = DateTimeOffset.Parse(exam["start"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture).ToOffset(TimeSpan.FromHours(2));
        Assert.Contains($"à {start:HH:mm}", candidate.Text, StringComparison.Ordinal);
        Assert.Contains("pièce d'identité", candidate.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", candidate.Html, StringComparison.Ordinal);
        foreach (var other in stand.House.Organisation.Jurors.Append(withAccount))
        {
            Assert.DoesNotContain(other.LastName, candidate.Text, StringComparison.Ordinal);
        }

        var member = await stand.Visitor.GetAsync($"{stand.Links(stand.Outside, "convocation")[0]}?lang=en");
        Assert.Contains("Candidates", member.Text, StringComparison.Ordinal);
        Assert.Contains((await stand.Jury.ChairAsync()).LastName, member.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", member.Html, StringComparison.Ordinal);

        await stand.ChangeAsync(sitting => sitting with { RoomName = "Salle 1;, au\\fond\r\nATTENDEE:mailto:evil@example.org " + new string('é', 80) });
        var file = await stand.Visitor.GetAsync($"{stand.Links(stand.Stranger, "convocation")[0]}/calendar.ics");
        Assert.StartsWith("text/calendar", file.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.All(file.Html.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', file.Html.Replace("\r\n", "", StringComparison.Ordinal));
        var lines = file.Html.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0"], lines[..2]);
        Assert.Equal(["BEGIN:VTIMEZONE", "TZID:Europe/Paris", "BEGIN:DAYLIGHT", "DTSTART:20260329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT", "END:VTIMEZONE"], lines[4..13]);
        Assert.Contains($"DTSTART;TZID=Europe/Paris:{start:yyyyMMdd'T'HHmmss}", lines);
        Assert.Contains(lines, line => line.StartsWith(@"LOCATION:Salle 1\;\, au\\fond\nATTENDEE:mailto:evil@example.org ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_not_convened_any_more_is_told_so_and_nothing_else()
    {
        await using var stand = await SheetStand.ConveneAsync(azurite);
        await stand.House.UntilAsync("the convocations", () => stand.Links(stand.Outside, "convocation").Count == 1 && stand.Links(stand.Stranger, "convocation").Count == 1);
        var room = (await stand.Jury.ReadAsync())["roomName"].ToString();
        Func<Sitting, Sitting>[] changes =
        [
            s => s with { State = SittingState.Cancelled },
            s => s with { Panel = s.Panel.RemoveAll(m => m.Person == stand.OutsideId), Exams = s.Exams.RemoveAll(e => e.Candidate == stand.Jury.IdOf(stand.Stranger)) },
        ];
        foreach (var change in changes)
        {
            Sitting? kept = null;
            await stand.ChangeAsync(sitting => change(kept = sitting));
            foreach (var link in new[] { stand.Links(stand.Outside, "convocation")[0], stand.Links(stand.Stranger, "convocation")[0] })
            {
                var page = await stand.Visitor.GetAsync(link);
                Assert.Contains("Vous n'êtes plus convoqué·e", page.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(room, page.Text, StringComparison.Ordinal);
                Assert.Equal(404, (await stand.Visitor.GetAsync($"{link}/calendar.ics")).Status);
            }

            await stand.ChangeAsync(_ => kept!);
        }
    }

    [Fact]
    public async Task Who_has_a_link_but_no_mail_after_a_failure_gets_one_at_the_next_attempt()
    {
        await using var stand = await SheetStand.ConveneAsync(azurite);
        await stand.House.UntilAsync("the convocations", () => stand.Links(stand.Outside, "convocation").Count == 1 && stand.Links(stand.Stranger, "convocation").Count == 1);
        await stand.House.SettleAsync();
        var (mail, links) = (stand.House.App.Services.GetRequiredService<MailConvocation>(), stand.House.App.Services.GetRequiredService<PersonalLinks>());
        // Longer than before, so that new links are needed.
        await stand.ChangeAsync(sitting => sitting with { End = sitting.End.AddDays(1) });
        var store = stand.House.App.Services.GetRequiredService<Store>();
        var sitting = (await store.ReadAsync(Aggregates.Sittings, stand.Jury.Sitting))!;

        // Their address takes no mail until it is mended. No copy of what leads to a page is in the juries' mailbox.
        foreach (var (reader, id) in new[] { (stand.Stranger, stand.Jury.IdOf(stand.Stranger)), (stand.Outside, stand.OutsideId) })
        {
            var attempts = new Attempts(mail, sitting, id);
            await AddressAsync(id, "nowhere");
            await Assert.ThrowsAsync<ODataError>(() => attempts.NextAsync());
            Assert.Equal((1, sitting.End), (stand.Mails(reader, "convocation"), await LinkedAsync(id)));
            await AddressAsync(id, reader.Mail);
            await attempts.NextAsync();
            await attempts.NextAsync();
            await new Attempts(mail, sitting, id).NextAsync();
            Assert.Equal(2, stand.Mails(reader, "convocation"));
            Assert.Equal(200, (await stand.Visitor.GetAsync(stand.Links(reader, "convocation")[0])).Status);
        }

        Assert.DoesNotContain(stand.House.Tenant.Mailboxes.Of(stand.House.JuryMailbox), kept => kept.Html.Contains("/convocation/", StringComparison.Ordinal) || kept.Html.Contains("/declaration/", StringComparison.Ordinal));

        async Task<DateTimeOffset?> LinkedAsync(string person) => await links.ExpiryAsync(person, "convocation", sitting.Id, CancellationToken.None) - TimeSpan.FromDays(7);

        async Task AddressAsync(string id, string address) =>
            await store.ExecuteAsync(Aggregates.People, id, new Command("test.address", "test"), known => Decision<Person>.Accept(known! with { Mail = address }));
    }

    /// <summary>One delivery, attempted again and again with the progress it kept.</summary>
    private sealed class Attempts(MailConvocation mail, Sitting sitting, string person)
    {
        private string? progress;
        private int attempt;

        public Task NextAsync() => mail.ToAsync(sitting, person, new Delivery(new Cause("Sittings", sitting.Id, "x", 1, 0), ++attempt, progress, (text, _) =>
        {
            progress = text;
            return Task.CompletedTask;
        }), CancellationToken.None);
    }
}
