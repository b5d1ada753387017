using JuryBot.Configuration;
using JuryBot.Sandbox;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

public sealed class ConfigurationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Wrong_configuration_stops_the_start_with_every_problem_in_one_message()
    {
        await using var tenant = await Tenant.StartAsync(House.Small);
        var folder = Directory.CreateTempSubdirectory("jurybot-test-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "mine.json"), """{"code":"X"}""");
        var wrong = new Dictionary<string, string?>
        {
            ["Entra:TenantId"] = "not a guid",
            ["Entra:Audience"] = null,
            ["Entra:Authority"] = "http://login.example",
            ["Graph:BaseUrl"] = "http://graph.example/v1.0",
            ["Graph:NotificationUrl"] = "http://jury.example.org/notifications",
            ["Storage:ConnectionString"] = null,
            ["Site:PublicUrl"] = "nowhere",
            ["Organisation:Name"] = null,
            ["Organisation:Language"] = "de",
            ["Organisation:TimeZone"] = "Mars/Olympus",
            ["Organisation:SynthesisBlock"] = "9",
            ["Organisation:IntermediateMinimum"] = "many",
            ["Organisation:Registrations:0:From"] = "yesterday",
            ["Organisation:CertificationsFolder"] = folder.FullName,
            ["Organisation:TemplatesFolder"] = Path.Combine(folder.FullName, "none"),
            ["Deposits:LargestMegabytes"] = "61",
            ["Telemetry:OtlpEndpoint"] = "nowhere",
            ["Telemetry:OtlpProtocol"] = "smoke",
            ["Telemetry:AzureMonitor"] = "key",
            ["Telemetry:Sampling"] = "2",
            ["Limits:PagesPerMinute"] = "0",
            ["Site:TrustedProxies"] = "everybody",
            ["Reminders:QuietFrom"] = "8pm",
            ["Reminders:QuietSundays"] = "sometimes",
            ["Reminders:PollDays"] = "0",
            ["Reminders:TransmissionLastDays"] = "60",
            ["Bot:AppId"] = "nobody",
            ["Bot:ServiceUrls:0"] = "http://teams.example/",
        };

        var stop = Assert.Throws<ConfigurationException>(() => { JuryBotApplication.Build(House.Arguments(tenant.Settings(new Uri("http://localhost:1/"), azurite.ConnectionString), wrong)); });

        var said = wrong.Keys.Except(["Bot:ServiceUrls:0", "Organisation:Registrations:0:From", "Organisation:CertificationsFolder"]).Concat(["Bot:ServiceUrls", "Organisation:Registrations:0", "mine.json"]);
        Assert.All(said, problem => Assert.Contains(problem, stop.Message, StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_storage_setting_is_read_before_anything_starts_and_a_secret_is_not_quoted()
    {
        var wrong = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = "AccountKey=secret",
            ["Storage:TableUri"] = "nowhere",
            ["Storage:QueueUri"] = "http://queues.example/",
            ["Storage:Prefix"] = "9-lives",
            ["Storage:Lease"] = "a while",
            ["Storage:WakeUpCheck"] = "-00:00:01",
            ["Storage:MaxAttempts"] = "0",
            ["Storage:Parallel"] = "many",
        };
        await using var tenant = await Tenant.StartAsync(House.Small);
        var stop = Assert.Throws<ConfigurationException>(() => { JuryBotApplication.Build(House.Arguments(tenant.Settings(new Uri("http://localhost:1/"), azurite.ConnectionString), wrong)); });
        Assert.All(wrong.Keys, key => Assert.Contains(key, stop.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", stop.Message, StringComparison.Ordinal);

        Assert.Equal(1, typeof(JuryBotApplication).Assembly.EntryPoint!.Invoke(null, [new[] { "verify", "--Storage:ConnectionString", "abc" }]));
    }

    [Fact]
    public async Task Without_a_bot_id_the_start_is_refused()
    {
        await using var tenant = await Tenant.StartAsync(House.Small);
        var stop = Assert.Throws<ConfigurationException>(() => { JuryBotApplication.Build(House.Arguments(tenant.Settings(new Uri("http://localhost:1/"), azurite.ConnectionString), new() { ["Bot:AppId"] = null })); });
        Assert.Contains("Bot:AppId is missing", stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandboxes_settings_are_all_that_is_needed()
    {
        await using var tenant = await Tenant.StartAsync(House.Small);
        await using var app = JuryBotApplication.Build(House.Arguments(tenant.Settings(new Uri("http://localhost:1/"), azurite.ConnectionString)));
        Assert.NotNull(app);
    }
}
