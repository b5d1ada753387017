using System.Globalization;
using JuryBot.Domain.Planning;

namespace JuryBot.Domain.Sessions;

/// <summary>A morning or an afternoon of a session's window: the smallest time a juror is asked about.</summary>
/// <param name="Range">Its hours, local to the organisation.</param>
public sealed record HalfDay(DateOnly Date, bool IsMorning, LocalRange Range)
{
    /// <summary>When a morning ends; a sitting that runs over it needs both halves.</summary>
    public static readonly TimeOnly Noon = new(13, 0);

    /// <summary>Such as <c>2026-11-09.am</c>: what answers are kept under.</summary>
    public string Key => $"{Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{(IsMorning ? "am" : "pm")}";

    /// <summary>The halves of a window's working days that its hours touch, in order.</summary>
    public static IEnumerable<HalfDay> Of(SessionWindow window)
    {
        foreach (var day in window.WorkingDays())
        {
            if (window.DayFrom < Noon)
            {
                yield return new HalfDay(day, true, new LocalRange(day.ToDateTime(window.DayFrom), day.ToDateTime(window.DayTo < Noon ? window.DayTo : Noon)));
            }

            if (window.DayTo > Noon)
            {
                yield return new HalfDay(day, false, new LocalRange(day.ToDateTime(window.DayFrom > Noon ? window.DayFrom : Noon), day.ToDateTime(window.DayTo)));
            }
        }
    }
}
