using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core;
using Azure.Identity;
using JuryBot.Calendars;
using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Features;
using JuryBot.Features.Accrochage;
using JuryBot.Features.AppPackage;
using JuryBot.Features.Availability;
using JuryBot.Features.Deliberating;
using JuryBot.Features.Deposits;
using JuryBot.Features.Documents;
using JuryBot.Features.Grading;
using JuryBot.Features.Independence;
using JuryBot.Features.Integrity;
using JuryBot.Features.Minutes;
using JuryBot.Features.People;
using JuryBot.Features.Planning;
using JuryBot.Features.Records;
using JuryBot.Features.Registers;
using JuryBot.Features.Reminders;
using JuryBot.Features.Rights;
using JuryBot.Features.Rosters;
using JuryBot.Features.Sessions;
using JuryBot.Features.ShownSettings;
using JuryBot.Features.Sittings;
using JuryBot.Features.Statistics;
using JuryBot.Features.Watching;
using JuryBot.Features.WebPages;
using JuryBot.Identity;
using JuryBot.Operations;
using JuryBot.Operations.Backup;
using JuryBot.Operations.Health;
using JuryBot.Operations.Web;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot;

/// <summary>Composes JuryBot: configuration, edges, features, routes.</summary>
public static class JuryBotApplication
{
    // What logs the paths of requests, or hands them to every other line as a scope. A personal link's path is its secret: it stays out of every
    // log, whatever the configured levels.
    private static readonly (string Category, LogLevel From)[] SpeakOfPaths =
    [
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None), ("Microsoft.AspNetCore.Routing", LogLevel.Warning),
        ("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning), ("Microsoft.AspNetCore.StaticFiles", LogLevel.Warning),
    ];

    /// <summary>The command line: without a verb JuryBot serves; a verb runs one task and ends, and validates only the configuration it uses.</summary>
    /// <param name="time">What verbs take for now; whoever serves goes by the system's clock.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TimeProvider time) => args.FirstOrDefault() switch
    {
        null or ['-', ..] => await ServeAsync(args),
        "verify" => await VerifyCommand.RunAsync(args[1..], Console.Out),
        "retention" => await RetentionCommand.RunAsync(args[1..], Console.Out, time),
        "register" when args is [_, "rebuild", ..] => await RegisterCommand.RebuildAsync(args[2..], Console.Out, time),
        "backup" => await BackupCommand.BackUpAsync(args[1..], Console.Out, Console.Error, time),
        "restore" => await BackupCommand.RestoreAsync(args[1..], Console.Out, Console.Error),
        "settings" => SettingsCommand.Run(Console.Out),
        "plan" => await PlanCommand.RunAsync(args[1..]),
        "check-plan" => await CheckPlanCommand.RunAsync(args[1..], Terminal.Console()),
        "accrochage" => await AccrochageCommand.RunAsync(args[1..], Terminal.Console(), time),
        "package" => await PackageCommand.RunAsync(args[1..], Terminal.Console()),
        "documents" => DocumentsCommand.Run(args[1..], Console.Out, Console.Error),
        _ => Unknown(args[0]),
    };

