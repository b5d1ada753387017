using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Identity;

namespace JuryBot.Features;

/// <summary>Where a link to deposits is handed out. Each door has its own, so that one door's link does not end another's.</summary>
internal enum DepositDoor
{
    Mail,
    Chat,
    Convocation,
    Sheet,
}

/// <summary>Personal links to the two pages of deposits: a candidate's to deposit, a member's to what their candidates deposited.</summary>
internal sealed class DepositLinks(PersonalLinks links, Settings settings, TimeProvider time)
{
    public const string Deposit = "deposit", Reading = "deposited";

    // A mailed link serves as long as the convocation's; one that is asked for is used at once.
    private static readonly TimeSpan Mailed = TimeSpan.FromDays(7), Asked = TimeSpan.FromHours(24);

    /// <summary>The link for somebody of a sitting.</summary>
    public PersonalLink To(Sitting sitting, string person, DepositDoor door) => new(
        sitting.Exam(person) is null ? Reading : Deposit, person, $"{sitting.Id}|{door}", door == DepositDoor.Mail ? sitting.End + Mailed : time.GetUtcNow() + Asked);

    /// <summary>The sitting a link is about.</summary>
    public static string SittingOf(PersonalLink link) => link.About.Split('|')[0];

    /// <summary>Makes a link that is asked for; the door's older one opens nothing from then on.</summary>
    public async Task<Uri> IssueAsync(PersonalLink link, CancellationToken cancellation) =>
        new(settings.PublicUrl, $"{link.Purpose}/{await links.IssueAsync(link, cancellation)}");

    /// <summary>Leads a visitor of another page to theirs.</summary>
    public async Task LeadAsync(HttpContext http, Sitting sitting, Pages.Visit visit, DepositDoor door)
    {
        var address = await IssueAsync(To(sitting, visit.Person.Id, door), http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"{address.AbsolutePath}?lang={visit.Language}";
    }
}
