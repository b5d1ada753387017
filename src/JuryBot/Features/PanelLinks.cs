using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;

namespace JuryBot.Features;

/// <summary>Finds the links, declared or known, that keep members of a panel off its candidates now (certification §6).</summary>
internal sealed class PanelLinks(PeopleRegister people, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>Why these members step back, for the record.</summary>
    public string Reason => Texts.Get(organisation.Language, "LinkKnown");

    public async Task<IReadOnlyList<Linked>> BlockingAsync(Sitting sitting, CancellationToken cancellation)
    {
        var certification = organisation.CertificationOf(sitting);
        var members = await Task.WhenAll(sitting.Panel.Select(member => people.GetAsync(member.Person, cancellation)));
        return
        [
            .. from member in members.OfType<Person>()
               from exam in sitting.Exams
               where member.WhyNotJudge(sitting, exam.Candidate, certification) is not null
               select new Linked(member.Id, exam.Candidate),
        ];
    }
}
