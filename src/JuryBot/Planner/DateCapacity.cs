using System.Numerics;

namespace JuryBot.Planner;

/// <summary>How many exams so many jurors can hear on one date, were all exams as short as the shortest: a search over the sets of jurors.
/// Fewer jurors than two panels hear one exam at a time (any two panels of them share somebody), which makes what they hear a packing of
/// intervals; fewer than three hear two (<see cref="TwoRooms"/>); of more, what they hear is bounded from above.</summary>
internal sealed class DateCapacity
{
    /// <summary>Panels beyond which nothing is counted.</summary>
    private const int ManyPanels = 5_000;

    /// <summary>Sets of jurors as dear as one look at what a set hears in two rooms.</summary>
    private const int TwoRoomsWork = 100;

    private readonly int size;
    private readonly int length;
    private readonly int rooms;
    private readonly int[] jurors;
    private readonly ulong[] masks;
    private readonly ulong[] spans;
    private readonly int[] alone;
    private readonly ulong[] better;
    private readonly List<ulong> pools;
    private readonly List<DatePanel>[] panels;
    private readonly int together;
    private readonly bool counted;
    private readonly Dictionary<int, (int Most, ulong Members, bool Done)> known = [];

    public DateCapacity(Board board, int date)
    {
        (size, length, rooms) = (board.Exams[0].Roles.Count, board.Exams.Min(exam => exam.Length), board.Problem.Rooms.Count);
        var first = Enumerable.Range(0, board.Slots.Count).First(slot => board.Slots.Date(slot) == date);
        var starts = board.Exams.SelectMany(exam => exam.Starts).Distinct().Where(slot => board.Slots.Date(slot) == date).ToList();
        var eligible = Enumerable.Range(0, size).Select(role => board.Exams.SelectMany(exam => exam.Roles[role]).ToHashSet()).ToList();
        var free = eligible.SelectMany(role => role).Distinct().ToDictionary(
            juror => juror, juror => starts.Where(start => !board.JurorAway[juror].Touches(start, length)).Aggregate(0UL, (bits, start) => bits | 1UL << (start - first)));
        var disjoint = new List<HashSet<int>>();
        foreach (var role in eligible.Where(role => disjoint.TrueForAll(other => !other.Overlaps(role))))
        {
            disjoint.Add(role);
        }

        jurors = [.. free.Where(juror => juror.Value != 0)
            .OrderBy(juror => disjoint.FindIndex(role => role.Contains(juror.Key)) is var index && index < 0 ? size : index)
            .ThenByDescending(juror => TwoRooms.Pack(juror.Value, length)).ThenByDescending(juror => BitOperations.PopCount(juror.Value)).ThenBy(juror => juror.Key).Select(juror => juror.Key)];
        pools = [.. disjoint.Select(role => jurors.Index().Where(juror => role.Contains(juror.Item)).Aggregate(0UL, (bits, juror) => bits | 1UL << juror.Index))];
        masks = Array.ConvertAll(jurors, juror => free[juror]);
        spans = Array.ConvertAll(masks, mask => TwoRooms.Span(mask, length));
        alone = Array.ConvertAll(masks, mask => TwoRooms.Pack(mask, length));
        var kinds = Array.ConvertAll(jurors, juror => (board.Counted[juror], string.Concat(eligible.Select(role => role.Contains(juror) ? '1' : '0'))));
        better = [.. jurors.Select((_, i) => Enumerable.Range(0, i).Where(j => kinds[j] == kinds[i] && (masks[i] & ~masks[j]) == 0).Aggregate(0UL, (bits, j) => bits | 1UL << j))];
        panels = Array.ConvertAll(jurors, _ => new List<DatePanel>());
        var found = new HashSet<ulong>();
        Seat(0, new int[size], 0, ulong.MaxValue);
        counted = found.Count < ManyPanels;
        together = TwoRooms.Pack((counted ? panels.SelectMany(list => list).Select(panel => panel.Starts) : masks).Aggregate(0UL, (bits, more) => bits | more), length);

        void Seat(int role, int[] members, ulong taken, ulong common)
        {
            if (role == size)
            {
                if (!found.Contains(taken) && PanelSearch.Find(board, [.. members.Select(member => (IReadOnlyList<int>)[jurors[member]])]) is not null)
                {
                    found.Add(taken);
                    panels[BitOperations.Log2(taken)].Add(new DatePanel(taken, common));
                }

                return;
            }

            for (var i = 0; i < jurors.Length && found.Count < ManyPanels; i++)
            {
                if (eligible[role].Contains(jurors[i]) && (taken & 1UL << i) == 0 && (common & masks[i]) != 0)
                {
                    members[role] = i;
                    Seat(role + 1, members, taken | 1UL << i, common & masks[i]);
                }
            }
        }
    }

    /// <summary>Jurors who are there at all.</summary>
    public int Jurors => jurors.Length;

