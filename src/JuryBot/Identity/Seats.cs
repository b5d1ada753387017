using JuryBot.Domain.Exams;
using JuryBot.Domain.People;

namespace JuryBot.Identity;

/// <summary>A juror as a member of a panel.</summary>
internal static class Seats
{
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
