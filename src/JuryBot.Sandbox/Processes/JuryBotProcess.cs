using System.Diagnostics;

namespace JuryBot.Sandbox.Processes;

/// <summary>JuryBot as its own process: this binary in <c>host</c> mode, configured for the tenant by environment variables.
/// A variable already set wins over the sandbox's.</summary>
internal static class JuryBotProcess
{
    public const string TenantVariable = "SANDBOX_TENANT", SecretVariable = "SANDBOX_CLIENT_SECRET";

    /// <param name="own">Where this process listens.</param>
    /// <param name="site">Where people reach JuryBot.</param>
    /// <param name="settings">More configuration, by key; wins over the tenant's.</param>
    public static SupervisedProcess Start(Tenant tenant, Uri own, Uri site, string storage, IReadOnlyDictionary<string, string> settings, string log, Action<string> say) =>
        new("JuryBot", () => Prepare(tenant, own, site, storage, settings), log, say);

    private static ProcessStartInfo Prepare(Tenant tenant, Uri own, Uri site, string storage, IReadOnlyDictionary<string, string> settings)
    {
        var info = new ProcessStartInfo(Dotnet, [typeof(JuryBotProcess).Assembly.Location, "host"]) { WorkingDirectory = Repository.JuryBot };
        Set(info, settings);
        Configure(info, tenant, site, storage);
        info.Environment.TryAdd("DOTNET_ENVIRONMENT", "Development");
        info.Environment["ASPNETCORE_CONTENTROOT"] = Repository.JuryBot;
        info.Environment["ASPNETCORE_URLS"] = own.ToString().TrimEnd('/');
        info.Environment[TenantVariable] = tenant.Address.ToString();
        info.Environment[SecretVariable] = tenant.Tokens.ClientSecret;
        return info;
    }

    /// <summary>Points JuryBot at the tenant.</summary>
    public static void Configure(ProcessStartInfo info, Tenant tenant, Uri site, string storage) => Set(info, tenant.Settings(site, storage));

    private static void Set(ProcessStartInfo info, IReadOnlyDictionary<string, string> settings)
    {
        foreach (var (key, value) in settings)
        {
            info.Environment.TryAdd(key.Replace(":", "__", StringComparison.Ordinal), value);
        }
    }

    public static string Dotnet => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
