using JuryBot.Domain.Exams;
using JuryBot.Domain.Planning;
using NodaTime;

namespace JuryBot.Features.Sessions;

/// <summary>A session's sittings as they are convened, when its plan is revised; none when it is made.</summary>
/// <param name="Sittings">Those that are not cancelled.</param>
/// <param name="Begun">Ids of those that stay as they are.</param>
/// <param name="Earliest">Local; nothing that moves may start before.</param>
internal sealed record UnderWay(IReadOnlyList<Sitting> Sittings, IReadOnlySet<string> Begun, DateTime Earliest, DateTimeZone Zone)
{
    /// <summary>Candidates who were convened with a group, by its name, and not heard with it.</summary>
    public IReadOnlySet<(string Candidate, string Group)> Missed { get; init; } = new HashSet<(string, string)>();

    /// <summary>Where the coordinator put sittings, by candidate.</summary>
    public IReadOnlyDictionary<string, Pin> Pins { get; init; } = new Dictionary<string, Pin>();

    /// <summary>Sittings of a plan that is not convened and to be stayed close to.</summary>
    public IReadOnlyList<PlannedSitting> Drafted { get; init; } = [];

    /// <summary>Nothing is convened yet.</summary>
    public static UnderWay Nothing(DateTimeZone zone) => new([], new HashSet<string>(), DateTime.MinValue, zone);

    /// <summary>The sitting a candidate is in, if any.</summary>
    public Sitting? Of(string candidate) => Sittings.FirstOrDefault(sitting => sitting.Exam(candidate) is not null);

    /// <summary>When somebody or a room is away, told from their calendar: the sittings' own events are no absence, a decline or having been
    /// replaced is one, and what has begun takes place whatever a calendar says.</summary>
    /// <param name="holder">Person id or room address.</param>
    /// <param name="away">Local, in any order.</param>
    public IReadOnlyList<LocalRange> Away(string holder, IReadOnlyList<LocalRange> away)
    {
        var own = Sittings.SelectMany(sitting => sitting.Held().Where(held => held.Holder == holder).Select(held => (Sitting: sitting, Range: Local(held.From, held.To)))).ToList();
        var (begun, ahead) = (own.Where(held => Begun.Contains(held.Sitting.Id)).ToList(), own.Where(held => !Begun.Contains(held.Sitting.Id)).ToList());
        return
        [
            .. begun.Aggregate(away.Where(range => !own.Exists(held => held.Range == range)), (rest, held) => rest.SelectMany(range => Without(range, held.Range))),
            .. begun.SelectMany(held => Between(held.Sitting)),
            .. ahead.Where(held => held.Sitting.Member(holder)?.Response == InvitationResponse.Declined).Select(held => held.Range),
            .. Sittings.Where(sitting => sitting.Replacements.Exists(left => left.Person == holder)).Select(sitting => Local(sitting.Start, sitting.End))
                .Where(left => !own.Exists(held => held.Range.From < left.To && left.From < held.Range.To)),
        ];
    }

    /// <summary>The same for whoever's calendar is unknown: never there but where they are convened already.</summary>
    public IReadOnlyList<LocalRange> AwayUnlessConvened(string holder, LocalRange window) => Away(
        holder, [.. Sittings.SelectMany(sitting => sitting.Held()).Where(held => held.Holder == holder)
            .Aggregate(new[] { window }.AsEnumerable(), (rest, held) => rest.SelectMany(range => Without(range, Local(held.From, held.To))))]);

    private LocalRange Local(DateTimeOffset from, DateTimeOffset to) => new(from.In(Zone), to.In(Zone));

    // Pauses of a begun sitting are not free for anything else.
    private IEnumerable<LocalRange> Between(Sitting sitting) =>
        sitting.Exams.Zip(sitting.Exams.Skip(1), (one, next) => Local(one.End, next.Start)).Where(pause => pause.From < pause.To);

    private static IEnumerable<LocalRange> Without(LocalRange range, LocalRange hole) => hole.From >= range.To || hole.To <= range.From
        ? [range]
        : new[] { new LocalRange(range.From, hole.From), new LocalRange(hole.To, range.To) }.Where(part => part.From < part.To);
}
