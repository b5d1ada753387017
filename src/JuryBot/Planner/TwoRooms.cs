using System.Numerics;

namespace JuryBot.Planner;

/// <summary>A panel on a date: its members as bits, and the slots at which an exam before it could begin, as bits.</summary>
internal readonly record struct DatePanel(ulong Members, ulong Starts);

/// <summary>How many exams of one length some panels hear on a date, two at a time, where no two at once share a member.</summary>
internal sealed class TwoRooms
{
    private readonly IReadOnlyList<DatePanel> panels;
    private readonly int length;
    private readonly ulong starts;
    private readonly ulong beside;

    /// <param name="panels">Who may sit together.</param>
    /// <param name="length">Of every exam, in slots.</param>
    public TwoRooms(IReadOnlyList<DatePanel> panels, int length)
    {
        (this.panels, this.length) = (panels, length);
        foreach (var panel in panels)
        {
            starts |= panel.Starts;
            foreach (var other in panels)
            {
                beside |= (panel.Members & other.Members) == 0 ? panel.Starts & Span(other.Starts, length) : 0;
            }
        }
    }

    /// <summary>How many exams, one after another, begin at these starts: always the earliest there is.</summary>
    public static int Pack(ulong starts, int length)
    {
        var count = 0;
        for (; starts != 0; count++)
        {
            starts = From(starts, BitOperations.TrailingZeroCount(starts) + length);
        }

        return count;
    }

    /// <summary>The slots of exams that begin at these starts.</summary>
    public static ulong Span(ulong from, int length)
    {
        var span = from;
        for (var i = 1; i < length; i++)
        {
            span |= from << i;
        }

        return span;
    }

    /// <summary>No more than so many with so many at once: what begins while another exam is under way needs a panel that shares nobody with it.</summary>
    public int Bound(int atOnce, int slot = 0) => Pack(From(starts, slot), length) + ((atOnce - 1) * Pack(From(beside, slot), length));

    /// <summary>The most; 0 when it is less than wanted. A dynamic programme over the slots: who hears in each room, and for how long yet.</summary>
    public int Most(int wanted)
    {
        if (Bound(2) < wanted)
        {
            return 0;
        }

        var last = starts == 0 ? -1 : BitOperations.Log2(starts);
        var states = new Dictionary<(int One, int OneLeft, int Two, int TwoLeft), int> { [default] = 0 };
        for (var slot = 0; slot <= last; slot++)
        {
            var (next, hope) = (new Dictionary<(int, int, int, int), int>(), Bound(2, slot + 1));
            foreach (var ((one, oneLeft, two, twoLeft), held) in states)
            {
                foreach (var first in Choices(one, oneLeft, slot, twoLeft > 0 ? two : -1))
                {
                    foreach (var second in Choices(two, twoLeft, slot, first >= 0 ? first : -1))
                    {
                        var sum = held + (oneLeft == 0 && first >= 0 ? 1 : 0) + (twoLeft == 0 && second >= 0 ? 1 : 0);
                        if (sum + hope < wanted)
                        {
                            continue;
                        }

                        var (a, b) = (After(first, oneLeft), After(second, twoLeft));
                        var state = a.CompareTo(b) <= 0 ? (a.Panel, a.Left, b.Panel, b.Left) : (b.Panel, b.Left, a.Panel, a.Left);
                        next[state] = Math.Max(sum, next.GetValueOrDefault(state));
                    }
                }
            }

            states = next;
        }

        return states.Count == 0 ? 0 : states.Values.Max();
    }

    /// <summary>Who hears in a room during this slot: who does already, or nobody (-1), or a panel that begins and shares nobody with the other room's.</summary>
    private IEnumerable<int> Choices(int panel, int left, int slot, int other)
    {
        if (left > 0)
        {
            yield return panel;
            yield break;
        }

        yield return -1;
        for (var i = 0; i < panels.Count; i++)
        {
            if ((panels[i].Starts & 1UL << slot) != 0 && (other < 0 || (panels[i].Members & panels[other].Members) == 0))
            {
                yield return i;
            }
        }
    }

    private (int Panel, int Left) After(int panel, int left) => panel < 0 ? default : (left > 0 ? left : length) - 1 is var rest && rest > 0 ? (panel, rest) : default;

    private static ulong From(ulong starts, int slot) => slot >= 64 ? 0 : starts >> slot << slot;
}
