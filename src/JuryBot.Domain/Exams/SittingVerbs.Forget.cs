using JuryBot.Domain.Deliberations;
using JuryBot.Domain.People;

namespace JuryBot.Domain.Exams;

/// <summary>Pure verbs of what a sitting forgets: of a person who is erased, and of everybody when it is as old as it may become (certification §7).</summary>
public static partial class SittingVerbs
{
    /// <summary>Forgets how a person was reached. Their name stays in the minutes for as long as these are kept.</summary>
    public static Decision<Sitting> ForgetReach(Sitting sitting, string person)
    {
        var (member, exam) = (sitting.Member(person), sitting.Exam(person));
        var next = member is { Mail.Length: > 0 } ? ForgetContent(sitting, null) with { Panel = sitting.Panel.Replace(member, member with { Mail = "" }) } : sitting;
        return exam is { EventId: not null } ? ForgetContent(next, person).With(exam with { EventId = null, Placed = null }) : next;
    }

    /// <summary>Forgets the ids of calendar events.</summary>
    public static Decision<Sitting> ForgetReferences(Sitting sitting, DateTimeOffset now) => sitting.ReferencesForgottenAt is not null ? sitting : sitting with
    {
        Mailbox = null,
        EventId = null,
        Placed = null,
        Altered = [],
        Exams = sitting.Exams.ConvertAll(exam => exam with { EventId = null, Placed = null }),
        ReferencesForgottenAt = now,
    };

    /// <summary>Forgets one candidate's name, the sheets and every free text about them; what was decided stays. One exam at a time: all of a large
    /// sitting's sheets are more than one commit holds.</summary>
    public static Decision<Sitting> ForgetExam(Sitting sitting, string candidate) => sitting.Exam(candidate) is not { } exam || exam is { Name: Erasure.Name, Sheets.Count: 0 } ? sitting : ForgetContent(sitting, candidate).With(exam with
    {
        Name = Erasure.Name,
        Group = null,
        Sheets = [],
        EventId = null,
        Placed = null,
        Recusals = exam.Recusals.ConvertAll(recusal => recusal with { Reason = Erasure.Name }),
        Waivers = exam.Waivers.ConvertAll(waiver => waiver with { Reason = Erasure.Name }),
        Away = exam.Away.ConvertAll(away => away with { Reason = null }),
        Ending = exam.Ending is { } ending ? ending with { Reason = null } : null,
        Annulled = exam.Annulled.ConvertAll(annulled => annulled with { Deliberation = Forgotten(annulled.Deliberation) }),
        Deliberation = exam.Deliberation is { } held ? Forgotten(held) : null,
    });

    // Whom an event invites is known by name and address.
    private static Sitting ForgetContent(Sitting sitting, string? candidate) => sitting with
    {
        Altered = sitting.Altered.RemoveAll(a => a.Candidate == candidate),
        Placed = candidate is null && sitting.Placed is { } placed ? placed with { Content = null, NewContent = null } : sitting.Placed,
    };

    private static Deliberation Forgotten(Deliberation held) => held with
    {
        Prepared = null,
        Observations = null,
        Decisions = held.Decisions.ConvertAll(decision => decision with { Reason = null }),
        Award = held.Award is { } award ? award with { Reason = null } : null,
    };

    /// <summary>Forgets who sat, once every exam is forgotten.</summary>
    public static Decision<Sitting> ForgetMinutes(Sitting sitting, DateTimeOffset now) => sitting.MinutesForgottenAt is not null ? sitting : ForgetContent(sitting, null) with
    {
        Panel = sitting.Panel.ConvertAll(member => member with { Name = Erasure.Name, Mail = "", Employer = null }),
        Appointments = sitting.Appointments.ConvertAll(appointment => appointment with { Name = Erasure.Name }),
        Replacements = sitting.Replacements.ConvertAll(replacement => replacement with { Name = Erasure.Name }),
        Incidents = sitting.Incidents.ConvertAll(incident => incident with { Text = Erasure.Name }),
        Acknowledgements = sitting.Acknowledgements.ConvertAll(acknowledgement => acknowledgement with { Reservation = null }),
        Documents = [],
        MinutesForgottenAt = now,
    };
}
