namespace JuryBot.Planner;

/// <summary>Who and what is taken when, while seats are added one by one.</summary>
internal sealed class Occupancy(Board board)
{
    private readonly Diary[] jurors = [.. board.Problem.Jurors.Select(_ => new Diary(board.Slots))];
    private readonly Diary[] candidates = [.. Enumerable.Range(0, board.CandidateCount).Select(_ => new Diary(board.Slots))];
    private readonly Diary[] rooms = [.. board.Problem.Rooms.Select(_ => new Diary(board.Slots))];

    public void Add(BoardExam exam, Seat seat)
    {
        var site = board.Site[seat.Room];
        foreach (var diary in seat.Members.Select(juror => jurors[juror])
            .Concat(exam.Candidates.Select(candidate => candidates[candidate])).Append(rooms[seat.Room]))
        {
            diary.Add(seat.Start, exam.Length, site);
        }
    }

    public void Remove(BoardExam exam, Seat seat)
    {
        foreach (var diary in seat.Members.Select(juror => jurors[juror])
            .Concat(exam.Candidates.Select(candidate => candidates[candidate])).Append(rooms[seat.Room]))
        {
            diary.Remove(seat.Start, exam.Length);
        }
    }

    public int Load(int juror) => jurors[juror].Exams;

    public bool WorksOn(int juror, int date) => jurors[juror].SiteOn(date) >= 0;

    /// <summary>Slots between a stretch and the nearest exam a juror has that date; 0 when there is none.</summary>
    public int Gap(int juror, int start, int end) => jurors[juror].On(board.Slots.Date(start))
        .Select(exam => exam.Start >= end ? exam.Start - end : Math.Max(0, start - exam.Start - exam.Length)).DefaultIfEmpty(0).Min();

    /// <summary>Free for the whole exam, under both caps, and at no other site that day. A negative site is any.</summary>
    public bool JurorFree(int juror, BoardExam exam, int start, int site)
    {
        var (person, diary, date) = (board.Problem.Jurors[juror], jurors[juror], board.Slots.Date(start));
        return !board.JurorAway[juror].Touches(start, exam.Length)
            && diary.Free(start, exam.Length)
            && (person.MaxExams is not { } exams || diary.Exams < exams)
            && (person.MaxDays is not { } days || diary.SiteOn(date) >= 0 || diary.Dates < days)
            && diary.MayBeAt(date, site)
            && Rested(diary, date, start, exam.Length);
    }

    /// <summary>With this exam too, nobody sits in more exams in a row than the setting allows.</summary>
    private bool Rested(Diary diary, int date, int start, int length)
    {
        if (board.Problem.Break is not { } pause || diary.SiteOn(date) < 0)
        {
            return true;
        }

        var day = diary.On(date).Append((start, length)).ToList();
        return day.TrueForAll(exam => board.RunUpTo(day, exam.Item1) <= pause.AfterExams);
    }

    public bool CandidatesFree(BoardExam exam, int start, int site) => exam.Candidates.All(candidate =>
        candidates[candidate].Free(start, exam.Length) && candidates[candidate].MayBeAt(board.Slots.Date(start), site));

    public bool RoomFree(int room, BoardExam exam, int start) =>
        !board.RoomAway[room].Touches(start, exam.Length) && rooms[room].Free(start, exam.Length);
}
