using System.Net;
using System.Text.RegularExpressions;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>A juror and a candidate without an account: everything they do, they do on the pages behind the links in their mails.</summary>
internal sealed partial class PeopleOutside() : SeasonStep("Intermediate jury, block 4", Convocations, Sheets, Minutes, Outcome, Assessment)
{
    private const string Convocations = "people without an account read their convocations on their pages", Sheets = "a juror without an account hands in sheets on their page",
        Minutes = "a juror without an account acknowledges the minutes on their page, with a reservation", Outcome = "a candidate without an account reads the outcome on their page",
        Assessment = "a candidate without an account asks for their assessment and gets it by mail";

    private const string Reserved = "Le temps de parole m'a paru court.";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast) = (season.Office, season.Cast);
        using var page = new PersonalPage(office.Tenant);
        var juror = office.Tenant.Organisation.Jurors.Single(j => !j.HasAccount);
        var id = (await office.Api.GetAsync(office.Coordinator, "api/people", ct))!.AsArray().Single(p => p!["mail"]!.ToString() == juror.Mail)!["id"]!.ToString();
        var (_, sittings) = await season.ConveneAsync(GroupWork.Call(cast), cast.HeardFor("4"), ct, outside: id);

        await office.Clock.UntilAsync("the convocations by mail", () => page.Mailed(juror, "convocation").Count > 0 && page.Mailed(cast.Outside, "convocation").Count > 0, ct);
        var (theirs, own) = (await ReadAsync(page.Mailed(juror, "convocation")[0]), await ReadAsync(page.Mailed(cast.Outside, "convocation")[0]));
        season.Saw(Convocations, theirs.Contains(juror.LastName, StringComparison.Ordinal) && own.Contains("pièce d'identité", StringComparison.Ordinal), own);

        foreach (var sitting in sittings)
        {
            var day = await season.ComeAsync(sitting, cast.FirstVerdicts, ct);
            await day.Day.OpenAsync(null, ct);
            var sits = day.Day.Panel.Any(m => m.Id == id);
            if (sits)
            {
                await office.Clock.UntilAsync("the sheets by mail", () => page.Mailed(juror, "sheet").Count >= day.Day.Exams.Count, ct);
            }

            foreach (var candidate in day.Day.Exams)
            {
                if (sits)
                {
                    await SubmitAsync(candidate);
                    season.Saw(Sheets, (await day.ExamAsync(candidate, ct))["sheets"]!.AsArray().Any(s => s!["person"]!.ToString() == id && s["submitted"]!.GetValue<bool>()));
                }

                await day.HearAsync(candidate, ct);
            }

            await office.ClosedAsync(sitting, ct);
            if (sits)
            {
                await AcknowledgeAsync(sitting);
            }
        }

        await office.PublishAsync(sittings, ct);
        await ReadOutcomeAsync();

        async Task SubmitAsync(string candidate)
        {
            var person = office.Tenant.Organisation.Find(office.Mails[candidate])!;
            foreach (var link in page.Mailed(juror, "sheet"))
            {
                var html = await page.GetAsync(link, ct);
                if (Heading().Match(WebUtility.HtmlDecode(html)).Groups[1].Value == person.Name)
                {
                    var form = PersonalPage.Fields(html).Where(f => f.StartsWith("j.", StringComparison.Ordinal)).ToDictionary(f => f, f => cast.FirstVerdicts.Passes(person.Mail, f[2..].Split('.')[0]) ? "acquired" : "notAcquired");
                    foreach (var criterion in form.Where(f => f.Value != "acquired").Select(f => f.Key[2..]).ToList())
                    {
                        form[$"t.{criterion}"] = "Des points restent à consolider.";
                    }

                    form["do"] = "submit";
                    form["seen"] = PersonalPage.Hidden(html, "seen");
                    await page.PostAsync(link, form, ct);
                    return;
                }
            }

            throw new SandboxException($"No page of {juror.Name}'s is the sheet for {person.Name}.");
        }

        async Task AcknowledgeAsync(string sitting)
        {
            await office.Clock.UntilAsync("the minutes by mail", () => page.Mailed(juror, "minutes").Count > 0, ct);
            var link = page.Mailed(juror, "minutes")[0];
            await page.PostAsync(link, new Dictionary<string, string> { ["do"] = "acknowledge", ["fingerprint"] = PersonalPage.Hidden(await page.GetAsync(link, ct), "fingerprint"), ["reservation"] = Reserved }, ct);
            var acknowledged = (await office.SittingAsync(sitting, ct))["acknowledgements"]!.AsArray();
            season.Saw(Minutes, acknowledged.Any(a => a!["person"]!.ToString() == id && a["reservation"]?.ToString() == Reserved), acknowledged);
        }

        async Task ReadOutcomeAsync()
        {
            var (candidate, link) = (cast.IdOf(cast.Outside), page.Mailed(cast.Outside, "outcome")[0]);
            var outcome = await ReadAsync(link);
            season.Saw(Outcome, outcome.Contains("sous réserve du jury de certification", StringComparison.Ordinal), outcome);
            var sitting = await season.SittingOfAsync(sittings, candidate, ct);
            await page.PostAsync(link, new Dictionary<string, string> { ["do"] = "ask" }, ct);
            SeasonOffice.Check((await season.ExamAsync(sitting, candidate, ct))["assessment"] is not null, "The candidate's request did not arrive.");
            await office.Api.PostAsync(office.Coordinator, $"api/sittings/{sitting}/assessments/{candidate}/grant", null, ct);
            await office.Clock.UntilAsync("the assessment by mail", () => office.Tenant.Mailboxes.Inbox(cast.Outside.Mail).Any(mail => mail.Subject == "Ce que le jury a écrit de votre passage"), ct);
            season.Saw(Assessment, true);
        }

        async Task<string> ReadAsync(Uri link) => WebUtility.HtmlDecode(await page.GetAsync(link, ct));
    }

    [GeneratedRegex("<h1>(.*?)</h1>")]
    private static partial Regex Heading();
}