    /// <summary>Builds the web application.</summary>
    /// <param name="args">Configuration as <c>--Section:Key value</c>; environment variables and <c>appsettings.json</c> also count.</param>
    /// <param name="compose">Last word on the services, for a host that brings its own clock or credential.</param>
    /// <exception cref="ConfigurationException">Configuration is wrong; the message lists every problem.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? compose = null) =>
        Build(WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, WebRootPath = WebRoot() }), compose);

    private static WebApplication Build(WebApplicationBuilder builder, Action<IServiceCollection>? compose = null)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        foreach (var (category, from) in SpeakOfPaths)
        {
            builder.Logging.AddFilter(category, from);
        }

        builder.Services.AddProblemDetails().AddExceptionHandler<OutageHandler>();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.RespectNullableAnnotations = true;
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<TokenCredential>(_ => new DefaultAzureCredential());

        // Every address and identity is configuration; all that is wrong with it is said at once.
        var settings = Settings.Read(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings).AddSingleton(settings.Organisation).AddSingleton(settings.Retention).AddSingleton(settings.Deposits).AddSingleton(settings.Reminders);

        builder.AddOperations(settings.Operations);

        // Edges.
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddSingleton<Circuits>().AddSingleton<SavedForLater>();
        builder.Services.AddCalendars(settings);
        builder.Services.AddChat(builder.Configuration);
        builder.Services.AddIdentity(settings);
        builder.Services.AddPages();
        builder.Services.AddApiDocument();

        // Features.
        builder.Services.AddPeople().AddRosters().AddSessions().AddAvailability().AddIndependence().AddSittings().AddDeposits().AddGrading().AddDeliberating().AddMinutes().AddReminders().AddRecords().AddDocuments().AddAccrochage().AddRegisters().AddStatistics().AddRights().AddIntegrity().AddWatching().AddWebPages();
        compose?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseOperations(settings);
        app.UseProbes();
        app.UseRouting();
        // Authorization looks at every route when it is made, and makes them for that.
        app.UseLater(rest =>
        {
            rest.UseExceptionHandler();
            rest.UseStatusCodePages();
            rest.UseWebPages(settings, app.Environment);
            rest.UseRateLimits(settings.Operations);
            rest.UseWhen(http => !http.Request.Path.StartsWithSegments("/api/messages", StringComparison.OrdinalIgnoreCase), people => people.UseAuthentication());
            rest.UseAuthorization();
        });
        // The host would add both before everything else: the channel's tokens are the bot endpoint's own affair, and who looks after health waits for nothing.
        foreach (var added in (string[])["__AuthenticationMiddlewareSet", "__AuthorizationMiddlewareSet"])
        {
            ((IApplicationBuilder)app).Properties[added] = true;
        }

        app.MapWebPages(settings);
        app.MapChat();
        app.MapHealth();
        app.MapNotifications();
        app.MapAppPackage();
        app.MapAnswerPage();
        app.MapDeclarationPage();
        app.MapSheetPage();
        app.MapConvocationPage();
        app.MapOutcomePage();
        app.MapMinutesPage();
        app.MapDepositPages(settings.Deposits);

        var signedIn = app.MapGroup("").RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireClaim("scp"))
            .AddEndpointFilter((call, next) => call.HttpContext.RequestServices.GetRequiredService<CallerFilter>().InvokeAsync(call, next));
        signedIn.MapApiDocument();
        var api = signedIn.MapGroup("/api");
        api.MapPeople().MapRosters().MapSessions().MapAvailability().MapIndependence().MapSittings().MapDeposits(settings.Deposits).MapGrading().MapRecords().MapDocuments().MapAccrochage().MapRegisters().MapStatistics().MapRights().MapParked().MapLedgers().MapSettings().MapHealthDetails();
        return app;
    }

    /// <summary>Serves until stopped. Wrong configuration is told in one message and ends with exit code 1.</summary>
    public static async Task<int> ServeAsync(string[] args)
    {
        try
        {
            // A start is mostly code that is compiled when it first runs: what others wait for first is begun side by side, and the routes are made
            // once the start is over, and before most ask for one.
            var documents = Task.Run(() =>
            {
                _ = NodaTime.DateTimeZoneProviders.Tzdb;
                _ = Domain.Certifications.Certification.Rncp31168;
            });
            // Settings are read once: nobody watches their files.
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"], WebRootPath = WebRoot() });
            var storage = StorageSetup.PrepareAsync(builder.Configuration);
            await using var app = Build(builder);
            using var started = app.Lifetime.ApplicationStarted.Register(() => _ = Task.Run(async () =>
            {
                await Task.Delay(StorageSetup.Afterwards, TimeProvider.System);
                _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
            }));
            await Task.WhenAll(documents, app.RunAsync(), storage);
            return 0;
        }
        catch (ConfigurationException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    /// <summary>Middleware that is made for the first request that comes to it: no start waits for it.</summary>
    private static void UseLater(this IApplicationBuilder app, Action<IApplicationBuilder> use) => app.Use(next =>
    {
        var made = new Lazy<RequestDelegate>(() =>
        {
            var branch = app.New();
            use(branch);
            branch.Run(next);
            return branch.Build();
        });
        return http => made.Value(http);
    });

    internal static int Unknown(string verb)
    {
        Console.Error.WriteLine($"Unknown command '{verb}'. Without a command JuryBot serves; 'verify [--json]' checks every ledger and file; 'backup --out FOLDER' copies the storage account and 'restore --from FOLDER' puts a copy back; 'settings' lists every setting; 'retention [--dry-run]' deletes what is as old as it may become; 'register rebuild' writes the award register anew from the records; 'plan' and 'check-plan' plan juries from a file, 'accrochage' transmits titles to the Caisse des Dépôts (--help says how), 'documents' writes and checks the Word templates, 'package' writes the app for Teams and Outlook.");
        return 1;
    }

    // The web pages lie beside the program when published, and in the project folder when run from a build.
    private static string WebRoot()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return Directory.Exists(published) ? published : Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../wwwroot"));
    }
}
