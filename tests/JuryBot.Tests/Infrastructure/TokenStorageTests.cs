using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using JuryBot.Sandbox.Processes;
using JuryBot.Storage;
using JuryBot.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JuryBot.Tests.Infrastructure;

/// <summary>Storage as it is deployed: three addresses and tokens of an identity, no key. Azurite takes tokens over HTTPS only, and looks at their audience and time.</summary>
public sealed class TokenStorageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task With_addresses_and_tokens_alone_JuryBot_makes_what_it_needs_decides_delivers_and_keeps_documents()
    {
        var folder = Directory.CreateTempSubdirectory("jurybot-token-");
        using var certificate = Certify(folder.FullName);
        var (blob, queue, table) = (Ports.Choose(), Ports.Choose(), Ports.Choose());
        var listening = new AzuriteListening();
        using var process = new Process
        {
            StartInfo = new("node", [
                Repository.Azurite, "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence", "--oauth", "basic",
                "--cert", Path.Combine(folder.FullName, "certificate.pem"), "--key", Path.Combine(folder.FullName, "key.pem"),
                "--blobPort", $"{blob}", "--queuePort", $"{queue}", "--tablePort", $"{table}"])
            { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Repository.Sandbox },
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) => listening.Hear(line.Data);
        process.Exited += (_, _) => listening.End();
        process.Start();
        process.BeginOutputReadLine();
        try
        {
            await listening.Task.WaitAsync(Patience);
            var (identity, inbox) = (new Identity(), new Inbox());
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:BlobUri"] = $"https://127.0.0.1:{blob}/devstoreaccount1",
                ["Storage:QueueUri"] = $"https://127.0.0.1:{queue}/devstoreaccount1",
                ["Storage:TableUri"] = $"https://127.0.0.1:{table}/devstoreaccount1",
            });
            builder.Logging.SetMinimumLevel(LogLevel.None);
            using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == certificate.Thumbprint };
            using var transport = new HttpClientTransport(handler);
            builder.Services.AddSingleton<TokenCredential>(identity).AddSingleton<HttpPipelineTransport>(transport).AddSingleton(inbox).AddStorage(builder.Configuration);
            builder.Services.AddEffect<Ping, Inbox>((receiver, ping, delivery, ct) => receiver.TakeAsync(ping, delivery, ct));
            using var host = builder.Build();
            await host.StartAsync();

            await host.Services.GetRequiredService<Store>().ExecuteAsync(Board.Layout, "b", new("test.add", "test"), Board.Increment(new Ping("someone", 1)));
            Assert.Equal(1, (await inbox.NextAsync()).Ping.Number);
            await host.Services.GetRequiredService<Blobs>().PutAsync("a", BinaryData.FromString("kept"));
            Assert.Equal("kept", (await host.Services.GetRequiredService<Blobs>().GetAsync("a"))!.ToString());
            Assert.Equal(["https://storage.azure.com/.default"], identity.Asked);
            await host.StopAsync();
        }
        finally
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A certificate for this machine that nobody else believes, with its key in files.</summary>
    private static X509Certificate2 Certify(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        File.WriteAllText(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    /// <summary>Gives tokens as a managed identity does.</summary>
    private sealed class Identity : TokenCredential
    {
        private readonly HashSet<string> asked = [];

        public IReadOnlyCollection<string> Asked
        {
            get
            {
                lock (asked)
                {
                    return [.. asked];
                }
            }
        }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            lock (asked)
            {
                asked.UnionWith(requestContext.Scopes);
            }

            var now = TimeProvider.System.GetUtcNow();
            var claims = new { aud = "https://storage.azure.com", iss = $"https://sts.windows.net/{Deployment.Tenant}/", iat = Seconds(-1), nbf = Seconds(-1), exp = Seconds(60) };
            return new($"{Part(new { alg = "RS256", typ = "JWT" })}.{Part(claims)}.{Part("unsigned")}", now.AddMinutes(60));

            long Seconds(int minutes) => now.AddMinutes(minutes).ToUnixTimeSeconds();

            static string Part(object value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
