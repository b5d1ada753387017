using System.Globalization;
using System.Net;

namespace JuryBot.Configuration;

/// <summary>What who runs JuryBot decides. Sections <c>Telemetry</c> and <c>Limits</c>, and what <c>Site</c> says of the network.</summary>
public sealed record OperationsSettings
{
    /// <summary>Where traces, metrics and logs go by OTLP; <c>null</c>: nowhere.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>Whether OTLP is spoken over HTTP (<c>http/protobuf</c>) rather than gRPC.</summary>
    public bool OtlpOverHttp { get; init; }

    /// <summary>Connection string of the Application Insights they go to; <c>null</c>: to none. A secret.</summary>
    public string? AzureMonitor { get; init; }

    /// <summary>The share of traces that is kept, from 0 to 1.</summary>
    public double Sampling { get; init; } = 1;

    /// <summary>Requests to personal pages that one client address may make in a minute, to each replica. A school's jurors may share one.</summary>
    public int PagesPerMinute { get; init; } = 300;

    /// <summary>Requests by one personal link in a minute, to each replica.</summary>
    public int LinkPerMinute { get; init; } = 60;

    /// <summary>Requests to what else is open to anybody (health, the pane's configuration) that one client address may make in a minute, to each replica.</summary>
    public int OpenPerMinute { get; init; } = 600;

    /// <summary>Change notifications in a minute, whoever sends them, to each replica.</summary>
    public int NotificationsPerMinute { get; init; } = 3000;

    /// <summary>How many requests of one client address may be refused in a minute, for want of a token that will do, before its next ones are not even looked at.</summary>
    public int RefusedPerMinute { get; init; } = 100;

    /// <summary>Networks whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed: the ingress's. Empty: nobody's.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Sites that may show the Outlook pane and the console in a frame.</summary>
    public string FrameAncestors { get; init; } =
        "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.office.com https://outlook.office365.com https://*.microsoft365.com";

    /// <summary>Where the Outlook pane gets office.js, Microsoft's library to speak with Outlook. An https address.</summary>
    public string OfficeScript { get; init; } = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

    internal bool ExportsTelemetry => OtlpEndpoint is not null || AzureMonitor is not null;

    internal static OperationsSettings Read(IConfiguration configuration, List<string> problems)
    {
        var usual = new OperationsSettings();
        return new OperationsSettings
        {
            OtlpEndpoint = Address("Telemetry:OtlpEndpoint"),
            OtlpOverHttp = One("Telemetry:OtlpProtocol", "grpc", "http/protobuf") == "http/protobuf",
            AzureMonitor = ConnectionString("Telemetry:AzureMonitor") ?? ConnectionString("APPLICATIONINSIGHTS_CONNECTION_STRING"),
            Sampling = Share("Telemetry:Sampling", usual.Sampling),
            PagesPerMinute = Number("Limits:PagesPerMinute", usual.PagesPerMinute),
            LinkPerMinute = Number("Limits:LinkPerMinute", usual.LinkPerMinute),
            OpenPerMinute = Number("Limits:OpenPerMinute", usual.OpenPerMinute),
            NotificationsPerMinute = Number("Limits:NotificationsPerMinute", usual.NotificationsPerMinute),
            RefusedPerMinute = Number("Limits:RefusedPerMinute", usual.RefusedPerMinute),
            TrustedProxies = Networks("Site:TrustedProxies"),
            FrameAncestors = Given("Site:FrameAncestors") ?? usual.FrameAncestors,
            OfficeScript = Given("Site:OfficeScript") ?? usual.OfficeScript,
        };

        string? Given(string key) => configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

        Uri? Address(string key)
        {
            if (Given(key) is not { } text)
            {
                return null;
            }

            if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                return address;
            }

            problems.Add($"{key} is '{text}': give an address such as http://localhost:4317.");
            return null;
        }

        string One(string key, params string[] words)
        {
            var text = Given(key) ?? words[0];
            if (!words.Contains(text))
            {
                problems.Add($"{key} is '{text}': give {string.Join(" or ", words)}.");
            }

            return text;
        }

        string? ConnectionString(string key)
        {
            var text = Given(key);
            if (text?.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase) == false)
            {
                problems.Add($"{key} is unreadable: copy the connection string whole from Application Insights.");
                return null;
            }

            return text;
        }

        double Share(string key, double otherwise)
        {
            if (Given(key) is not { } text)
            {
                return otherwise;
            }

            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
            {
                return share;
            }

            problems.Add($"{key} is '{text}': give a number from 0 to 1.");
            return otherwise;
        }

        int Number(string key, int otherwise)
        {
            if (Given(key) is not { } text)
            {
                return otherwise;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                return number;
            }

            problems.Add($"{key} is '{text}': give a whole number above zero.");
            return otherwise;
        }

        List<IPNetwork> Networks(string key)
        {
            var networks = new List<IPNetwork>();
            foreach (var text in (Given(key) ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            {
                if (IPNetwork.TryParse(text, out var network))
                {
                    networks.Add(network);
                }
                else if (IPAddress.TryParse(text, out var address))
                {
                    networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
                }
                else
                {
                    problems.Add($"{key}: '{text}' is neither an address nor a network such as 10.0.0.0/8.");
                }
            }

            return networks;
        }
    }
}
