using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Identity;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Independence;

/// <summary>Declarations of independence, by juror and session. The convocation asks for them: the jury's event says how, the mail of whoever has no account
/// brings a link; « mes jurys » shows what is outstanding. A message of its own goes out only where the convocation would not do: when the coordinator says
/// so, to who had signed before candidates joined, and to everybody where declarations are required.</summary>
internal static class IndependenceRoutes
{
    public static IServiceCollection AddIndependence(this IServiceCollection services) => services
        .AddSingleton<PanelLinks>()
        .AddSingleton<SessionPanels>()
        .AddSingleton<DeclarationTexts>()
        .AddSingleton<DeclarationCard>()
        .AddSingleton<SignDeclaration>()
        .AddSingleton<DeclareOnCard>()
        .AddSingleton<DeclarationForm>()
        .AddSingleton<DeclarationPage>()
        .AddSingleton<ReadDeclarations>()
        .AddSingleton<AskDeclarations>()
        .AddEffect<AskDeclaration, AskForDeclaration>((handler, effect, delivery, cancellation) => handler.AskAsync(effect, delivery, cancellation))
        .AddEffect<SpreadDeclaration, SpreadDeclarations>((handler, effect, delivery, cancellation) => handler.SpreadAsync(effect, delivery, cancellation))
        .AddEffect<GatherDeclarations, SpreadDeclarations>((handler, effect, delivery, cancellation) => handler.GatherAsync(effect, delivery, cancellation));

    public static RouteGroupBuilder MapIndependence(this RouteGroupBuilder api)
    {
        var declarations = api.MapGroup("/sessions/{id}/declarations");
        declarations.MapGet("", (string id, HttpContext http, ReadDeclarations read) => read.HandleAsync(id, http)).For(PersonRole.Coordinator, PersonRole.Director);
        declarations.MapPost("/asks", (string id, AskDeclarationsRequest request, HttpContext http, AskDeclarations ask) => ask.HandleAsync(id, request, http)).For(PersonRole.Coordinator);
        return api;
    }

    public static WebApplication MapDeclarationPage(this WebApplication app)
    {
        var page = app.MapPersonal(DeclarationLink.Purpose);
        page.MapRead("", (HttpContext http, DeclarationPage declaration) => declaration.ShowAsync(http));
        page.MapPost("", (HttpContext http, DeclarationPage declaration) => declaration.TakeAsync(http));
        return app;
    }
}
