using System.Diagnostics;
using Azure;
using JuryBot.Operations.Telemetry;
using JuryBot.Tests.WholeApp;
using Microsoft.Extensions.Logging;

namespace JuryBot.Tests.Operations;

/// <summary>What is said of JuryBot's work outside names nobody, whatever went wrong.</summary>
public sealed class DiscretionTests
{
    [Fact]
    public void An_exception_is_logged_by_its_type_codes_and_place_without_what_it_quotes()
    {
        var lines = new LogLines();
        using var factory = new DiscreetLogs(LoggerFactory.Create(logging => logging.AddProvider(lines)));
        try
        {
            throw new InvalidOperationException("camille.petit@example.org", new RequestFailedException(404, "mail|camille.petit@example.org", "ResourceNotFound", null));
        }
        catch (InvalidOperationException problem)
        {
            factory.CreateLogger("test").LogError(problem, "It failed");
        }

        var line = Assert.Single(lines.All);
        Assert.DoesNotContain("camille", line, StringComparison.OrdinalIgnoreCase);
        foreach (var kept in new[] { "It failed", "System.InvalidOperationException", "Azure.RequestFailedException (404 ResourceNotFound)", nameof(An_exception_is_logged_by_its_type_codes_and_place_without_what_it_quotes) })
        {
            Assert.Contains(kept, line, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/users/camille.petit@example.org/events/AAMk=?$select=id", "https://graph.microsoft.com/v1.0/users/*/events/*")]
    [InlineData("https://smba.trafficmanager.net/emea/v3/conversations/a%3A1xyz/activities/1700", "https://smba.trafficmanager.net/*/v3/conversations/*/activities/*")]
    [InlineData("https://account.table.core.windows.net/Lookups(PartitionKey='mail%7Ccamille.petit@example.org',RowKey='v')", "https://account.table.core.windows.net/*")]
    [InlineData("nonsense", null)]
    public void An_address_asked_keeps_only_words_that_are_known(string address, string? kept)
    {
        using var span = new Activity("GET");
        span.SetTag("url.full", address).SetTag("http.request.method", "GET");
        new DiscreetSpans().OnEnd(span);
        Assert.Equal(kept, span.GetTagItem("url.full"));
        Assert.Equal("GET", span.GetTagItem("http.request.method"));
    }

    [Fact]
    public void Of_a_request_that_came_in_the_route_stays_and_nothing_of_its_path_or_who_sent_it()
    {
        using var span = new Activity("in");
        span.SetTag("url.path", "/sheet/secret").SetTag("url.query", "?lang=fr").SetTag("http.route", "/sheet/{token}").SetTag("client.address", "203.0.113.1").SetTag("user_agent.original", "X");
        new DiscreetSpans().OnEnd(span);
        Assert.Equal(["http.route"], span.TagObjects.Select(tag => tag.Key));
    }
}
