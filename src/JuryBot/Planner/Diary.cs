namespace JuryBot.Planner;

/// <summary>The taken slots of one person or room, and the one site they are at on each date.</summary>
internal sealed class Diary(Slots slots)
{
    private readonly bool[] taken = new bool[slots.Count];
    private readonly Dictionary<int, int> sites = [];
    private readonly List<(int Start, int Length)> exams = [];

    public int Exams => exams.Count;

    public int Dates => sites.Count;

    public void Add(int start, int length, int site)
    {
        taken.AsSpan(start, length).Fill(true);
        sites[slots.Date(start)] = site;
        exams.Add((start, length));
    }

    public void Remove(int start, int length)
    {
        taken.AsSpan(start, length).Clear();
        exams.Remove((start, length));
        if (!exams.Exists(exam => slots.Date(exam.Start) == slots.Date(start)))
        {
            sites.Remove(slots.Date(start));
        }
    }

    /// <summary>Start and length of what is there on that date.</summary>
    public IEnumerable<(int Start, int Length)> On(int date) => exams.Where(exam => slots.Date(exam.Start) == date);

    public bool Free(int start, int length) => !taken.AsSpan(start, length).Contains(true);

    /// <summary>-1 when nothing is there on that date.</summary>
    public int SiteOn(int date) => sites.GetValueOrDefault(date, -1);

    public bool MayBeAt(int date, int site) => site < 0 || !sites.TryGetValue(date, out var there) || there == site;
}
