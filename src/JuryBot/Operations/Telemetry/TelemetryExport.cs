using Azure.Monitor.OpenTelemetry.Exporter;
using JuryBot.Configuration;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Own = JuryBot.Storage.Telemetry;

namespace JuryBot.Operations.Telemetry;

internal static class TelemetryExport
{
    private const string Outbound = "System.Net.Http";

    /// <summary>Sends traces, metrics and logs where the settings say; does nothing when they say nowhere.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder, OperationsSettings settings)
    {
        if (!settings.ExportsTelemetry)
        {
            return builder;
        }

        builder.Services.AddHostedService<BacklogGauges>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("JuryBot", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(tracing => tracing
                .SetSampler(new ParentBasedSampler(new RootSampler(settings.Sampling)))
                .AddSource(Own.Name, Outbound)
                .AddAspNetCoreInstrumentation(options => options.Filter = http => !http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
                .AddProcessor(new DiscreetSpans())
                .Export(settings))
            .WithMetrics(metrics => metrics
                .AddMeter(Own.Name, Outbound, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting", "System.Runtime")
                .Export(settings))
            .WithLogging(logging => logging.Export(settings), options => options.IncludeFormattedMessage = true);
        return builder;
    }

    private static void Export(this TracerProviderBuilder tracing, OperationsSettings settings)
    {
        if (settings.OtlpEndpoint is { } endpoint)
        {
            tracing.AddOtlpExporter(options => options.To(endpoint, settings, "traces"));
        }

        if (settings.AzureMonitor is { } connection)
        {
            tracing.AddAzureMonitorTraceExporter(options => options.To(connection));
        }
    }

    private static void Export(this MeterProviderBuilder metrics, OperationsSettings settings)
    {
        if (settings.OtlpEndpoint is { } endpoint)
        {
            metrics.AddOtlpExporter(options => options.To(endpoint, settings, "metrics"));
        }

        if (settings.AzureMonitor is { } connection)
        {
            metrics.AddAzureMonitorMetricExporter(options => options.To(connection));
        }
    }

    private static void Export(this LoggerProviderBuilder logging, OperationsSettings settings)
    {
        if (settings.OtlpEndpoint is { } endpoint)
        {
            logging.AddOtlpExporter(options => options.To(endpoint, settings, "logs"));
        }

        if (settings.AzureMonitor is { } connection)
        {
            logging.AddAzureMonitorLogExporter(options => options.To(connection));
        }
    }

    // An address given in code is taken as it is: over HTTP, each signal has its own below it.
    private static void To(this OtlpExporterOptions options, Uri endpoint, OperationsSettings settings, string signal)
    {
        options.Protocol = settings.OtlpOverHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        options.Endpoint = settings.OtlpOverHttp ? new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/v1/{signal}") : endpoint;
    }

    // Nothing is kept on a disk that may not be written to.
    private static void To(this AzureMonitorExporterOptions options, string connection) => (options.ConnectionString, options.DisableOfflineStorage) = (connection, true);
}
