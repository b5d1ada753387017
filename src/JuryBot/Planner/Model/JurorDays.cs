using Google.OrTools.Sat;
using JuryBot.Domain.Planning;

namespace JuryBot.Planner.Model;

/// <summary>On which dates each juror sits, for the rules and objectives that ask.</summary>
internal sealed class JurorDays
{
    private readonly Dictionary<(int Juror, int Date), JurorDay> days;

    public JurorDays(Draft draft)
    {
        var counted = draft.Kinds.Any(kind => kind is ObjectiveKind.JurorDays or ObjectiveKind.Compactness);
        days = draft.Seats
            .Where(juror => counted || draft.Board.Problem.Jurors[juror.Key].MaxDays < draft.Board.Slots.Dates)
            .SelectMany(juror => juror.GroupBy(seat => (Juror: juror.Key, seat.Spot.Date)))
            .ToDictionary(day => day.Key, day => new JurorDay(draft, day.Key.Juror, day.Key.Date, [.. day]));
    }

    public IEnumerable<JurorDay> All => days.Values;

    public JurorDay? Of(int juror, int date) => days.GetValueOrDefault((juror, date));
}

/// <summary>A juror on a date.</summary>
internal sealed class JurorDay(Draft draft, int juror, int date, IReadOnlyList<SeatVariable> seats)
{
    public int Juror => juror;

    public int Date => date;

    public IReadOnlyList<SeatVariable> Seats => seats;

    /// <summary>True if the juror sits; may be true though they do not.</summary>
    public BoolVar Works { get; } = draft.Bool(plan => plan.Day(juror, date).Any());
}
