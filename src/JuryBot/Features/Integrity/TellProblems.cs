using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Integrity;

/// <summary>Tells every coordinator what was given up, of what, what to do, and where.</summary>
internal sealed class TellProblems(Problems problems, Whereabouts whereabouts, PeopleRegister people, Reach reach, Settings settings, TimeProvider time)
{
    private const int Shown = 20;
    private static readonly Texts Texts = Texts.Of("Features");

    public async Task HandleAsync(TellParked effect, Delivery delivery, CancellationToken cancellation)
    {
        var (everybody, now) = (await people.ListAsync(cancellation), time.GetUtcNow());
        var names = everybody.ToDictionary(person => person.Id, person => person.Name);
        foreach (var coordinator in everybody.Where(person => person.Is(PersonRole.Coordinator)))
        {
            var listed = await problems.ListAsync(
                effect.Table, effect.Partition, recipient => recipient.Split('|').Skip(1).Select(part => names.GetValueOrDefault(part)).FirstOrDefault(name => name is not null), coordinator.Language, cancellation);
            if (listed.Count > 0)
            {
                var (where, mark) = await whereabouts.OfAsync(effect.Table, effect.Partition, coordinator.Language, cancellation);
                var card = Show(where, mark, listed, AddressOf(effect), ProblemsOnCard.Data(effect.Table, effect.Partition, now), coordinator.Language);
                await reach.TellAsync(coordinator, card, Texts.Get(coordinator.Language, "Problems.Subject"), $"{delivery.Id}|{coordinator.Id}|problems", coordinator.Id, delivery.Part(coordinator.Id), cancellation);
            }
        }
    }

    /// <param name="where">What they are about, if it has a name.</param>
    /// <param name="mark">What marks a fictitious registration.</param>
    /// <param name="address">The page on which each can be tried again or dismissed.</param>
    /// <param name="data">Of the buttons that do it to all of them.</param>
    public static AdaptiveCard Show(string? where, string? mark, IEnumerable<Problem> problems, Uri address, object data, string language) => new()
    {
        Lang = language,
        Body =
        [
            .. Cards.Head(Texts.Get(language, "Problems.Title"), mark),
            .. where is null ? Array.Empty<CardElement>() : [Cards.Strong(Markdown.Escape(where))],
            Cards.Notice(ContainerStyle.Warning, problems.Take(Shown).Select(problem => Markdown.Escape(problem.Text))),
            Cards.Line(Texts.Get(language, "Problems.How")),
            new ActionSet(new OpenUrlAction(address.ToString()) { Title = Texts.Get(language, "Problems.Open") }),
            ActionSet.WithFallbacks(
                Cards.Back(Texts.Get(language, "Problems.Retry"), Verbs.RetryProblems, data),
                Cards.Back(Texts.Get(language, "Problems.Dismiss"), Verbs.DismissProblems, data)),
        ],
    };

    private Uri AddressOf(TellParked effect) => effect.Table switch
    {
        TableNames.Sittings or TableNames.Sessions or TableNames.Candidates => settings.ConsolePage(effect.Table.ToLowerInvariant(), effect.Partition),
        _ => new(settings.PublicUrl, "app/"),
    };
}
