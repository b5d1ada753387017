using JuryBot.Features.Welcome;
using JuryBot.Storage;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Chat;

internal static class ChatServices
{
    // What Teams allows in one conversation and in one tenant. Nobody reads eight messages in three seconds: a whole second is left for what is held up on its way.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(1);
    private static readonly Pace[] InConversation =
    [
        new(7, TimeSpan.FromSeconds(1)) { Margin = OnItsWay }, new(8, TimeSpan.FromSeconds(2)) { Margin = OnItsWay }, new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1)),
    ];

    // A fan-out to a whole school lives on this one: a margin of a quarter would leave a fifth of what is allowed. Who is refused all the same, once in a thousand, comes again.
    private static readonly Lane Tenant = new(ConnectorGate.TenantLane, [new(50, TimeSpan.FromSeconds(1)) { Margin = TimeSpan.FromMilliseconds(30) }]) { Apart = TimeSpan.FromMilliseconds(16) };

    public static IServiceCollection AddChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddBot(configuration.GetSection("Bot"));
        services.AddHttpClient(ConnectorClient.HttpClientName).AddHttpMessageHandler(provider => ActivatorUtilities.CreateInstance<ConnectorGate>(provider));
        services.Configure<BotOptions>(options => options.GoesOn = Bot.GoesOn);
        services.AddOptions<ConnectorOptions>().Configure<Lanes>((options, lanes) => options.Pace = (conversation, cancellation) =>
            lanes.AcquireAsync(conversation is null ? [Tenant] : [Tenant, new(ConnectorGate.Lane(conversation), InConversation)], cancellation));
        return services
            .AddSingleton<Conversations>().AddSingleton<Heard>().AddSingleton<Features.Reach>().AddSingleton<Messenger>().AddSingleton<Verbs>()
            .AddSingleton<AgendaCard>().AddSingleton<Agenda>().AddSingleton<AgendaOnCard>().AddSingleton<CandidateCards>().AddSingleton<CandidateAnswers>().AddSingleton<WelcomeCard>()
            .AddSingleton(provider => new Commands(provider.GetRequiredService<Agenda>(), provider.GetRequiredService<CandidateAnswers>(), provider.GetRequiredService<WelcomeCard>()))
            .AddSingleton<Bot>();
    }

    public static WebApplication MapChat(this WebApplication app)
    {
        app.MapBotMessages("/api/messages", (turn, cancellation) => turn.Services.GetRequiredService<Bot>().HandleAsync(turn, cancellation)).AllowAnonymous();
        return app;
    }
}
