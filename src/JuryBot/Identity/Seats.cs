using JuryBot.Domain;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;

namespace JuryBot.Identity;

/// <summary>People as members of a panel.</summary>
internal static class Seats
{
    /// <summary>The refusal of a member with a link to the candidate that their seat does not allow, or <c>null</c> (certification §6).</summary>
    public static Refusal? WhyNotJudge(this Person actor, Sitting sitting, string candidate, Certification certification) =>
        sitting.Member(actor.Id) is { } seat && sitting.Exam(candidate) is { } exam
            && !actor.MayJudge(candidate, certification.Route(exam.Route), SittingVerbs.Jury(sitting, certification).FindRole(seat.Role)!)
            ? new Refusal("ConflictOfInterest", actor.Name, exam.Name)
            : null;

    public static Member Of(Person juror, string role) => new()
    {
        Person = juror.Id,
        Name = juror.Name,
        Mail = juror.Mail,
        Role = role,
        External = juror.Juror?.External ?? false,
        College = juror.Juror?.College,
        Employer = juror.Juror?.Employer,
    };
}
