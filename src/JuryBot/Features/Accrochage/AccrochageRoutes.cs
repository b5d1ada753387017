using JuryBot.Domain.People;
using JuryBot.Domain.Transmissions;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Accrochage;

internal static class AccrochageRoutes
{
    public static IServiceCollection AddAccrochage(this IServiceCollection services) => services
        .AddSingleton<Dossiers>()
        .AddSingleton<ReadAccrochage>()
        .AddSingleton<ExportTitles>()
        .AddSingleton<ReadReceipt>()
        .AddSingleton<EnterBirth>()
        .AddEffect<ForgetBirth, EnterBirth>((handler, effect, delivery, cancellation) => handler.ForgetAsync(effect, delivery, cancellation))
        .AddEffect<RemindTransmission, RemindCoordinators>((handler, effect, delivery, cancellation) => handler.HandleAsync(effect, delivery, cancellation));

    public static RouteGroupBuilder MapAccrochage(this RouteGroupBuilder api)
    {
        api.MapGet("/accrochage", (HttpContext http, ReadAccrochage read) => read.ListAsync(http)).For(PersonRole.Coordinator, PersonRole.Director);
        api.MapPost("/accrochage/exports", (ExportRequest request, IConfiguration configuration, RefusalTexts refusals, HttpContext http, ExportTitles export) => export.PostAsync(request, configuration, refusals, http))
            .For(PersonRole.Coordinator);
        // Bearer tokens only, no cookies: no antiforgery token to ask for.
        api.MapPost("/accrochage/receipts", (IFormFile file, RefusalTexts refusals, HttpContext http, ReadReceipt read) => read.PostAsync(file, refusals, http))
            .For(PersonRole.Coordinator).Refuses(413, 422).DisableAntiforgery().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ReadReceipt.SizeLimit));
        api.MapGet("/accrochage/{id}/birth", (string id, ReadAccrochage read, CancellationToken cancellation) => read.BirthAsync(id, cancellation)).For(PersonRole.Coordinator);
        api.MapPut("/accrochage/{id}/birth", (string id, BirthForm birth, HttpContext http, EnterBirth enter) => enter.PutAsync(id, birth, http)).For(PersonRole.Coordinator).Refuses(422);
        api.MapDelete("/accrochage/{id}/birth", (string id, HttpContext http, EnterBirth enter) => enter.DeleteAsync(id, http)).For(PersonRole.Coordinator);
        return api;
    }
}
