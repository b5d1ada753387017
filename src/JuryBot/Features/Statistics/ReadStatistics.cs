using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Statistics;
using JuryBot.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Statistics;

/// <param name="Next">What to skip for the sessions before; <c>null</c> after the oldest.</param>
/// <param name="Fictitious">Whether one of the sessions rests on an example registration: to be marked.</param>
internal sealed record ShownStatistics(bool Fictitious, IEnumerable<CountedSession> Sessions, int? Next, IEnumerable<ShownRate> Rates, ShownSeverity Severity, ShownDelays Delays);

internal sealed record CountedSession(string Id, string Promotion, bool Fictitious, JuryKind Kind, string? Block);

/// <param name="Key">Id of the block or route; the year, or the promotion's label when it has none.</param>
/// <param name="Rate">From 0 to 1; the true one lies between <paramref name="Low"/> and <paramref name="High"/> with a confidence of 95 %.</param>
internal sealed record ShownRate(Verdict Verdict, Grouping By, string Key, int Passed, int Total, double Rate, double Low, double High);

/// <param name="MinimumExams">Of fewer exams nothing is said.</param>
internal sealed record ShownSeverity(int MinimumExams, IEnumerable<SevereJuror> Jurors);

/// <param name="Mean">In points of the ternary scale beside the other members; below 0: more severe.</param>
internal sealed record SevereJuror(string Juror, string? Name, int Exams, double Mean, double Median, double Low, double High);

/// <summary>In days; <c>null</c> of no values.</summary>
internal sealed record ShownDelays(Distribution? ToDecision, Distribution? ToPublication);

/// <summary>GET /api/statistics?promotion=&amp;skip= as JSON, and /api/statistics/rates.csv, severity.csv and delays.csv for a spreadsheet: what juries
/// of closed deliberations said, how severely, and how fast. The newest sessions first, so many of them as one answer may hold.</summary>
internal sealed class ReadStatistics(ClosedExams closed, PeopleRegister people, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Statistics");

    private sealed record Figures(AskedSessions Asked, IReadOnlyList<PassRate> Rates, IReadOnlyList<JurorSeverity> Severity, Distribution? ToDecision, Distribution? ToPublication, IReadOnlyDictionary<string, string> Names);

    public async Task<Ok<ShownStatistics>> HandleAsync(string? promotion, int? skip, HttpContext http)
    {
        var figures = await ReadAsync(promotion, skip, http);
        return TypedResults.Ok(new ShownStatistics(
            Fictitious: figures.Asked.Sessions.Any(organisation.IsFictitious),
            Sessions: figures.Asked.Sessions.Select(session => new CountedSession(session.Id, session.Promotion, organisation.IsFictitious(session), session.Kind, session.Block)),
            figures.Asked.Next,
            Rates: figures.Rates.Select(rate => new ShownRate(
                rate.Verdict, rate.By, rate.Key, rate.Proportion.Passed, rate.Proportion.Total, rate.Proportion.Rate, rate.Proportion.Confidence.Low, rate.Proportion.Confidence.High)),
            Severity: new(
                JurorSeverity.MinimumExams,
                figures.Severity.Select(juror => new SevereJuror(juror.Juror, figures.Names.GetValueOrDefault(juror.Juror), juror.Exams, juror.Mean, juror.Median, juror.Confidence.Low, juror.Confidence.High))),
            Delays: new(figures.ToDecision, figures.ToPublication)));
    }

    public async Task<IResult> DownloadAsync(string file, string? promotion, int? skip, HttpContext http)
    {
        var language = http.Caller().Language;
        if (file is not ("rates.csv" or "severity.csv" or "delays.csv"))
        {
            return Results.NotFound();
        }

        var figures = await ReadAsync(promotion, skip, http);
        return Csv.Download($"{T(language, $"File.{file[..^4]}")}.csv", language, Marked(figures, language, file switch
        {
            "rates.csv" => Rates(figures, language),
            "severity.csv" => Severity(figures, language),
            _ => Delays(figures, language),
        }));
    }

    // A figure is of many sessions: one that rests on a fictitious registration is enough for each to say so, in a last column of its own.
    private IEnumerable<IReadOnlyList<object?>> Marked(Figures figures, string language, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var mark = figures.Asked.Sessions.Any(organisation.IsFictitious) ? T(language, "Fictitious") : "";
        return rows.Select((row, i) => (IReadOnlyList<object?>)[.. row, i == 0 ? T(language, "Heading.Registration") : mark]);
    }

    private async Task<Figures> ReadAsync(string? promotion, int? skip, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var asked = await closed.SessionsAsync(promotion, Math.Max(0, skip ?? 0), cancellation);
        var exams = await closed.ReadAsync(asked.Sessions, http.Caller().Person.Id, cancellation);
        return new Figures(
            asked,
            PassRate.Of(await closed.OutcomesAsync(exams, cancellation)),
            JurorSeverity.Of(exams.Select(exam => exam.Sheets)),
            Distribution.Of(exams.Select(exam => exam.ToDecision.TotalDays)),
            Distribution.Of(exams.Select(exam => exam.ToPublication?.TotalDays).OfType<double>()),
            (await people.ListAsync(cancellation)).ToDictionary(person => person.Id, person => person.Name));
    }

    private IEnumerable<IReadOnlyList<object?>> Rates(Figures figures, string language) =>
    [
        Headings(language, "Verdict", "Grouping", "Group", "Passed", "Total", "Rate", "Low", "High"),
        .. figures.Rates.Select(rate => (IReadOnlyList<object?>)
        [
            T(language, $"Verdict.{rate.Verdict}"), T(language, $"Grouping.{rate.By}"),
            rate.By == Grouping.Route ? closed.RouteName(figures.Asked.Sessions, rate.Key, language) : rate.Key,
            rate.Proportion.Passed, rate.Proportion.Total, rate.Proportion.Rate, rate.Proportion.Confidence.Low, rate.Proportion.Confidence.High,
        ]),
    ];

    private static IEnumerable<IReadOnlyList<object?>> Severity(Figures figures, string language) =>
    [
        Headings(language, "Juror", "Exams", "Mean", "Median", "Low", "High"),
        .. figures.Severity.Select(juror => (IReadOnlyList<object?>)
            [figures.Names.GetValueOrDefault(juror.Juror, juror.Juror), juror.Exams, juror.Mean, juror.Median, juror.Confidence.Low, juror.Confidence.High]),
    ];

    private static IEnumerable<IReadOnlyList<object?>> Delays(Figures figures, string language) =>
    [
        Headings(language, "Delay", "Exams", "Mean", "Median", "Ninetieth"),
        .. new[] { (Key: "Delay.ToDecision", Days: figures.ToDecision), (Key: "Delay.ToPublication", Days: figures.ToPublication) }.Where(delay => delay.Days is not null)
            .Select(delay => (IReadOnlyList<object?>)[T(language, delay.Key), delay.Days!.Count, delay.Days.Mean, delay.Days.Median, delay.Days.NinetiethPercentile]),
    ];

    private static IReadOnlyList<object?> Headings(string language, params string[] keys) => [.. keys.Select(key => T(language, $"Heading.{key}"))];

    private static string T(string language, string key) => Texts.Get(language, key);
}
