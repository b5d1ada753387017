namespace JuryBot.Planner;

/// <summary>A fixed set of slots that answers at once whether a stretch touches it.</summary>
internal sealed class SlotSet
{
    private readonly int[] before;

    public SlotSet(IReadOnlyList<bool> members)
    {
        before = new int[members.Count + 1];
        for (var slot = 0; slot < members.Count; slot++)
        {
            before[slot + 1] = before[slot] + (members[slot] ? 1 : 0);
        }
    }

    public bool Contains(int slot) => Touches(slot, 1);

    public bool Touches(int slot, int count) => before[slot + count] > before[slot];

    public bool SetEquals(SlotSet other) => before.AsSpan().SequenceEqual(other.before);
}
