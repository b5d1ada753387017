using JuryBot.Domain.Reminders;

namespace JuryBot.Configuration;

/// <summary>Addresses of Microsoft Graph. Section <c>Graph</c>.</summary>
public sealed record GraphSettings
{
    public Uri BaseUrl { get; init; } = new("https://graph.microsoft.com/v1.0");

    public string Scope { get; init; } = "https://graph.microsoft.com/.default";

    /// <summary>Shared mailbox that holds the juries' events and sends mail; empty means the convening coordinator's.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Where Graph notifies JuryBot of changes in calendars: <c>/notifications</c> at an https address that the internet reaches. Default: below
    /// <c>Site:PublicUrl</c>. Where Graph does not reach it, calendars are read every quarter of an hour instead.</summary>
    public Uri? NotificationUrl { get; init; }

    /// <summary>Id of JuryBot's app in the organisation's Teams catalogue: it is then installed for people who have not got it. Empty: nobody's
    /// Teams is touched, and who has not installed it is told by mail.</summary>
    public string? TeamsAppId { get; init; }
}

/// <summary>The tenant whose people use JuryBot, and what their tokens say. Section <c>Entra</c>.</summary>
public sealed record EntraSettings
{
    public string? TenantId { get; init; }

    /// <summary>Audience of tokens for JuryBot's API, such as <c>api://{client id}</c>.</summary>
    public string? Audience { get; init; }

    /// <summary>Public client id of the web pages.</summary>
    public string? ClientId { get; init; }

    /// <summary>Default <c>https://login.microsoftonline.com/{tenant}/v2.0</c>: where the browser signs in.</summary>
    public string? Authority { get; init; }

    /// <summary>Default: the authority's.</summary>
    public string? Issuer { get; init; }

    /// <summary>Default: the authority's <c>.well-known/openid-configuration</c>.</summary>
    public string? OpenIdMetadata { get; init; }

    internal string AuthorityOrDefault => Authority ?? $"https://login.microsoftonline.com/{TenantId}/v2.0";

    internal string IssuerOrDefault => Issuer ?? AuthorityOrDefault;

    internal string MetadataOrDefault => OpenIdMetadata ?? $"{AuthorityOrDefault}/.well-known/openid-configuration";
}

/// <summary>Everything JuryBot is told from outside, but storage and the bot channel, which read their own sections.</summary>
public sealed record Settings(GraphSettings Graph, EntraSettings Entra, OrganisationSettings Organisation, Uri PublicUrl)
{
    public RetentionSettings Retention { get; init; } = RetentionSettings.Usual;

    public DepositSettings Deposits { get; init; } = DepositSettings.Usual;

    /// <summary>Where Graph notifies JuryBot, without a slash at its end.</summary>
    public Uri NotificationUrl => Graph.NotificationUrl is { } given ? new Uri(given.ToString().TrimEnd('/')) : new Uri($"{PublicUrl.ToString().TrimEnd('/')}/notifications");

    /// <summary>A page of the console.</summary>
    /// <param name="of"><c>sittings</c>, <c>sessions</c> or <c>candidates</c>.</param>
    public Uri ConsolePage(string of, string id) => new(PublicUrl, $"app/#/{of}/{Uri.EscapeDataString(id)}");

    public required ReminderTerms Reminders { get; init; }

    public OperationsSettings Operations { get; init; } = new();

    /// <summary>Reads and checks all sections at once.</summary>
    /// <exception cref="ConfigurationException">Lists every problem.</exception>
    public static Settings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = new List<string>();
        var graph = Bind<GraphSettings>(configuration, "Graph", problems);
        var entra = Bind<EntraSettings>(configuration, "Entra", problems);
        var organisation = OrganisationSettings.Read(configuration.GetSection("Organisation"), problems);

        var retention = RetentionSettings.Read(configuration, problems);
        var deposits = DepositSettings.Read(configuration, problems);
        var reminders = ReminderSettings.Read(configuration.GetSection("Reminders"), organisation.TimeZone.Local(), problems);
        var operations = OperationsSettings.Read(configuration, problems);

        RequireGuid(entra.TenantId, "Entra:TenantId", problems);
        RequireGuid(entra.ClientId, "Entra:ClientId", problems);
        if (string.IsNullOrWhiteSpace(entra.Audience))
        {
            problems.Add("Entra:Audience is missing: give the audience of tokens for JuryBot's API, such as api://{client id}.");
        }

        foreach (var (key, address) in new[] { ("Entra:Authority", entra.AuthorityOrDefault), ("Entra:OpenIdMetadata", entra.MetadataOrDefault), ("Graph:BaseUrl", graph.BaseUrl.ToString()), ("Site:OfficeScript", operations.OfficeScript) })
        {
            RequireHttps(address, key, problems);
        }

        if (graph.NotificationUrl is { } notified)
        {
            RequireHttps(notified.OriginalString, "Graph:NotificationUrl", problems);
        }

        var publicUrl = configuration["Site:PublicUrl"];
        if (!Uri.TryCreate(publicUrl, UriKind.Absolute, out var site))
        {
            problems.Add("Site:PublicUrl is missing: give the address people reach JuryBot at, such as https://jury.example.org.");
        }

        problems.AddRange(StorageProblems.In(configuration));
        var bot = Bind<Teams.BotOptions>(configuration, "Bot", problems);
        if (bot is { AppId.Length: 0, AllowUnauthenticated: false })
        {
            problems.Add("Bot:AppId is missing: give the bot's application id, or no activity will ever be let in.");
        }

        problems.AddRange(bot.Problems(environment.IsProduction()).Select(problem => $"Bot:{problem}"));
        return problems.Count == 0 ? new Settings(graph, entra, organisation, site!) { Retention = retention, Deposits = deposits, Reminders = reminders, Operations = operations } : throw new ConfigurationException(problems);
    }

    private static T Bind<T>(IConfiguration configuration, string section, List<string> problems) where T : new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException unreadable)
        {
            problems.Add($"{section}: {unreadable.InnerException?.Message ?? unreadable.Message}");
            return new T();
        }
    }

    private static void RequireGuid(string? value, string key, List<string> problems)
    {
        if (!Guid.TryParse(value, out _))
        {
            problems.Add($"{key} is {(string.IsNullOrEmpty(value) ? "missing" : $"'{value}'")}: give a GUID.");
        }
    }

    private static void RequireHttps(string address, string key, List<string> problems)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback))
        {
            problems.Add($"{key} is '{address}': give an https address.");
        }
    }
}
