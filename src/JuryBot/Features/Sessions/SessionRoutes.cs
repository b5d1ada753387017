using JuryBot.Identity;
using JuryBot.Calendars;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Domain.Exams;
using JuryBot.Storage;

namespace JuryBot.Features.Sessions;

internal static class SessionRoutes
{
    public static IServiceCollection AddSessions(this IServiceCollection services) => services
        .AddSingleton<SessionIndex>()
        .AddSingleton<SessionCandidates>()
        .AddSingleton<CreateSession>()
        .AddSingleton<AppointPresidents>()
        .AddSingleton<StartWork>()
        .AddSingleton<ReadSession>()
        .AddSingleton<Unreachable>()
        .AddSingleton<ShowRevision>()
        .AddSingleton<StartRevision>()
        .AddSingleton<DecideRevision>()
        .AddSingleton<SessionPlans>()
        .AddSingleton<TakeProposal>()
        .AddSingleton<PlannedPeople>()
        .AddSingleton<WorkOutPlan>()
        .AddSingleton<WorkOutRevision>()
        .AddSingleton<ReadBoard>()
        .AddSingleton<MoveSitting>()
        .AddEffect<ReviseSession, WorkOutRevision>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation))
        .AddEffect<ApplyNext, ApplyRevision>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation))
        .AddEffect<PlanSession, WorkOutPlan>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation))
        .AddEffect<ConveneNext, ConveneSitting>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation))
        .AddEffect<AskAppointment, AppointmentCard>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation))
        .AddEffect<IndexSession, SessionIndex>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation))
        .AddEffect<ProjectSitting, SessionProjection>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation));

    public static RouteGroupBuilder MapSessions(this RouteGroupBuilder api)
    {
        api.MapGet("/rooms", async (TenantDirectory directory, CancellationToken cancellation) => TypedResults.Ok(await directory.ListRoomsAsync(cancellation))).For(PersonRole.Coordinator);
        var sessions = api.MapGroup("/sessions");
        sessions.MapGet("", (HttpContext http, ReadSession read) => read.ListAsync(http)).For(PersonRole.Coordinator, PersonRole.Director);
        sessions.MapGet("/{id}", (string id, HttpContext http, ReadSession read) => read.GetAsync(id, http)).For(PersonRole.Coordinator, PersonRole.Director);
        sessions.MapPut("/{id}", (string id, SessionRequest request, HttpContext http, CreateSession create) => create.HandleAsync(id, request, http)).For(PersonRole.Coordinator);
        sessions.MapPost("/{id}/presidents", (string id, AppointmentRequest request, HttpContext http, AppointPresidents appoint) => appoint.HandleAsync(id, request, http)).For(PersonRole.Director);
        sessions.MapPost("/{id}/plan", (string id, HttpContext http, StartWork start) => start.PlanAsync(id, http)).For(PersonRole.Coordinator);
        sessions.MapGet("/{id}/board", (string id, HttpContext http, ReadBoard board) => board.GetAsync(id, http)).For(PersonRole.Coordinator);
        sessions.MapPost("/{id}/moves", (string id, PlanMove move, HttpContext http, MoveSitting moves) => moves.HandleAsync(id, move, http)).For(PersonRole.Coordinator);
        sessions.MapPost("/{id}/moves/undo", (string id, PlanSeen seen, HttpContext http, MoveSitting moves) => moves.UndoAsync(id, seen, http)).For(PersonRole.Coordinator);
        sessions.MapPost("/{id}/plan/choice", (string id, ProposalChoice choice, HttpContext http, TakeProposal take) => take.HandleAsync(id, choice, http)).For(PersonRole.Coordinator);
        sessions.MapPost("/{id}/convene", (string id, PlanSeen plan, HttpContext http, StartWork start) => start.ConveneAsync(id, plan, http)).For(PersonRole.Coordinator);
        sessions.MapPost("/{id}/revision", (string id, RevisionRequest request, HttpContext http, StartRevision start) => start.HandleAsync(id, request, http)).For(PersonRole.Coordinator);
        sessions.MapPost("/{id}/revision/apply", (string id, RevisionDecision decision, HttpContext http, DecideRevision decide) => decide.ApplyAsync(id, decision, http)).For(PersonRole.Coordinator);
        sessions.MapPost("/{id}/revision/discard", (string id, RevisionDecision decision, HttpContext http, DecideRevision decide) => decide.DiscardAsync(id, decision, http)).For(PersonRole.Coordinator);
        sessions.MapPost("/{id}/problems/{problem}/retry", (string id, string problem, Problems problems, CancellationToken cancellation) => problems.RetryAsync(Aggregates.Sessions.Table, id, problem, cancellation)).For(PersonRole.Coordinator);
        sessions.MapPost("/{id}/problems/{problem}/dismissal", (string id, string problem, Problems problems, HttpContext http) => problems.DismissAsync(Aggregates.Sessions.Table, id, problem, http)).For(PersonRole.Coordinator);
        sessions.MapPost("/{id}/unreachable/retry", (string id, HttpContext http, Unreachable unreachable) => unreachable.RetryAsync(id, http)).For(PersonRole.Coordinator);
        return api;
    }
}
