using System.Collections.Concurrent;
using Azure;
using JuryBot.Teams;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions;

namespace JuryBot.Operations.Telemetry;

/// <summary>Logs with exceptions that name nobody: their messages quote what others wrote (an address Graph does not know, a key of storage, a line of a file), so only
/// types, codes and places in the code are logged.</summary>
internal sealed class DiscreetLogs(ILoggerFactory inner) : ILoggerFactory
{
    private readonly ConcurrentDictionary<string, ILogger> loggers = new(StringComparer.Ordinal);

    /// <summary>The factory a host has otherwise, made discreet.</summary>
    public static ILoggerFactory Create(IServiceProvider provider) => new DiscreetLogs(new LoggerFactory(
        provider.GetServices<ILoggerProvider>(), provider.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(), provider.GetRequiredService<IOptions<LoggerFactoryOptions>>()));

    public ILogger CreateLogger(string categoryName) => loggers.GetOrAdd(categoryName, name => new Discreet(inner.CreateLogger(name)));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Discreet(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            inner.Log(logLevel, eventId, state, exception is null ? null : new DiscreetException(exception), formatter);
    }

    private sealed class DiscreetException(Exception original) : Exception(Describe(original), original.InnerException is { } inner ? new DiscreetException(inner) : null)
    {
        public override string? StackTrace => original.StackTrace;

        public override string ToString() => $"{Message}{(InnerException is null ? "" : $" ---> {InnerException}{Environment.NewLine}   --- end of inner ---")}{Environment.NewLine}{StackTrace}";

        private static string Describe(Exception original) => original.GetType().FullName + original switch
        {
            RequestFailedException failed => $" ({failed.Status} {failed.ErrorCode})",
            ApiException failed => $" ({failed.ResponseStatusCode})",
            ConnectorException failed => $" ({(int)failed.Status} {failed.Code})",
            HttpRequestException failed => $" ({failed.HttpRequestError} {(int?)failed.StatusCode})",
            Configuration.ConfigurationException wrong => $": {wrong.Message}",
            _ => "",
        };
    }
}
