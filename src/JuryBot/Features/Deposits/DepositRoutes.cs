using JuryBot.Configuration;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.People;
using JuryBot.Features.Deposits.Page;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;
using Microsoft.AspNetCore.Mvc;

namespace JuryBot.Features.Deposits;

internal static class DepositRoutes
{
    public static IServiceCollection AddDeposits(this IServiceCollection services) => services
        .AddSingleton<DepositWords>()
        .AddSingleton<DepositLinks>()
        .AddSingleton<DepositShelf>()
        .AddSingleton<TakeDeposit>()
        .AddSingleton<ReadDeposits>()
        .AddSingleton<DepositCard>()
        .AddSingleton<OfferDeposit>()
        .AddSingleton<DepositParts>()
        .AddSingleton<DepositPage>()
        .AddSingleton<DepositedPage>()
        .AddEffect<SendDepositLink, OfferDeposit>((handler, effect, delivery, cancellation) => handler.SendAsync(effect, delivery, cancellation));

    public static RouteGroupBuilder MapDeposits(this RouteGroupBuilder api, DepositSettings settings)
    {
        // Candidates and members for what is theirs, the offices for all: the verbs look at the relation.
        var deposits = api.MapGroup("/sittings/{id}/deposits");
        deposits.MapGet("", (string id, HttpContext http, ReadDeposits read) => read.ListAsync(id, http)).For()
            .WithDescription("For coordinators and directors, without the content; for a member of the panel, what they may read; for a candidate, their own.");
        deposits.MapGet("/{candidate}/{version:int}/{number:int}", (string id, string candidate, int version, int number, HttpContext http, ReadDeposits read) => read.ReadAsync(id, candidate, version, number, http)).For()
            .WithDescription("For the members who judge the candidate, and the candidate.").Hands([.. FileContent.MediaTypes]).Refuses(404, 500);
        deposits.MapPost("/{candidate}", (string id, string candidate, HttpContext http, TakeDeposit take) => take.HandleAsync(id, candidate, http))
            .For().WithDescription("For the candidate; for a coordinator on their behalf, with a reason.").Refuses(413).WithMetadata(new RequestSizeLimitAttribute(settings.LargestRequest)).AddOpenApiOperationTransformer(TakeDeposit.Describe);
        return api;
    }

    public static WebApplication MapDepositPages(this WebApplication app, DepositSettings settings)
    {
        var deposit = app.MapPersonal(DepositLinks.Deposit);
        deposit.MapRead("", (HttpContext http, DepositPage page) => page.ShowAsync(http));
        deposit.MapPost("", (HttpContext http, DepositPage page) => page.TakeAsync(http)).WithMetadata(new RequestSizeLimitAttribute(settings.LargestRequest));
        deposit.MapRead("/{version:int}/{number:int}", (int version, int number, HttpContext http, DepositPage page) => page.ReadAsync(version, number, http));
        var deposited = app.MapPersonal(DepositLinks.Reading);
        deposited.MapRead("", (HttpContext http, DepositedPage page) => page.ShowAsync(http));
        deposited.MapRead("/{candidate}/{version:int}/{number:int}", (string candidate, int version, int number, HttpContext http, DepositedPage page) => page.ReadAsync(candidate, version, number, http));
        return app;
    }
}
