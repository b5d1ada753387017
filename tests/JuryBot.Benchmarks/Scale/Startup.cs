using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Processes;
using JuryBot.Tests.Azurite;

namespace JuryBot.Benchmarks.Scale;

/// <summary>From process to first healthy answer: JuryBot as it is published, and a bare ASP.NET Core host published the same way.</summary>
internal static class Startup
{
    private const int Rounds = 9;
    private const double MostOverBare = 1.5;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2), Patience = TimeSpan.FromMinutes(2);

    private const string BareProject = """
        <Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><PublishReadyToRun>true</PublishReadyToRun></PropertyGroup></Project>
        """;

    private const string BareProgram = """
        var app = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build();
        Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/health/ready", () => "Healthy");
        app.Run();
        """;

    public static async Task<IReadOnlyList<Row>> RunAsync(AzuriteFixture azurite, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("jurybot-start-");
        try
        {
            var source = folder.CreateSubdirectory("bare-source").FullName;
            await File.WriteAllTextAsync(Path.Combine(source, "Bare.csproj"), BareProject);
            await File.WriteAllTextAsync(Path.Combine(source, "Program.cs"), BareProgram);
            var bare = await PublishAsync(source, "Bare", folder);
            var juryBot = await PublishAsync(Repository.JuryBot, "JuryBot", folder);
            say("Both hosts are published.");
            await using var tenant = await Tenant.StartAsync(new TenantOptions { Jurors = 6, Candidates = 1 });
            var prefix = AzuriteFixture.NewPrefix();
            ProcessStartInfo JuryBotInfo(Uri address)
            {
                var info = new ProcessStartInfo(JuryBotProcess.Dotnet, [juryBot]);
                JuryBotProcess.Configure(info, tenant, address, azurite.ConnectionString);
                info.Environment["Storage__Prefix"] = prefix;
                return info;
            }

            // The first start of each is for the disk, and makes the tables.
            await TimeAsync(_ => new ProcessStartInfo(JuryBotProcess.Dotnet, [bare]));
            await TimeAsync(JuryBotInfo);
            var (own, floor) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                floor.Add(await TimeAsync(_ => new ProcessStartInfo(JuryBotProcess.Dotnet, [bare])));
                own.Add(await TimeAsync(JuryBotInfo));
            }

            var ratio = Median.Of([.. own.Zip(floor, (o, f) => o / f)]);
            return [new Row("start, process to first healthy answer", $"{Median.Of(own):F0} ms, {ratio:F2} of bare", $"{Median.Of(floor):F0} ms bare host", $"< {MostOverBare:F2}", ratio < MostOverBare)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> PublishAsync(string project, string name, DirectoryInfo folder)
    {
        var output = Path.Combine(folder.FullName, name);
        var start = new ProcessStartInfo(JuryBotProcess.Dotnet,
        [
            "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-p:SkipClientApp=true", "-v", "q", "-nologo", "-o", output,
            "--artifacts-path", Path.Combine(folder.FullName, "artifacts"),
        ]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Path.Combine(output, $"{name}.dll") : throw new InvalidOperationException($"{name} could not be published: {said}");
    }

    /// <returns>Milliseconds until it answered.</returns>
    private static async Task<double> TimeAsync(Func<Uri, ProcessStartInfo> prepare)
    {
        var address = new Uri($"http://127.0.0.1:{Ports.Choose()}/");
        var info = prepare(address);
        info.RedirectStandardOutput = true;
        info.Environment["DOTNET_ENVIRONMENT"] = "Production";
        info.Environment["ASPNETCORE_URLS"] = address.ToString().TrimEnd('/');
        using var http = new HttpClient();
        var started = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(info)!;
        _ = process.StandardOutput.ReadToEndAsync();
        try
        {
            while (!await AnswersAsync(http, new Uri(address, "health/ready")))
            {
                if (process.HasExited || TimeProvider.System.GetElapsedTime(started) > Patience)
                {
                    throw new InvalidOperationException($"{info.ArgumentList[0]} did not start.");
                }

                await Task.Delay(Look);
            }

            return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri health)
    {
        try
        {
            using var response = await http.GetAsync(health);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
