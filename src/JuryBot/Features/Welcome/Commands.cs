using JuryBot.Configuration;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Storage;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Welcome;

/// <summary>What can be typed to JuryBot, loosely and in both languages. Anything not understood answers with what can be asked.</summary>
public sealed class Commands(Store store, Reservations reservations, OrganisationSettings organisation, Settings settings, TimeProvider time)
{
    private static readonly Texts Texts = Texts.Of("Features.Welcome");
    private static readonly TimeSpan Past = TimeSpan.FromDays(30);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(366);

    public async Task<AdaptiveCard> AnswerAsync(string text, Person? person, string language, CancellationToken cancellation)
    {
        if (person is null)
        {
            return Welcome(null, language);
        }

        var asked = text.Length > 100 ? "" : JuryBot.Texts.Plain(text);
        return asked switch
        {
            _ when asked.Contains("jury", StringComparison.Ordinal) || asked.Contains("juries", StringComparison.Ordinal) => await JuriesAsync(person, language, cancellation),
            _ when asked.Contains("bloc", StringComparison.Ordinal) && person.Is(PersonRole.Candidate) => await BlocksAsync(person, language, cancellation),
            _ => Welcome(person, language),
        };
    }

    /// <summary>Who JuryBot is and what this person can ask.</summary>
    public AdaptiveCard Welcome(Person? person, string language)
    {
        var body = new List<CardElement> { Cards.Title(T(language, "Hello", organisation.Name)) };
        if (person is null)
        {
            body.Add(Cards.Line(T(language, "Unknown")));
        }
        else
        {
            body.AddRange(person.Roles.Select(role => Cards.Line(T(language, $"Role.{role}"))));
            body.Add(Cards.Strong(T(language, "CanAsk")));
            body.Add(Cards.Line(T(language, person.Is(PersonRole.Candidate) ? "Ask.Candidate" : "Ask.Juror")));
        }

        if (person is null || person.Is(PersonRole.Coordinator) || person.Is(PersonRole.Director))
        {
            body.Add(new ActionSet(new OpenUrlAction(new Uri(settings.PublicUrl, "app/").ToString()) { Title = T(language, "OpenConsole") }));
        }

        return new AdaptiveCard { Lang = language, Body = body };
    }

    private async Task<AdaptiveCard> JuriesAsync(Person person, string language, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var body = new List<CardElement> { Cards.Title(T(language, "Juries")) };
        foreach (var held in (await reservations.ListAsync(person.Id, now - Past, now + Ahead, cancellation)).OrderBy(h => h.From))
        {
            if (await store.ReadAsync(Aggregates.Sittings, held.Sitting, cancellation) is { } sitting)
            {
                body.Add(Show(sitting, person, language));
            }
        }

        if (body.Count == 1)
        {
            body.Add(Cards.Line(T(language, "NoJury")));
        }

        return new AdaptiveCard { Lang = language, Body = body };
    }

    private Container Show(Sitting sitting, Person person, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        var items = new List<CardElement>
        {
            Cards.Strong(sitting.Kind == Domain.Certifications.JuryKind.Final
                ? T(language, "Final", certification.Title.In(language))
                : T(language, "Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language))),
        };
        if (sitting.Exam(person.Id) is { } own)
        {
            items.Add(Cards.Subtle($"{own.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)}"));
        }
        else if (sitting.Member(person.Id) is { } seat)
        {
            var toGrade = sitting.Exams.Count(e => SheetVerbs.MayGrade(sitting, person.Id, e.Candidate) is null && e.SheetOf(person.Id)?.State != SheetState.Submitted);
            items.Add(Cards.Subtle($"{sitting.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)}"));
            items.Add(Cards.Subtle(T(language, "Seat", SittingVerbs.Jury(sitting, certification).FindRole(seat.Role)!.Name.In(language), sitting.Exams.Count)));
            if (toGrade > 0)
            {
                items.Add(Cards.Line(T(language, "ToGrade", toGrade)));
            }
        }

        return new Container(items) { Separator = true, Spacing = Spacing.Medium };
    }

    private async Task<AdaptiveCard> BlocksAsync(Person person, string language, CancellationToken cancellation)
    {
        var body = new List<CardElement> { Cards.Title(T(language, "Blocks")) };
        if (await store.ReadAsync(Aggregates.Candidates, person.Id, cancellation) is { } record)
        {
            var certification = organisation.Certification(record.Certification);
            body.Add(new FactSet([.. certification.Blocks.Select(b => new Fact(
                T(language, "Block", b.Id, b.Title.In(language)),
                T(language, $"State.{record.StateOf(b.Id, publishedOnly: true)}")))]));
            if (record.Award is { PublishedAt: not null } award)
            {
                body.Add(Cards.Strong(T(language, $"Award.{award.Outcome}")));
            }
        }

        return new AdaptiveCard { Lang = language, Body = body };
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
