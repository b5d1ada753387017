using System.Text.Json.Nodes;
using JuryBot.Configuration;
using JuryBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace JuryBot.Tests.Infrastructure;

/// <summary>What <c>infra/</c> deploys, read from what Bicep makes of it.</summary>
public sealed class BicepTests(BicepTests.Foreseen foreseen) : IClassFixture<BicepTests.Foreseen>
{
    private const string Storage = "Microsoft.Storage/storageAccounts", Roles = "Microsoft.Authorization/roleAssignments";

    public sealed class Foreseen : IAsyncLifetime
    {
        internal Deployment Dev { get; private set; } = null!;

        internal Deployment Production { get; private set; } = null!;

        internal IEnumerable<Deployment> Both => [Dev, Production];

        public async ValueTask InitializeAsync() =>
            (Dev, Production) = (await Deployment.ForeseeAsync("dev", Deployment.Image), await Deployment.ForeseeAsync("production", Deployment.Image));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Build_and_lint_have_nothing_to_say()
    {
        Assert.Equal((0, ""), await Deployment.BicepAsync(Deployment.Folder, null, "lint", "--pattern", "**/*.bicep"));
        Assert.Equal((0, ""), await Deployment.BicepAsync(Deployment.Folder, null, "lint", "--pattern", "*.bicepparam"));
        foreach (var (verb, file) in new[] { ("build", "main.bicep"), ("build-params", "dev.bicepparam"), ("build-params", "production.bicepparam") })
        {
            var (code, said) = await Deployment.BicepAsync(Deployment.Folder, null, verb, file, "--stdout");
            Assert.Equal(0, code);
            var template = JsonNode.Parse(said)!; // with a warning it would not be JSON alone
            Assert.DoesNotContain("listKeys", said, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("securestring", (template["parameters"] ?? template["templateJson"]!).ToJsonString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Storage_opens_to_tokens_only_and_a_deleted_document_can_be_brought_back_for_a_time()
    {
        foreach (var deployment in foreseen.Both)
        {
            var account = deployment.The(Storage);
            Assert.False((bool)account["allowSharedKeyAccess"]!);
            Assert.False((bool)account["allowBlobPublicAccess"]!);
            Assert.False((bool)account["isLocalUserEnabled"]!);
            Assert.True((bool)account["supportsHttpsTrafficOnly"]!);
            Assert.Equal("TLS1_2", (string)account["minimumTlsVersion"]!);
            Assert.Single(account["networkAcls"]!["virtualNetworkRules"]!.AsArray());

            var blobs = deployment.The($"{Storage}/blobServices");
            Assert.True((bool)blobs["isVersioningEnabled"]!);
            Assert.True((bool)blobs["deleteRetentionPolicy"]!["enabled"]!);
            Assert.True((bool)blobs["containerDeleteRetentionPolicy"]!["enabled"]!);
            Assert.InRange((int)blobs["deleteRetentionPolicy"]!["days"]!, 7, 30);
            // What somebody had erased does not live on as a version.
            var rule = Assert.Single(deployment.The($"{Storage}/managementPolicies")["policy"]!["rules"]!.AsArray())!;
            Assert.True((bool)rule["enabled"]!);
            Assert.Equal(1, (int)rule["definition"]!["actions"]!["version"]!["delete"]!["daysAfterCreationGreaterThan"]!);
        }

        Assert.Equal("Deny", (string)foreseen.Production.The(Storage)["networkAcls"]!["defaultAction"]!);
        Assert.Equal("CanNotDelete", (string)foreseen.Production.The("Microsoft.Authorization/locks")["level"]!);
        Assert.Empty(foreseen.Dev.All("Microsoft.Authorization/locks"));
    }

    [Fact]
    public void One_identity_with_four_roles_each_on_one_resource_and_no_secret()
    {
        foreach (var deployment in foreseen.Both)
        {
            var identity = (string)Assert.Single(deployment.All("Microsoft.ManagedIdentity/userAssignedIdentities"))["id"]!;
            var (storage, registry) = ((string)Assert.Single(deployment.All(Storage))["id"]!, (string)Assert.Single(deployment.All("Microsoft.ContainerRegistry/registries"))["id"]!);
            var granted = deployment.All(Roles).Select(role => (
                Role: ((string)role["properties"]!["roleDefinitionId"]!).Split('/')[^1],
                On: ((string)role["id"]!).Contains($"extensionResourceId('{storage}'", StringComparison.Ordinal) ? storage : ((string)role["id"]!).Contains($"extensionResourceId('{registry}'", StringComparison.Ordinal) ? registry : "elsewhere"));
            Assert.Equal(
                new[]
                {
                    (Role: "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", On: storage), // Storage Table Data Contributor
                    (Role: "7f951dda-4ed3-4680-a7ca-43fe172d538d", On: registry), // AcrPull
                    (Role: "974c5e8b-45b9-4653-ba55-5f855dd0fb88", On: storage), // Storage Queue Data Contributor
                    (Role: "ba92f5b4-2d11-453d-a403-e96b0029c9fe", On: storage), // Storage Blob Data Contributor
                },
                granted.OrderBy(role => role.Role, StringComparer.Ordinal));
            Assert.All(deployment.All(Roles), role => Assert.Contains($"reference('{identity}'", (string)role["properties"]!["principalId"]!, StringComparison.Ordinal));

            foreach (var runs in deployment.All("Microsoft.App/containerApps").Concat(deployment.All("Microsoft.App/jobs")))
            {
                Assert.Equal("UserAssigned", (string)runs["identity"]!["type"]!);
                Assert.Equal([identity], runs["identity"]!["userAssignedIdentities"]!.AsObject().Select(one => one.Key));
                Assert.Null(runs["properties"]!["configuration"]!["secrets"]);
                Assert.Equal(identity, (string)Assert.Single(runs["properties"]!["configuration"]!["registries"]!.AsArray())!["identity"]!);
            }

            Assert.False((bool)deployment.The("Microsoft.ContainerRegistry/registries")["adminUserEnabled"]!);
            Assert.False((bool)deployment.The("Microsoft.ContainerRegistry/registries")["anonymousPullEnabled"]!);
        }
    }

    [Fact]
    public void The_bot_is_the_identity_and_is_told_by_Teams_at_the_route_it_has()
    {
        foreach (var deployment in foreseen.Both)
        {
            var bot = deployment.The("Microsoft.BotService/botServices");
            Assert.Equal("UserAssignedMSI", (string)bot["msaAppType"]!);
            Assert.Equal((string)Assert.Single(deployment.All("Microsoft.ManagedIdentity/userAssignedIdentities"))["id"]!, (string)bot["msaAppMSIResourceId"]!);
            Assert.Equal(Deployment.Variables(deployment.Container)["Bot__AppId"], (string)bot["msaAppId"]!);
            Assert.Equal(Deployment.Tenant, (string)bot["msaAppTenantId"]!);
            Assert.Contains("'{0}/api/messages'", (string)bot["endpoint"]!, StringComparison.Ordinal);
            Assert.True((bool)bot["disableLocalAuth"]!);
            var teams = deployment.The("Microsoft.BotService/botServices/channels");
            Assert.Equal("MsTeamsChannel", (string)teams["channelName"]!);
            Assert.True((bool)teams["properties"]!["isEnabled"]!);
        }
    }

    [Fact]
    public void Replicas_follow_requests_and_the_queue_that_JuryBot_reads_and_one_always_runs()
    {
        foreach (var deployment in foreseen.Both)
        {
            var (scale, storage) = (deployment.App["template"]!["scale"]!, Assert.Single(deployment.All(Storage)));
            Assert.InRange((int)scale["minReplicas"]!, 1, (int)scale["maxReplicas"]!);
            var rules = scale["rules"]!.AsArray();
            Assert.Equal(2, rules.Count);
            Assert.Single(rules, rule => rule!["http"] is not null);
            var queue = Assert.Single(rules, rule => rule!["azureQueue"] is not null)!["azureQueue"]!;
            var read = new StorageClients(new StorageOptions { ConnectionString = "UseDevelopmentStorage=true" }).WakeUps.Name;
            Assert.Equal((read, (string)storage["name"]!), ((string)queue["queueName"]!, (string)queue["accountName"]!));
            Assert.EndsWith($"/default/{read}", (string)Assert.Single(deployment.All($"{Storage}/queueServices/queues"))["name"]!, StringComparison.Ordinal);
            Assert.Equal((string)Assert.Single(deployment.All("Microsoft.ManagedIdentity/userAssignedIdentities"))["id"]!, (string)queue["identity"]!);
            Assert.Null(queue["auth"]);
        }

        Assert.True((int)foreseen.Production.App["template"]!["scale"]!["minReplicas"]! >= 2);
        Assert.True((bool)foreseen.Production.The("Microsoft.App/managedEnvironments")["zoneRedundant"]!);
    }

    [Fact]
    public void Only_HTTPS_comes_in_and_only_the_temporary_folder_is_written_to()
    {
        foreach (var deployment in foreseen.Both)
        {
            Assert.False((bool)deployment.App["configuration"]!["ingress"]!["allowInsecure"]!);
            foreach (var runs in deployment.All("Microsoft.App/containerApps").Concat(deployment.All("Microsoft.App/jobs")).Select(one => one["properties"]!["template"]!))
            {
                var volume = Assert.Single(runs["volumes"]!.AsArray())!;
                Assert.Equal("EmptyDir", (string)volume["storageType"]!);
                var mount = Assert.Single(Assert.Single(runs["containers"]!.AsArray())!["volumeMounts"]!.AsArray())!;
                Assert.Equal(("/tmp", (string)volume["name"]!), ((string)mount["mountPath"]!, (string)mount["volumeName"]!));
            }
        }
    }

    [Fact]
    public void JuryBot_starts_with_the_settings_it_is_given_and_reads_every_one_of_them()
    {
        string[] platform = ["APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID", "ASPNETCORE_FORWARDEDHEADERS_ENABLED"];
        foreach (var deployment in foreseen.Both)
        {
            var variables = Deployment.Variables(deployment.Container);
            var known = Deployment.Guess(variables).ToDictionary(one => one.Key.Replace("__", ":", StringComparison.Ordinal), one => (string?)one.Value);
            var heard = new Heard(known);
            using var configuration = new ConfigurationRoot([heard]);

            var settings = Settings.Read(configuration, new InProduction());

            Assert.Equal(Deployment.Client, settings.Entra.Audience);
            Assert.Equal("jurybot.example.azurecontainerapps.io", settings.PublicUrl.Host);
            Assert.Empty(known.Keys.Except(heard.Keys).Except(platform));
            Assert.All(deployment.All("Microsoft.App/jobs"), job => Assert.Equal(variables, Deployment.Variables(job["properties"]!["template"]!["containers"]![0]!)));
        }
    }

    [Fact]
    public void A_replica_is_asked_whether_it_started_lives_and_is_ready_within_what_the_platform_allows()
    {
        foreach (var deployment in foreseen.Both)
        {
            var probes = deployment.Container["probes"]!.AsArray();
            Assert.Equal(["Liveness", "Readiness", "Startup"], probes.Select(probe => (string)probe!["type"]!).Order(StringComparer.Ordinal));
            Assert.All(probes, probe =>
            {
                Assert.Equal((int)deployment.App["configuration"]!["ingress"]!["targetPort"]!, (int)probe!["httpGet"]!["port"]!);
                Assert.InRange((int)probe["failureThreshold"]!, 1, 10);
            });
        }
    }

    [Fact]
    public async Task The_first_deployment_makes_everything_but_JuryBot_itself()
    {
        var first = await Deployment.ForeseeAsync("dev", image: null);
        Assert.Empty(first.All("Microsoft.App/containerApps"));
        Assert.Empty(first.All("Microsoft.App/jobs"));
        var missing = foreseen.Dev.Resources.Select(resource => (string)resource["type"]!).Except(first.Resources.Select(resource => (string)resource["type"]!));
        Assert.Equal(["Microsoft.App/containerApps", "Microsoft.App/jobs"], missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Upkeep_runs_by_the_clock_as_commands_there_are()
    {
        foreach (var deployment in foreseen.Both)
        {
            var jobs = deployment.All("Microsoft.App/jobs").Select(job => (string)Assert.Single(job["properties"]!["template"]!["containers"]![0]!["args"]!.AsArray())!);
            Assert.Equal(["retention", "verify"], jobs.Order(StringComparer.Ordinal));
        }
    }

    private sealed class Heard(IEnumerable<KeyValuePair<string, string?>> values) : MemoryConfigurationProvider(new MemoryConfigurationSource { InitialData = values })
    {
        public HashSet<string> Keys { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override bool TryGet(string key, out string? value)
        {
            Keys.Add(key);
            return base.TryGet(key, out value);
        }
    }

    private sealed class InProduction : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "JuryBot";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
