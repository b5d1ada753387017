using JuryBot.Domain.Exams;

namespace JuryBot.Features.Sessions;

/// <summary>A session's sittings as they are convened, when its plan is revised.</summary>
/// <param name="Sittings">Those that are not cancelled.</param>
/// <param name="Begun">Ids of those that stay as they are.</param>
/// <param name="Earliest">Nothing that moves may start before.</param>
internal sealed record UnderWay(IReadOnlyList<Sitting> Sittings, IReadOnlySet<string> Begun, DateTimeOffset Earliest)
{
    public static UnderWay Nothing { get; } = new([], new HashSet<string>(), DateTimeOffset.MinValue);

    /// <summary>The sitting a candidate is in, and their exam.</summary>
    public (Sitting Sitting, Exam Exam)? Of(string candidate) =>
        Sittings.Select(sitting => (sitting, sitting.Exam(candidate)!)).Where(found => found.Item2 is not null).Cast<(Sitting, Exam)?>().FirstOrDefault();
}
