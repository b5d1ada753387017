using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Domain.Certifications;
using JuryBot.Sandbox.People;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>An example registration is marked on every screen and document (certification §1): everything that everybody gets or can read of a jury held
/// under one says so, by whatever door, and nothing does of a jury under an official one.</summary>
public sealed partial class FictitiousTests(AzuriteFixture azurite)
{
    /// <summary>Answers that are of no jury and no record; what belongs to a page that another answer marks; and what says which registrations are examples.</summary>
    [GeneratedRegex(@"^api/(me|people|rooms|parked|health|settings|certifications|(documents/)?templates(/.*)?|(sessions|sittings|candidates)/[^/]+/(availability|conflicts|declarations|deposits|documents( .*)?|substitutes/.*|exams/[^/]+/sheets)|accrochage/[^/]+/birth)$")]
    private static partial Regex Unmarked();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_that_anybody_gets_or_reads_of_a_jury_is_marked_under_an_example_registration_and_nothing_under_another(bool fictitious)
    {
        await using var stand = await SheetStand.ConveneAsync(azurite, new() { ["Organisation:Registrations:0:Fictitious"] = $"{fictitious}" });
        var (house, jury, visitor) = (stand.House, stand.Jury, stand.Visitor);
        var (wrong, seen) = (new List<string>(), new Dictionary<string, int>());
        await AskAsync(stand);
        await house.UntilAsync("the convocation", () => stand.Links(stand.Outside, "convocation").Count == 1);
        var deposited = (await visitor.PostAsync(stand.Links(stand.Outside, "convocation")[0], [new("do", "deposit")])).Headers["Location"].Split('?')[0].Trim('/');
        await OpenAllAsync();
        await OpenAsync(deposited);
        var calendar = await visitor.GetAsync($"{stand.Links(stand.Outside, "convocation")[0]}/calendar.ics");
        await stand.OpenAsync();
        await stand.CloseAsync();
        (await jury.PublishAsync()).Accepted();
        await AwardAsync(stand);
        await house.UntilAsync("the outcome", () => stand.Links(stand.Stranger, "outcome").Count == 1);
        await house.UntilAsync("the minutes", () => stand.Links(stand.Outside, "minutes").Count == 1);
        await house.SettleAsync();

        var panel = await jury.PanelAsync();
        var view = new EveryView(stand, panel[0].Id, new Dictionary<string, Person?>
        {
            ["coordinator"] = house.Coordinator, ["director"] = house.Director, ["chair"] = await jury.ChairAsync(), ["outside"] = stand.Outside,
            ["candidate"] = house.Organisation.Candidates.First(), ["stranger"] = stand.Stranger,
        });
        foreach (var ((reader, question), answer) in await view.ReadAsync())
        {
            if (question.StartsWith("api/", StringComparison.Ordinal) && answer.StartsWith("200 ", StringComparison.Ordinal) && !Unmarked().IsMatch(question) && !IsEmpty(question, answer))
            {
                Look("answer", $"{reader} {question}", IsMarked(question, answer[4..]));
            }

            // The certification itself says of each of its registrations what it is.
            Assert.DoesNotContain(fictitious ? "\"fictitious\":false" : "\"fictitious\":true", question == "api/certifications" ? "" : answer, StringComparison.Ordinal);
        }

        await house.SettleAsync();
        foreach (var person in house.Organisation.People)
        {
            foreach (var card in house.Tenant.Chats.Cards(person).Select(message => message.Card!.Json.ToJsonString()).Where(OfJury))
            {
                Look("card", $"{person.Name} {card}", Mark().IsMatch(card));
            }

            foreach (var mail in house.Tenant.Mailboxes.Inbox(person.Mail).Where(mail => mail.From == house.JuryMailbox && mail.EventId is null))
            {
                Look("mail", $"{person.Name} {mail.Subject}", Mark().IsMatch(mail.Html));
            }

            foreach (var item in house.Tenant.Calendars.All(person.Mail).Where(item => item.ByJuryBot))
            {
                Look("event", $"{person.Name} {item.Subject}", Mark().IsMatch(item.BodyHtml));
            }
        }

        await OpenAllAsync();
        Look("file", "calendar.ics", Mark().IsMatch(calendar.Text));
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Equal(Purposes(house), seen.Keys.Where(kind => kind.StartsWith("page ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.True(seen["answer"] > 20 && seen["card"] > 10 && seen["mail"] > 5 && seen["event"] > 3, string.Join(", ", seen));

        void Look(string kind, string what, bool marked)
        {
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
            if (marked != fictitious)
            {
                wrong.Add($"{kind} {what}");
            }
        }

        async Task OpenAllAsync()
        {
            foreach (var link in house.Organisation.People.SelectMany(person => house.Tenant.Mailboxes.Inbox(person.Mail)).SelectMany(mail => Link().Matches(mail.Html)).Select(match => match.Groups[1].Value).Distinct())
            {
                await OpenAsync(link);
            }
        }

        async Task OpenAsync(string link)
        {
            if (await visitor.GetAsync(link) is { Status: 200 } page)
            {
                Look($"page {link.Split('/')[0]}", link, Mark().IsMatch(page.Text));
                Look("English page", link, Mark().IsMatch((await visitor.GetAsync($"{link}?lang=en")).Text));
            }
        }
    }

    [Fact]
    public async Task The_form_of_a_session_has_the_words_of_the_sheet_on_the_synthesis_block_as_it_is_set()
    {
        await using var house = await House.StartAsync(azurite, settings: new() { ["Organisation:SynthesisBlock"] = "1" });
        var certification = (await house.GetAsync(house.Coordinator, "api/certifications")).Accepted().Body.AsArray().Single()!;
        Assert.Equal(("1", Certification.Rncp31168.Synthesis.Quotation.Fr), (certification["synthesisBlock"]!.ToString(), certification["synthesisQuotation"]!.ToString()));
        Assert.Equal([false, true], certification["registrations"]!.AsArray().Select(registration => (bool)registration!["fictitious"]!));
    }

    // A document says it in its own property, a list in each of its rows, a file in words.
    private static bool IsMarked(string question, string answer) => answer[0] switch
    {
        _ when question.EndsWith("/export", StringComparison.Ordinal) => Mark().IsMatch(answer),
        '{' when JsonNode.Parse(answer)!.AsObject() is var document => (bool?)document["fictitious"] == true,
        '[' when JsonNode.Parse(answer)!.AsArray() is var rows => rows.Count > 0 && rows.All(row => (bool?)row!["fictitious"] == true),
        _ => Mark().IsMatch(answer),
    };

    // A file of headings alone has nothing to mark.
    private static bool IsEmpty(string question, string answer) => question.EndsWith(".csv", StringComparison.Ordinal) && !answer.TrimEnd().Contains('\n', StringComparison.Ordinal);

    // A greeting and an empty list are of no jury.
    private static bool OfJury(string card) => !card.Contains("\"JuryBot \\u2014 ", StringComparison.Ordinal) && !Nothing().IsMatch(card);

    private static async Task AskAsync(SheetStand stand)
    {
        var (house, session) = (stand.House, $"api/sessions/{Guid.NewGuid():N}");
        var rooms = (await house.GetAsync(house.Coordinator, "api/rooms")).Body.AsArray().Select(room => room!["mail"]!.ToString());
        (await house.PutAsync(house.Coordinator, session, Jury.Request("2", [stand.Jury.IdOf(stand.Stranger)], rooms, day: 19))).Accepted();
        var jurors = (await house.GetAsync(house.Coordinator, $"{session}/availability"))["jurors"].AsArray().Select(juror => (JsonNode)juror!["person"]!.ToString());
        (await house.PostAsync(house.Coordinator, $"{session}/availability/asks", new JsonObject { ["people"] = new JsonArray([.. jurors]) })).Accepted();
    }

    // A final jury has awarded a title.
    private static async Task AwardAsync(SheetStand stand)
    {
        var archive = await Archive.WithRostersAsync(stand.House);
        var (candidate, held) = (stand.House.Organisation.Candidates.First(), new DateTimeOffset(2026, 9, 14, 8, 0, 0, TimeSpan.Zero));
        var session = await archive.SessionAsync("final", null, new(2026, 9, 14), "2027", candidate);
        await archive.KeepAsync(archive.Held(session, 0, held, [candidate], stand.House.Organisation.Jurors.Where(juror => juror.HasAccount).Take(5)) with { PublishedAt = held.AddDays(1), PublishedBy = "coordinator" });
        await stand.House.UntilAsync("the award", async () => (await stand.House.GetAsync(stand.House.Coordinator, "api/accrochage")).Body.AsArray().Count == 1);
    }

    private static IEnumerable<string> Purposes(House house) => Doors.Of(house).Select(door => Personal().Match(door.RoutePattern.RawText!)).Where(match => match.Success)
        .Select(match => $"page {match.Groups[1].Value}").Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("enregistrement fictif|fictitious registration|exemple fictif, sans valeur|fictitious example, of no value", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex("Aucun jury pr.{1,6}vu|No jury planned|Aucun r.{1,6}sultat n|No result is published")]
    private static partial Regex Nothing();

    [GeneratedRegex("^/?([a-z]+)/\\{token\\}")]
    private static partial Regex Personal();

    [GeneratedRegex("href=\"[^\"]*/((?:sheet|convocation|outcome|minutes|availability|declaration|deposit|deposited)/[^\"]+)\"")]
    private static partial Regex Link();
}
