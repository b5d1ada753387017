using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Identity;

namespace JuryBot.Pages;

/// <summary>The part of a mail that is a personal link. A link's path is its purpose.</summary>
internal sealed class LinkMail(PersonalLinks links, Settings settings, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Pages");

    /// <summary>Makes the link, replacing an older one for the same.</summary>
    /// <param name="label">What it opens, in the reader's language.</param>
    public async Task<Html> IssueAsync(PersonalLink link, string label, CancellationToken cancellation)
    {
        var token = await links.IssueAsync(link, cancellation);
        return $"<p><a href=\"{new Uri(settings.PublicUrl, $"{link.Purpose}/{token}").ToString()}\">{label}</a></p>";
    }

    /// <summary>Whom a link is for and until when it works, and whom to write to.</summary>
    public Html Outro(DateTimeOffset expires, Person reader) =>
        $"<p>{Texts.Get(reader.Language, "Mail.Personal", expires.Long(organisation.ZoneOf(reader), reader.Language))}</p><p>{Texts.Get(reader.Language, "Outro", organisation.Reached)}</p>";
}
