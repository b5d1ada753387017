using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Season.Full;

/// <summary>The next promotion's jury, after the registration has ended: it hears those who come again, for what they have not acquired.</summary>
internal sealed class SecondFinalJury() : SeasonStep("Second final jury", Outside, Later, Reasoned, Kept, TitleAlone, ByAnother, HeardAtLast, Owed)
{
    private const string Outside = "a jury outside the registration refused without a written reason", Later = "later than N+1 refused without a written reason", Reasoned = "held outside the registration, and later than N+1, with its reason",
        Kept = "acquired blocks kept: only the missing one is judged", TitleAlone = "5 blocks acquired before: the title decided at N+1, no block judged again", ByAnother = "an annulled decision taken anew by another jury",
        HeardAtLast = "the candidate of the irregular panel heard by another jury", Owed = "coordinators reminded by mail, a month before, of the three months to transmit titles";

    private const string Reason = "Session de rattrapage : candidats entrés pendant l'enregistrement, dont le parcours a été prolongé.";
    private static readonly JuryCall Call = new(null, new(2027, 9, 13), new(2027, 9, 24), Play.Promotion + 1);

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast) = (season.Office, season.Cast);
        IReadOnlyList<string> heard = [.. new[] { cast.Revoked, cast.Absent, cast.Returning, cast.Unheard }.Select(cast.IdOf)];
        var (outside, later) = (await RuleAsync(Call), await RuleAsync(Call with { From = new(2027, 7, 12), To = new(2027, 7, 16) }));
        season.Saw(Outside, outside == "JuryOutsideRegistrationNeedsReason", outside);
        season.Saw(Later, later == "LaterThanNextPromotion", later);

        await RemindAsync(season, ct);
        var (session, sittings) = await season.ConveneAsync(Call with { Reason = Reason }, heard, ct);
        foreach (var sitting in sittings)
        {
            var day = await season.ComeAsync(sitting, cast.SecondVerdicts, ct);
            await day.Day.OpenAsync(null, ct);
            foreach (var candidate in day.Day.Exams)
            {
                List<string> judged = [];
                await day.GradeAsync(candidate, ct);
                await day.Day.DeliberateAsync(candidate, () =>
                {
                    judged = [.. day.Cards.Find(day.Day.Chair, "deliberation.decide", candidate)!.Value.Action.Inputs.Select(i => i.Id).Where(id => id.StartsWith("b.", StringComparison.Ordinal))];
                    return new Dictionary<string, string>();
                }, ct);
                if (candidate == cast.IdOf(cast.Returning))
                {
                    season.Saw(Kept, judged is ["b.5"], string.Join(", ", judged));
                }
                else if (candidate == cast.IdOf(cast.Absent))
                {
                    SeasonOffice.Check(judged.Count == 0, "Acquired blocks were judged again.");
                }
            }

            await office.ClosedAsync(sitting, ct);
        }

        await office.PublishAsync(sittings, ct);
        await office.Clock.UntilAsync("the titles published", async () => (await Task.WhenAll(heard.Select(c => season.RecordAsync(c, ct)))).All(r => r["award"]?["published"]?.GetValue<bool>() == true), ct);
        season.Saw(TitleAlone, await TitleAsync(cast.Absent));
        season.Saw(ByAnother, await TitleAsync(cast.Revoked));
        season.Saw(HeardAtLast, await TitleAsync(cast.Unheard));
        season.Saw(Reasoned, (await office.Api.GetAsync(office.Coordinator, session, ct))!["reason"]!.ToString() == Reason && await TitleAsync(cast.Returning));

        async Task<string> RuleAsync(JuryCall call) =>
            await office.Api.RefusedAsync(office.Coordinator, HttpMethod.Put, SeasonOffice.NewSession(), call.ToRequest([cast.IdOf(cast.Returning)], await office.RoomsAsync(ct)), ct);

        async Task<bool> TitleAsync(Person candidate) => (await season.RecordAsync(cast.IdOf(candidate), ct))["award"]?["outcome"]?.ToString() == "title";
    }

    // A month before the three months are over.
    private static async Task RemindAsync(FullSeason season, CancellationToken ct)
    {
        var office = season.Office;
        var published = DateTimeOffset.Parse((await office.SittingAsync(season.Final.Sittings[0], ct))["publishedAt"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        SeasonOffice.Check(!office.Tenant.Organisation.Coordinators.Any(Reminded), "Somebody was reminded too early.");
        await office.Clock.MoveAsync(published.AddMonths(2), ct);
        await office.Clock.UntilAsync("the reminders", () => office.Tenant.Organisation.Coordinators.All(Reminded), ct);
        season.Saw(Owed, office.Tenant.Clock.GetUtcNow() < published.AddMonths(3).AddDays(-7));

        bool Reminded(Person coordinator) => office.Tenant.Mailboxes.Inbox(coordinator.Mail).Any(mail => mail.Html.Contains("L6113-8", StringComparison.Ordinal));
    }
}
