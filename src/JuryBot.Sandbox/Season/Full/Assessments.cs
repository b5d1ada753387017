namespace JuryBot.Sandbox.Season.Full;

/// <summary>A candidate asks in Teams to see what the jury wrote; the coordination lets them.</summary>
internal sealed class Assessments() : SeasonStep("Assessments", Shown)
{
    private const string Shown = "a candidate asks in Teams to see their assessment, and gets it once the coordination grants it";

    public override async Task LiveAsync(FullSeason season, CancellationToken ct)
    {
        var (office, cast, candidate) = (season.Office, season.Cast, season.Cast.IdOf(season.Cast.Laureate));
        var sitting = await season.SittingOfAsync(season.Final.Sittings, candidate, ct);
        var cards = new JuryCards(office.Tenant, sitting);
        await office.Tenant.Teams.SayAsync(cast.Laureate, "mes évaluations", ct);
        await office.Clock.UntilAsync("what can be asked for", () => cards.Find(cast.Laureate, "assessment.ask") is not null, ct);
        await cards.TryAsync(cast.Laureate, "assessment.ask", null, null, ct);
        SeasonOffice.Check((await season.ExamAsync(sitting, candidate, ct))["assessment"] is not null, "The candidate's request did not arrive.");
        SeasonOffice.Check(!Written(), "An assessment was shown before it was granted.");
        await office.Api.PostAsync(office.Coordinator, $"api/sittings/{sitting}/assessments/{candidate}/grant", null, ct);
        await office.Clock.UntilAsync("the assessment", Written, ct);
        season.Saw(Shown, true);

        bool Written() => office.Tenant.Chats.Cards(cast.Laureate).Any(message => message.Card!.Json["speak"]?.ToString() == "Ce que le jury a écrit de votre passage");
    }
}
