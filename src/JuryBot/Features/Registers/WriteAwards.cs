using JuryBot.Configuration;
using JuryBot.Identity;

namespace JuryBot.Features.Registers;

/// <summary>GET /api/registers/awards: the award register as a workbook, titles and certificates of blocks, annulled ones included.</summary>
internal sealed class WriteAwards(AwardRegister register, PeopleRegister people, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Registers");

    public async Task<IResult> HandleAsync(HttpContext http)
    {
        var language = http.Caller().Language;
        var awards = await register.ListAsync(http.RequestAborted);
        var directors = (await people.ListAsync(http.RequestAborted)).ToDictionary(person => person.Id, person => person.Name);
        SheetColumn[] columns =
        [
            new(T("Awards.Number"), Width: 44), new(T("Candidate"), Width: 28), new(T("Awards.Certification")), new(T("Awards.What"), Width: 44), new(T("Awards.Date"), Holds.Day),
            new(T("Awards.Session"), Holds.Moment), new(T("Awards.Sitting"), Width: 38), new(T("Awards.President"), Width: 28), new(T("Route")), new(T("Promotion")),
            new(T("Awards.AnnulledOn"), Holds.Day), new(T("Awards.AnnulledBy"), Width: 28), new(T("Awards.AnnulledBecause"), Width: 44), new(T("Registration"), Width: 40),
        ];
        return await Spreadsheet.DownloadAsync($"{T("Awards.File")}.xlsx", T("Awards.Sheet"), columns, awards.Select(Row), http.RequestAborted);

        object?[] Row(RegisteredAward award)
        {
            var certification = organisation.Certifications.GetValueOrDefault(award.Certification);
            var what = award.Entry.Block is { } block
                ? Texts.Get(language, "Awards.Block", block, certification?.FindBlock(block)?.Title.In(language))
                : Texts.Get(language, "Awards.Title", certification?.Title.In(language));
            var annulled = award.Entry.Annulled;
            return
            [
                award.Entry.Number, award.Name, award.Certification, what, Local(award.Entry.At)?.Date, Local(award.SittingStart), award.Entry.Sitting, award.President,
                certification?.FindRoute(award.Route)?.Name.In(language) ?? award.Route, award.Promotion, Local(annulled?.At)?.Date,
                annulled is null ? null : directors.GetValueOrDefault(annulled.By, annulled.By), annulled?.Reason,
                Fictitious.Mark(organisation.IsFictitious(award.Certification, award.SittingStart ?? award.Entry.At), language),
            ];
        }

        DateTime? Local(DateTimeOffset? moment) => moment?.In(organisation.TimeZone);

        string T(string key) => Texts.Get(language, key);
    }
}
