using JuryBot.Features.Rosters;
using Microsoft.AspNetCore.Http.Metadata;

namespace JuryBot.Features;

/// <summary>A problem as the API answers it (RFC 9457).</summary>
/// <param name="Type"><c>urn:jurybot:refusal:{rule}</c> when JuryBot's rules refuse.</param>
/// <param name="Title">What is wrong; a refusal's in the reader's language.</param>
/// <param name="Details">A refusal's single faults, in words.</param>
/// <param name="Errors">What is wrong in a roster.</param>
internal sealed record ProblemAnswer(string? Type, string? Title, int? Status, string? Detail, string? TraceId, IReadOnlyList<string>? Details, IReadOnlyList<RosterFault>? Errors);

/// <summary>What routes say of their answers where the handler's type does not.</summary>
internal static class Answers
{
    public const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Csv = "text/csv";

    /// <summary>A problem, by its status.</summary>
    public static ProducesResponseTypeMetadata Problem(int status) => new(status, typeof(ProblemAnswer), ["application/problem+json"]);

    /// <summary>Hands out a file of one of these media types.</summary>
    public static TBuilder Hands<TBuilder>(this TBuilder builder, params string[] types) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), types));

    /// <summary>Answers problems of these statuses too.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params int[] statuses) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata([.. statuses.Select(Problem)]);
}
