using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Tests.Exams;

/// <summary>Sittings of the built-in certification, and what people do in them.</summary>
internal static class Sample
{
    public static readonly Certification Rncp = Certification.Rncp31168;
    public static readonly DateTimeOffset Noon = new(2019, 6, 12, 12, 0, 0, TimeSpan.Zero);

    public static Member Seat(string person, string role, College? college = null, bool external = false) =>
        new() { Person = person, Name = person, Mail = $"{person}@example.org", Role = role, External = external, College = college };

    public static Sitting Final(params string[] candidates) => Make(JuryKind.Final, null,
    [
        Seat("paul", "president", College.Employer, external: true),
        Seat("rose", "employeeRepresentative", College.Employee, external: true),
        Seat("dora", "directorRepresentative"),
        Seat("toni", "trainer"),
        Seat("mona", "pedagogicManager"),
    ], candidates);

    public static Sitting Intermediate(params string[] candidates) =>
        Make(JuryKind.Intermediate, "1", [Seat("cleo", "chair"), Seat("prof", "professional")], candidates);

    public static CandidateRecord Record(string candidate = "camille") => CandidateVerbs.Enroll(null, Rncp, new Enrolment(
        candidate,
        new CandidateIdentity { FirstName = candidate, LastName = "Exemple", Mail = $"{candidate}@example.org" },
        "initial",
        "2019",
        new DateOnly(2018, 9, 15))).State!;

    /// <summary>A sheet that may be submitted.</summary>
    public static SheetEntry Good(Sitting sitting, string candidate, string judgment = "acquired", string comment = "") => Entry(sitting, candidate, _ => judgment, _ => comment);

    public static SheetEntry Entry(Sitting sitting, string candidate, Func<string, string?> judgment, Func<string, string?> comment, Func<string, string?>? mark = null)
    {
        var criteria = SittingVerbs.Sheet(sitting, sitting.Exam(candidate)!, Rncp).Criteria.Select(c => c.Id).ToList();
        return new SheetEntry(Take(judgment), Take(mark ?? (_ => null)), Take(comment), [], null);

        Dictionary<string, string> Take(Func<string, string?> value) => criteria.Where(c => value(c) is not null).ToDictionary(c => c, c => value(c)!);
    }

    public static Sitting Opened(this Sitting sitting, params string[] absent)
    {
        var chair = sitting.Panel[0].Person;
        var present = sitting.Panel.Select(m => m.Person).Except(absent).ToHashSet();
        return SittingVerbs.Open(sitting, chair, present, Rncp, sitting.Start).State!;
    }

    public static Sitting Graded(this Sitting sitting, string candidate) => sitting.Panel.Where(m => m.Present == true)
        .Aggregate(sitting, (now, member) => SheetVerbs.Submit(now, member.Person, candidate, Good(now, candidate), Rncp, Noon).State!);

    private static Sitting Make(JuryKind kind, string? block, Member[] panel, string[] candidates) => new()
    {
        Id = "sitting",
        Session = "session",
        Index = 0,
        Certification = Rncp.Id,
        Promotion = "2019",
        SynthesisBlock = Rncp.SynthesisBlock,
        Kind = kind,
        Block = block,
        Start = Noon,
        End = Noon.AddMinutes(30 * candidates.Length),
        Room = "room@example.org",
        RoomName = "Salle",
        Coordinator = "coordinator",
        Appointments = [new Appointment("paul", "paul", "director", Noon.AddDays(-30)), new Appointment("pia", "pia", "director", Noon.AddDays(-30))],
        Panel = [.. panel],
        Exams = [.. candidates.Select((c, i) => new Exam { Candidate = c, Name = c, Route = "initial", Start = Noon.AddMinutes(30 * i), End = Noon.AddMinutes(30 * (i + 1)) })],
    };
}
