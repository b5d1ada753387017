using System.Net;
using System.Text.RegularExpressions;
using Yarp.ReverseProxy.Forwarder;

namespace JuryBot.Sandbox.Wire;

/// <summary>Stands between JuryBot and a storage account reached by addresses of its own (the emulator's): passes everything on as it came, and shows
/// each request to <see cref="WireActivity.Hook"/>.</summary>
/// <remarks>What the account's signatures cover (path, query, headers, host) arrives as signed; bodies are streamed, except those of table
/// transactions, in which alone stands what table they are for.</remarks>
internal sealed class StorageProxy : IAsyncDisposable
{
    private static readonly string[] Services = ["blob", "queue", "table"];
    private static readonly ForwarderRequestConfig Patient = new() { ActivityTimeout = TimeSpan.FromMinutes(5) };
    private readonly HttpMessageInvoker account = new(new SocketsHttpHandler
    {
        UseProxy = false, UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, ActivityHeadersPropagator = null,
    });
    private readonly Dictionary<int, (string Service, string Address)> doors = [];
    private readonly WireActivity wire;
    private readonly WebApplication web;
    private readonly IHttpForwarder forwarder;

    private StorageProxy(string connectionString, WireActivity wire)
    {
        this.wire = wire;
        foreach (var service in Services)
        {
            var address = new Uri(Endpoint(service).Match(connectionString).Value);
            var port = Processes.Ports.Choose();
            doors[port] = (service, address.GetLeftPart(UriPartial.Authority));
            connectionString = Endpoint(service).Replace(connectionString, new UriBuilder(address) { Host = "127.0.0.1", Port = port }.Uri.ToString());
        }

        ConnectionString = connectionString;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(StorageProxy).Assembly.GetName().Name });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            doors.Keys.ToList().ForEach(port => kestrel.Listen(IPAddress.Loopback, port));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        web = builder.Build();
        forwarder = web.Services.GetRequiredService<IHttpForwarder>();
        web.Run(PassAsync);
    }

    /// <summary>Reaches the account by way of this.</summary>
    public string ConnectionString { get; }

    /// <param name="account">Connection string with the three services' addresses.</param>
    public static async Task<StorageProxy> StartAsync(string account, WireActivity wire, CancellationToken ct)
    {
        var proxy = new StorageProxy(account, wire);
        await proxy.web.StartAsync(ct);
        return proxy;
    }

    private static Regex Endpoint(string service) => new($"(?<={service}Endpoint=)[^;]+", RegexOptions.IgnoreCase);

    private async Task PassAsync(HttpContext http)
    {
        var (service, address) = doors[http.Connection.LocalPort];
        if (wire.Hook is not { } hook)
        {
            await forwarder.SendAsync(http, address, account, Patient, new AsSent(null));
            return;
        }

        var request = StorageRoute.Read(service, http.Request.Method, AsSent.Target(http), await BatchAsync(http));
        if (await hook(request, Moment.Before) is { } interference)
        {
            await interference.AnswerAsync(http);
            return;
        }

        await forwarder.SendAsync(http, address, account, Patient, new AsSent(() => hook(request, Moment.After)));
    }

    private static async Task<byte[]> BatchAsync(HttpContext http)
    {
        if (http.Request.Path.Value?.EndsWith("/$batch", StringComparison.Ordinal) != true)
        {
            return [];
        }

        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        body.Position = 0;
        http.Request.Body = body;
        return body.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        account.Dispose();
    }

    /// <summary>Keeps a request as it came, and shows the answer before it goes back.</summary>
    private sealed class AsSent(Func<Task<Interference?>>? answered) : HttpTransformer
    {
        private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

        public static string Target(HttpContext http) => http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;

        public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.RequestUri = new Uri(destinationPrefix + Target(httpContext), Verbatim);
        }

        public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
        {
            if (answered is not null && await answered() is { } interference)
            {
                await interference.AnswerAsync(httpContext);
                return false;
            }

            return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        }
    }
}
