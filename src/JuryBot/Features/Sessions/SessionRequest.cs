using System.Collections.Immutable;
using System.Globalization;
using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Planning;
using JuryBot.Domain.Sessions;

namespace JuryBot.Features.Sessions;

public sealed record WindowRequest(DateOnly From, DateOnly To, string DayFrom, string DayTo);

public sealed record LunchRequest(string From, string To);

/// <param name="Name">Unique in the session.</param>
/// <param name="Candidates">Ids of its members, two or more.</param>
public sealed record GroupRequest(string Name, IReadOnlyList<string> Candidates)
{
    public static ImmutableList<CandidateGroup> Read(IEnumerable<GroupRequest?> groups) =>
        [.. groups.Select(group => new CandidateGroup(group?.Name?.Trim() ?? "", [.. (group?.Candidates ?? []).OfType<string>().Distinct()]))];
}

/// <summary>What a coordinator asks for. A pause that is not spoken of is the usual one; <c>null</c> is none.</summary>
public sealed record SessionRequest(
    string Certification,
    string Promotion,
    JuryKind Kind,
    string? Block,
    WindowRequest Window,
    IReadOnlyList<string> Candidates,
    IReadOnlyList<string> Rooms,
    int ExamMinutes,
    int CandidatesPerSitting,
    string? Reason = null)
{
    public LunchRequest? Lunch { get; init; } = new("12:30", "13:30");

    public Break? Break { get; init; } = Session.UsualBreak;

    /// <summary>Candidates who share a deliverable and a slot; <c>null</c> is none.</summary>
    public IReadOnlyList<GroupRequest>? Groups { get; init; }

    /// <summary>Whether candidates are heard in a Teams meeting.</summary>
    public bool Remote { get; init; }

    /// <summary>Whether candidates of routes without intermediate juries come before this one too.</summary>
    public bool EveryRoute { get; init; }

    /// <summary>Until when candidates deposit what their jury reads; <c>null</c> when they deposit nothing.</summary>
    public DepositTerm? Deposits { get; init; } = DepositTerm.Usual;

    /// <summary>The session asked for, or what is unreadable in the request.</summary>
    public (Session? Session, Refusal? Refusal) ToSession(string id, string coordinator, Certification certification, DateTimeOffset now)
    {
        if (!Read(Window.DayFrom, out var from) || !Read(Window.DayTo, out var to))
        {
            return (null, new Refusal("HoursUnreadable", $"{Window.DayFrom} – {Window.DayTo}"));
        }

        var (lunchFrom, lunchTo) = (default(TimeOnly), default(TimeOnly));
        if (Lunch is not null && !(Read(Lunch.From, out lunchFrom) && Read(Lunch.To, out lunchTo)))
        {
            return (null, new Refusal("HoursUnreadable", $"{Lunch.From} – {Lunch.To}"));
        }

        return (new Session
        {
            Id = id,
            Certification = certification.Id,
            SynthesisBlock = certification.SynthesisBlock,
            Promotion = Promotion.Trim(),
            Kind = Kind,
            Block = Kind == JuryKind.Intermediate ? Block : null,
            Window = new SessionWindow(Window.From, Window.To, from, to),
            Candidates = [.. Candidates.Distinct()],
            Groups = GroupRequest.Read(Groups ?? []),
            Rooms = [.. Rooms.OfType<string>().Select(r => r.ToLowerInvariant()).Distinct()],
            ExamMinutes = ExamMinutes,
            CandidatesPerSitting = CandidatesPerSitting,
            Lunch = Lunch is null ? null : new(lunchFrom, lunchTo),
            Break = Break,
            Remote = Remote,
            EveryRoute = EveryRoute,
            Deposits = Deposits,
            Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(),
            Coordinator = coordinator,
            CreatedAt = now,
        }, null);
    }

    private static bool Read(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
