using JuryBot.Domain.Planning;

namespace JuryBot.Features.Sessions;

/// <summary>A session's sittings by day and room. Moments are local to the organisation, <c>yyyy-MM-ddTHH:mm</c>.</summary>
/// <param name="Fictitious">Whether it rests on an example registration: to be marked.</param>
/// <param name="Seen">Fingerprint of the plan that is shown.</param>
/// <param name="Today">As <c>yyyy-MM-dd</c>, where the organisation is.</param>
/// <param name="Days">Each as <c>yyyy-MM-dd</c>.</param>
/// <param name="Stretches">Of a day; nothing runs over from one to the next.</param>
/// <param name="People">Who sits or is heard.</param>
/// <param name="Words">The rules', with <c>{0}</c> for whom, <c>{1}</c> for when, <c>{2}</c> for where.</param>
internal sealed record ShownBoard(
    bool Fictitious,
    bool Convened,
    string Seen,
    bool MayUndo,
    int SlotMinutes,
    string Today,
    IEnumerable<string> Days,
    IEnumerable<BoardStretch> Stretches,
    IEnumerable<BoardRoom> Rooms,
    IEnumerable<BoardPerson> People,
    IReadOnlyDictionary<string, string> Words,
    IEnumerable<BoardSitting> Sittings);

/// <param name="From">As <c>HH:mm</c>.</param>
internal sealed record BoardStretch(string From, string To);

/// <param name="Id">Mail address of the room.</param>
internal sealed record BoardRoom(string Id, string Name, string Site, IReadOnlyList<LocalRange> Away);

internal sealed record BoardPerson(string Id, IReadOnlyList<LocalRange> Away);

/// <param name="Room">Mail address of the room.</param>
/// <param name="Stays">It has begun, is about to, or is new: it is not moved.</param>
/// <param name="Pinned">It was put there by hand.</param>
/// <param name="Was">Where it is convened, when a proposal moves it.</param>
/// <param name="Conflicts">Rules it breaks where it lies.</param>
internal sealed record BoardSitting(
    string Id,
    string Start,
    string End,
    string Room,
    bool Stays,
    bool Pinned,
    BoardPlace? Was,
    IEnumerable<NamedSeat> Panel,
    IEnumerable<BoardCandidate> Candidates,
    IEnumerable<ShownConflict> Conflicts);

internal sealed record BoardPlace(string Start, string End, string Room);

internal sealed record BoardCandidate(string Id, string Name, string Start, string End);

internal sealed record ShownConflict(string Rule, string Text);