    /// <summary>Whether sets of jurors and slots are small enough, and exams enough alike, for it to say something.</summary>
    public static bool Serves(Board board)
    {
        var roles = board.Exams[0].Roles.Count;
        return roles > 0 && board.Problem.Jurors.Count <= 64
            && board.Exams.All(exam => exam.Roles.Count == roles)
            && Enumerable.Range(0, board.Slots.Count).CountBy(board.Slots.Date).All(date => date.Value <= 64)
            && Enumerable.Range(0, roles).All(role => board.Exams.Average(exam => exam.Roles[role].Count) * 2 >= board.Exams.SelectMany(exam => exam.Roles[role]).Distinct().Count());
    }

    /// <summary>No set of so many jurors hears more.</summary>
    public int Most(int count) => count < size ? 0 : known.TryGetValue(count, out var looked) ? looked.Most : Panels(count) * together;

    /// <summary>The most promising set of at most so many jurors; known once it was looked at.</summary>
    public IReadOnlySet<int> Best(int count)
    {
        var members = known.GetValueOrDefault(count).Members;
        return jurors.Where((_, i) => (members & 1UL << i) != 0).ToHashSet();
    }

    /// <summary>Looks at what so many jurors hear at most, if that is as many as wanted.</summary>
    /// <param name="count">So many jurors.</param>
    /// <param name="wanted">So many exams.</param>
    /// <param name="work">Sets of jurors that may still be looked at.</param>
    /// <param name="cancellation">Ends it: nothing more is known then.</param>
    /// <returns>False when that is known as well as it will be.</returns>
    public bool Refine(int count, int wanted, ref int work, CancellationToken cancellation)
    {
        var ceiling = Most(count);
        if (!counted || work <= 0 || known.GetValueOrDefault(count).Done || wanted > ceiling)
        {
            return false;
        }

        var (left, most, best) = (work, wanted - 1, 0UL);
        Grow(0, count, 0, 0);
        work = left;
        known[count] = work <= 0 ? (ceiling, 0, true) : (most, best, most >= wanted);
        return true;

        // Whoever is better in everything is taken first: a set with the worse one alone hears no more.
        void Grow(int next, int free, ulong members, ulong starts)
        {
            if (Hear(members, starts, count - free, most + 1, ref left) is var hears && hears > most)
            {
                (most, best) = (hears, members);
            }

            for (var i = next; free > 0 && i < jurors.Length && most < ceiling && Needed(members, i, most + 1) <= free && Hope(members, i, Panels(count)) > most; i++)
            {
                left = cancellation.IsCancellationRequested ? 0 : left - 1;
                if (left <= 0)
                {
                    return;
                }

                if ((better[i] & ~members) == 0)
                {
                    var now = members | 1UL << i;
                    var heard = starts;
                    foreach (var panel in panels[i])
                    {
                        heard |= (panel.Members & ~now) == 0 ? panel.Starts : 0;
                    }

                    Grow(i + 1, free - 1, now, heard);
                }
            }
        }
    }

    /// <summary>How many more jurors it takes, from this one on, to fill every role in so many exams. Only roles that share nobody are looked at.</summary>
    private int Needed(ulong members, int from, int exams)
    {
        var needed = 0;
        foreach (var pool in pools)
        {
            var open = exams;
            for (var taken = pool & members; taken != 0; taken &= taken - 1)
            {
                open -= alone[BitOperations.TrailingZeroCount(taken)];
            }

            for (var rest = pool >> from << from; open > 0; rest &= rest - 1, needed++)
            {
                if (rest == 0)
                {
                    return int.MaxValue;
                }

                open -= alone[BitOperations.TrailingZeroCount(rest)];
            }
        }

        return needed;
    }

    /// <summary>What these and all jurors from one on could hear together, role by role: whatever begins while another exam is under way
    /// needs somebody else in every role. Only roles that share nobody are looked at.</summary>
    private int Hope(ulong members, int from, int atOnce)
    {
        var (one, two) = (ulong.MaxValue, ulong.MaxValue);
        foreach (var pool in pools)
        {
            var (free, spanned, beside) = (0UL, 0UL, 0UL);
            for (var able = pool & (members | ulong.MaxValue << from); able != 0; able &= able - 1)
            {
                var i = BitOperations.TrailingZeroCount(able);
                beside |= (free & spans[i]) | (masks[i] & spanned);
                free |= masks[i];
                spanned |= spans[i];
            }

            one &= free;
            two &= beside;
        }

        return TwoRooms.Pack(one, length) + ((atOnce - 1) * (atOnce > 1 ? TwoRooms.Pack(two, length) : 0));
    }

    private int Panels(int count) => Math.Min(rooms, count / size);

    /// <summary>What a set hears; less than wanted when it cannot be that many.</summary>
    private int Hear(ulong members, ulong starts, int count, int wanted, ref int left)
    {
        if (Panels(count) < 2)
        {
            return TwoRooms.Pack(starts, length);
        }

        if (Panels(count) * TwoRooms.Pack(starts, length) < wanted)
        {
            return 0;
        }

        left -= TwoRoomsWork;
        var two = new TwoRooms([.. panels.SelectMany(list => list).Where(panel => (panel.Members & ~members) == 0)], length);
        return Panels(count) == 2 ? two.Most(wanted) : two.Bound(Panels(count));
    }
}
