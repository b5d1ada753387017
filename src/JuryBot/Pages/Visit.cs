using JuryBot.Domain.People;
using JuryBot.Identity;

namespace JuryBot.Pages;

/// <summary>Somebody at the page of their personal link.</summary>
/// <param name="Person">Whom the link is for; their language is the one chosen on the page, else theirs.</param>
internal sealed record Visit(PersonalLink Link, Person Person)
{
    public string Language => Person.Language;
}
