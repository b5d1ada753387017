using System.Reflection;
using System.Text.Json;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Features;
using JuryBot.Identity;
using JuryBot.Teams.Cards;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace JuryBot;

/// <summary>Turns a refusal into words: the one place for all of them. Texts lie in <c>Features/Texts.resx</c>.</summary>
public sealed class RefusalTexts(OrganisationSettings organisation)
{
    // More than the names of a panel.
    private const int LongestArgument = 1_000;
    private static readonly Texts Catalogue = JuryBot.Texts.Of("Features");

    /// <summary>One sentence that says what is wrong and, where there is something to do, what.</summary>
    public string Say(Refusal refusal, string language) => Say(refusal, language, text => text);

    /// <summary>The same with its single faults, one sentence after the other.</summary>
    public string SayAll(Refusal refusal, string language) => string.Join(' ', refusal.Details.Prepend(refusal).Select(part => Say(part, language)));

    /// <summary>The same for a card or a message in Markdown: names and the like show as they stand, cut when they are no names.</summary>
    public string SayInMarkdown(Refusal refusal, string language) => Say(refusal, language, text => Markdown.Escape(Features.Cards.Cut(text, LongestArgument)));

    private string Say(Refusal refusal, string language, Func<string, string> outside)
    {
        var key = refusal.Rule.StartsWith("Finding.", StringComparison.Ordinal) ? refusal.Rule : $"Refusal.{refusal.Rule}";
        return Catalogue.Get(language, key, [.. refusal.Arguments.Select(a => a switch
        {
            DateTimeOffset moment => moment.Long(organisation.TimeZone, language),
            string text => outside(text),
            _ => InWords(a, language),
        })]);
    }

    /// <summary>An argument of a text as people read it. One that has been stored is JSON.</summary>
    public static object InWords(object? argument, string language) => argument switch
    {
        null => "",
        LocalizedText text => text.In(language),
        TimeOnly clock => clock.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("d MMMM yyyy", Texts.Culture(language)),
        JsonElement { ValueKind: JsonValueKind.Object } text when text.TryGetProperty(language, out var words) => words.ToString(),
        _ => argument,
    };

    /// <summary>The refusal over HTTP.</summary>
    public Refused Problem(Refusal refusal, Caller reader, int status = StatusCodes.Status409Conflict) => new(TypedResults.Problem(
        statusCode: status,
        type: $"urn:jurybot:refusal:{refusal.Rule}",
        title: Say(refusal, reader.Language),
        extensions: refusal.Details.Count == 0 ? null : new Dictionary<string, object?> { ["details"] = refusal.Details.Select(d => Say(d, reader.Language)).ToArray() }));
}

/// <summary>The answer to what JuryBot's rules refuse: a problem whose type names the rule, 409 where the route does not say otherwise.</summary>
public sealed class Refused(ProblemHttpResult problem) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => problem.ExecuteAsync(httpContext);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(Answers.Problem(StatusCodes.Status409Conflict));
}
