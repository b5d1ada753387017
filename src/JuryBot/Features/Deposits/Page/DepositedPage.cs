using JuryBot.Configuration;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Pages;
using JuryBot.Storage;

namespace JuryBot.Features.Deposits.Page;

/// <summary>GET /deposited/{token} and …/{candidate}/{version}/{number}: a member of a panel reads what the candidates deposited whom they judge, as it is at this
/// moment: who has stepped back, left or was replaced reads nothing.</summary>
internal sealed class DepositedPage(Store store, PersonalPages pages, DepositShelf shelf, DepositParts parts, OrganisationSettings organisation)
{
    public async Task ShowAsync(HttpContext http)
    {
        if (await OpenAsync(http) is not var (visit, sitting))
        {
            return;
        }

        var (sections, ofGroups) = (new List<Html>(), await shelf.GroupsAsync(sitting, http.RequestAborted));
        foreach (var slot in sitting.Slots())
        {
            var read = new List<(Exam Exam, IReadOnlyList<Deposit> Deposits)>();
            foreach (var exam in slot.Where(exam => shelf.WhyNotRead(sitting, exam, visit.Person) is null))
            {
                read.Add((exam, await shelf.OfAsync(sitting, exam, ofGroups, http.RequestAborted)));
            }

            // A group's deliverable is one, and stands once below the names of those who made it.
            foreach (var one in read.GroupBy(exam => exam.Deposits is [{ Shared: not null }, ..] ? string.Join(' ', exam.Deposits.Select(d => d.Number)) : exam.Exam.Candidate).Select(same => same.ToList()))
            {
                var ((exam, deposits), names) = (one[0], await shelf.DepositorsAsync(one[0].Deposits, http.RequestAborted));
                sections.Add($"<section class=\"card\"><h2>{exam.Start.Clock(organisation.ZoneOf(visit.Person))} · {Html.Name(string.Join(", ", one.Select(each => each.Exam.Name)))}{GroupWork.After(exam, visit.Language)}</h2>{parts.Versions(deposits, $"{http.Request.Path}/{exam.Candidate}", visit.Person, names)}</section>");
            }
        }

        if (sections.Count == 0)
        {
            await pages.GoneAsync(http);
            return;
        }

        Html body = $"<h1>{DepositParts.T(visit.Language, "Title")}</h1><p>{parts.Jury(sitting, visit.Language)}<br><span class=\"quiet\">{sitting.Start.Long(organisation.ZoneOf(visit.Person), visit.Language)}</span></p><p>{DepositParts.T(visit.Language, "Confidential")}</p>{sections}";
        await pages.ShowAsync(http, visit.Language, DepositParts.T(visit.Language, "Title"), body, parts.Mark(sitting, visit.Language));
    }

    public async Task ReadAsync(string candidate, int version, int number, HttpContext http)
    {
        if (await OpenAsync(http) is not var (visit, sitting))
        {
            return;
        }

        if (sitting.Exam(candidate) is not { } exam || shelf.WhyNotRead(sitting, exam, visit.Person) is not null)
        {
            await pages.GoneAsync(http);
            return;
        }

        var (file, refusal) = await shelf.HandOutAsync(http, sitting, exam, version, number);
        await parts.AnswerAsync(http, visit, sitting, file, refusal);
    }

    private async Task<(Visit Visit, Sitting Sitting)?> OpenAsync(HttpContext http)
    {
        if (await pages.OpenAsync(http, DepositLinks.Reading) is not { } visit)
        {
            return null;
        }

        // Only the jury reads by this link: a candidate has another.
        if (await store.ReadAsync(Aggregates.Sittings, DepositLinks.SittingOf(visit.Link), http.RequestAborted) is { } sitting && sitting.Member(visit.Person.Id) is not null)
        {
            return (visit, sitting);
        }

        await pages.GoneAsync(http);
        return null;
    }
}
