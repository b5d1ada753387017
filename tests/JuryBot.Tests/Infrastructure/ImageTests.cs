using System.Diagnostics;
using System.Runtime.Versioning;
using JuryBot.Sandbox.Processes;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Infrastructure;

/// <summary>The image: what is in it, who runs it, and that it runs so. There is no container engine here: its layer is laid out in a folder and started as the image says.</summary>
[SupportedOSPlatform("linux")]
public sealed class ImageTests(BuiltImage image, AzuriteFixture azurite) : IClassFixture<BuiltImage>
{
    private const string User = "1654";
    private const string Problem = """
        {
          "grid": { "timeZone": "Europe/Paris", "slotMinutes": 30, "days": [{ "date": "2026-06-15", "from": "09:00", "to": "11:00" }] },
          "rooms": [{ "id": "R1" }],
          "jurors": [{ "id": "Alice" }],
          "exams": [{ "id": "E1", "candidates": ["Chloé"], "durationMinutes": 60, "roles": [{ "role": "president", "eligible": ["Alice"] }] }]
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Its_base_is_Microsofts_own_without_a_shell()
    {
        var (code, said) = await Tool.RunAsync(Repository.Root, new Dictionary<string, string>(), JuryBotProcess.Dotnet,
            "msbuild", "src/JuryBot", "-t:ComputeContainerBaseImage", "-getProperty:ContainerBaseImage", "-nologo");
        Assert.Equal((0, "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra"), (code, said.Trim()));
    }

    [Fact]
    public void A_user_runs_it_who_can_write_to_nothing_in_it()
    {
        Assert.Equal($"{User}:{User}", (string)image.Config["User"]!);
        Assert.NotEmpty(image.Entries);
        Assert.All(image.Entries, entry =>
        {
            Assert.Equal(0, entry.Owner);
            Assert.False(entry.Mode.HasFlag(UnixFileMode.OtherWrite) || entry.Mode.HasFlag(UnixFileMode.GroupWrite), entry.Name);
        });
        Assert.Equal(["8080/tcp"], image.Config["ExposedPorts"]!.AsObject().Select(port => port.Key));
        Assert.Equal(["dotnet", "/app/JuryBot.dll"], image.Config["Entrypoint"]!.AsArray().Select(word => (string)word!));
        Assert.Equal("JuryBot", (string)image.Config["Labels"]!["org.opencontainers.image.title"]!);
        Assert.NotEmpty((string)image.Config["Labels"]!["org.opencontainers.image.version"]!);
    }

    [Fact]
    public void It_holds_the_pages_and_no_Node_no_source_no_secret_and_nothing_for_another_system()
    {
        var names = image.Entries.ConvertAll(entry => entry.Name);
        Assert.Contains("app/wwwroot/app/index.html", names);
        Assert.Contains(names, name => name.StartsWith("app/wwwroot/app/assets/", StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.Contains("node", StringComparison.OrdinalIgnoreCase) || Path.GetFileName(name) is "package.json" or "package-lock.json" or "secrets.json");
        string[] foreign = [".ts", ".tsx", ".cs", ".csproj", ".dylib", ".pfx", ".pem", ".key", ".env"];
        Assert.DoesNotContain(names, name => foreign.Contains(Path.GetExtension(name)));
        Assert.DoesNotContain("app/appsettings.Development.json", names);
        Assert.Equal(["ASPNETCORE_HTTP_PORTS", "DOTNET_EnableDiagnostics", "PATH"], image.Config["Env"]!.AsArray().Select(variable => ((string)variable!).Split('=')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Started_so_it_answers_the_probes_and_serves_its_pages_and_its_upkeep_runs_beside_it()
    {
        var deployment = await Deployment.ForeseeAsync("dev", Deployment.Image);
        var (port, temporary, prefix) = (Ports.Choose(), Directory.CreateTempSubdirectory("jurybot-tmp-"), AzuriteFixture.NewPrefix());
        File.SetUnixFileMode(temporary.FullName, (UnixFileMode)0b111_111_111);
        using var server = Start();
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = new List<string>();
        server.OutputDataReceived += (_, line) => Hear(line.Data);
        server.ErrorDataReceived += (_, line) => Hear(line.Data);
        server.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"It ended:\n{string.Join('\n', lines)}"));
        try
        {
            server.Start();
            server.BeginOutputReadLine();
            server.BeginErrorReadLine();
            await listening.Task.WaitAsync(Patience);

            using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
            var paths = deployment.Container["probes"]!.AsArray().Select(probe => (string)probe!["httpGet"]!["path"]!).ToList();
            Assert.Equal(3, paths.Count);
            foreach (var path in paths.Append("/app/").Append("/app/config.json"))
            {
                using var answer = await http.GetAsync(path);
                Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            }

            foreach (var job in deployment.All("Microsoft.App/jobs"))
            {
                await RunAsync([.. job["properties"]!["template"]!["containers"]![0]!["args"]!.AsArray().Select(argument => (string)argument!)]);
            }

            // The solver is a library of the system's own kind: it is in the image, with all that it needs.
            var problem = Path.Combine(temporary.FullName, "problem.json");
            await File.WriteAllTextAsync(problem, Problem);
            await RunAsync("plan", problem, "--out", Path.Combine(temporary.FullName, "plan.json"), "--time-limit", "30");
            Assert.Contains("Alice", await File.ReadAllTextAsync(Path.Combine(temporary.FullName, "plan.json")), StringComparison.Ordinal);
            foreach (var file in temporary.EnumerateFiles())
            {
                file.Delete();
            }

            // As the platform ends a replica.
            Assert.Equal(0, (await Tool.RunAsync("/", new Dictionary<string, string>(), "kill", "-TERM", $"{server.Id}")).Code);
            await server.WaitForExitAsync().WaitAsync(Patience);
            Assert.True(server.ExitCode == 0, string.Join('\n', lines));
            Assert.Empty(temporary.EnumerateFileSystemInfos());
        }
        finally
        {
            if (!server.HasExited)
            {
                server.Kill(entireProcessTree: true);
            }

            temporary.Delete(recursive: true);
        }

        async Task RunAsync(params string[] arguments)
        {
            using var command = Start(arguments);
            command.Start();
            var (output, errors) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
            await command.WaitForExitAsync();
            Assert.True(command.ExitCode == 0, await output + await errors);
        }

        Process Start(params string[] arguments)
        {
            string[] command = [.. image.Config["Entrypoint"]!.AsArray().Select(word => ((string)word!).Replace("/app/", $"{image.Root}/app/", StringComparison.Ordinal)), .. arguments];
            command[0] = JuryBotProcess.Dotnet;
            // Nobody but root can be somebody else; who is not root already owns nothing that root does.
            string[] whole = Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", "--no-new-privs", .. command] : command;
            var start = new ProcessStartInfo(whole[0], whole[1..]) { WorkingDirectory = $"{image.Root}{image.Config["WorkingDir"]}", RedirectStandardOutput = true, RedirectStandardError = true };
            var path = start.Environment["PATH"];
            start.Environment.Clear();
            var variables = Deployment.Guess(Deployment.Variables(deployment.Container)).Where(one => !one.Key.StartsWith("Storage__", StringComparison.Ordinal) && one.Key != "APPLICATIONINSIGHTS_CONNECTION_STRING")
                .Concat(image.Config["Env"]!.AsArray().Select(one => ((string)one!).Split('=', 2)).Select(one => KeyValuePair.Create(one[0], one[1])));
            foreach (var (name, value) in variables)
            {
                start.Environment[name] = value;
            }

            start.Environment["PATH"] = path;
            start.Environment["TMPDIR"] = temporary.FullName;
            start.Environment["ASPNETCORE_HTTP_PORTS"] = $"{port}";
            start.Environment["Storage__ConnectionString"] = azurite.ConnectionString;
            start.Environment["Storage__Prefix"] = prefix;
            return new Process { StartInfo = start, EnableRaisingEvents = true };
        }

        void Hear(string? line)
        {
            lock (lines)
            {
                lines.Add(line ?? "");
            }

            if (line?.Contains("Now listening on", StringComparison.Ordinal) == true)
            {
                listening.TrySetResult();
            }
        }
    }
}
