using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Features.Sittings.Outlook;
using JuryBot.Features.Sittings.Page;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Sittings;

internal static class SittingRoutes
{
    public static IServiceCollection AddSittings(this IServiceCollection services) => services
        .AddSingleton<ConvocationTexts>()
        .AddSingleton<ConvocationCard>()
        .AddSingleton<ResendConvocations>()
        .AddEffect<ResendConvocation, ResendConvocations>((handler, effect, delivery, cancellation) => handler.SendAsync(effect, delivery, cancellation))
        .AddSingleton<EventReading>()
        .AddSingleton<TakeAnswers>()
        .AddSingleton<WriteEvents>()
        .AddSingleton<MoveCheck>()
        .AddSingleton<DisplacedCard>()
        .AddSingleton<AlteredCard>()
        .AddSingleton<DeclineCard>()
        .AddSingleton<ReplaceOnCard>()
        .AddSingleton<DecideDisplaced>()
        .AddEffect<TellDisplaced, TellCoordinator>((handler, effect, delivery, cancellation) => handler.OfDisplacedAsync(effect, delivery, cancellation))
        .AddEffect<TellAltered, TellCoordinator>((handler, effect, delivery, cancellation) => handler.OfAlteredAsync(effect, delivery, cancellation))
        .AddEffect<TellDecline, TellCoordinator>((handler, effect, delivery, cancellation) => handler.OfDeclineAsync(effect, delivery, cancellation))
        .AddSingleton<Substitutes>()
        .AddSingleton<ReplaceMember>()
        .AddSingleton<PublishSitting>()
        .AddSingleton<EndExam>()
        .AddEffect<TellNotHeld, NotHeldNotice>((handler, effect, delivery, cancellation) => handler.SendAsync(effect, delivery, cancellation))
        .AddSingleton<SittingProblems>()
        .AddSingleton<ReadSitting>()
        .AddSingleton<ReadSeat>()
        .AddSingleton<ReadConvocation>()
        .AddSingleton<OpeningCard>()
        .AddSingleton<OpenSitting>()
        .AddSingleton<SendLinks>()
        .AddSingleton<MailConvocation>()
        .AddSingleton<ConvocationFile>()
        .AddSingleton<ConvocationForm>()
        .AddSingleton<ConvocationPage>()
        .AddEffect<SendConvocationLink, MailConvocation>((handler, effect, delivery, cancellation) => handler.AgainAsync(effect, delivery, cancellation))
        .AddEffect<SendConvocation, SendConvocations>((handler, effect, delivery, cancellation) => handler.ToJuryAsync(effect, delivery, cancellation))
        .AddEffect<UpdateConvocation, SendConvocations>((handler, effect, delivery, cancellation) => handler.UpdateAsync(effect, delivery, cancellation))
        .AddEffect<CancelConvocation, SendConvocations>((handler, effect, delivery, cancellation) => handler.CancelAsync(effect, delivery, cancellation))
        .AddEffect<WithdrawCandidate, SendConvocations>((handler, effect, delivery, cancellation) => handler.WithdrawAsync(effect, delivery, cancellation))
        .AddEffect<ConveneCandidate, SendConvocations>((handler, effect, delivery, cancellation) => handler.ToCandidateAsync(effect, delivery, cancellation))
        .AddEffect<HoldTime, SendConvocations>((handler, effect, delivery, cancellation) => handler.HoldAsync(effect, delivery, cancellation))
        .AddEffect<ReleaseTime, SendConvocations>((handler, effect, delivery, cancellation) => handler.ReleaseAsync(effect, delivery, cancellation))
        .AddEffect<ReadAnswers, TakeAnswers>((handler, effect, delivery, cancellation) => handler.OnDeadlineAsync(effect, delivery, cancellation))
        .AddEffect<OfferOpening, OpenSitting>((handler, effect, delivery, cancellation) => handler.OfferAsync(effect, delivery, cancellation));

    public static RouteGroupBuilder MapSittings(this RouteGroupBuilder api)
    {
        var sittings = api.MapGroup("/sittings/{id}");
        sittings.MapGet("", (string id, HttpContext http, ReadSitting read) => read.HandleAsync(id, http)).For(PersonRole.Coordinator, PersonRole.Director);
        // For a member of its panel: the verb looks at the relation.
        sittings.MapGet("/seat", (string id, HttpContext http, ReadSeat read) => read.HandleAsync(id, http)).For().WithDescription("For a member of its panel.");
        // For a candidate of it, likewise.
        sittings.MapGet("/convocation", (string id, HttpContext http, ReadConvocation read) => read.HandleAsync(id, http)).For().WithDescription("For a candidate of it.");
        sittings.MapPost("/refresh", (string id, HttpContext http, TakeAnswers answers) => answers.NowAsync(id, http)).For(PersonRole.Coordinator);
        sittings.MapGet("/substitutes/{person}", (string id, string person, HttpContext http, Substitutes substitutes) => substitutes.HandleAsync(id, person, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/replacements", (string id, ReplacementRequest request, HttpContext http, ReplaceMember replace) => replace.HandleAsync(id, request, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/events/adoption", (string id, AdoptionRequest request, HttpContext http, DecideDisplaced decide) => decide.AdoptAsync(id, request, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/events/restoration", (string id, RestorationRequest request, HttpContext http, DecideDisplaced decide) => decide.RestoreAsync(id, request, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/events/keeping", (string id, AlterationRequest request, HttpContext http, DecideDisplaced decide) => decide.KeepAsync(id, request, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/events/undoing", (string id, AlterationRequest request, HttpContext http, DecideDisplaced decide) => decide.UndoAsync(id, request, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/postponement", (string id, ReasonRequest request, HttpContext http, EndExam end) => end.PostponeAllAsync(id, request, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/departures", (string id, DepartureRequest request, HttpContext http, EndExam end) => end.LeaveAsync(id, request, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/exams/{candidate}/postponement", (string id, string candidate, ReasonRequest request, HttpContext http, EndExam end) => end.PostponeAsync(id, candidate, request, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/exams/{candidate}/irregularity", (string id, string candidate, ReasonRequest request, HttpContext http, EndExam end) => end.HoldAnewAsync(id, candidate, request, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/publication", (string id, HttpContext http, PublishSitting publish) => publish.HandleAsync(id, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/problems/{problem}/retry", (string id, string problem, Problems problems, CancellationToken cancellation) => problems.RetryAsync(Aggregates.Sittings.Table, id, problem, cancellation)).For(PersonRole.Coordinator);
        sittings.MapPost("/problems/{problem}/dismissal", (string id, string problem, Problems problems, HttpContext http) => problems.DismissAsync(Aggregates.Sittings.Table, id, problem, http)).For(PersonRole.Coordinator);
        sittings.MapPost("/links/{person}", (string id, string person, HttpContext http, SendLinks send) => send.HandleAsync(id, person, http)).For(PersonRole.Coordinator);
        return api;
    }

    public static WebApplication MapConvocationPage(this WebApplication app)
    {
        var convocation = app.MapPersonal(ConvocationLink.Purpose);
        convocation.MapRead("", (HttpContext http, ConvocationPage page) => page.ShowAsync(http));
        convocation.MapPost("", (HttpContext http, ConvocationPage page) => page.LeadAsync(http));
        convocation.MapRead("/calendar.ics", (HttpContext http, ConvocationPage page) => page.DownloadAsync(http));
        return app;
    }
}
