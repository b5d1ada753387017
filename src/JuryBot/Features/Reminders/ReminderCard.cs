using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.Reminders;
using JuryBot.Domain.Sessions;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Reminders;

/// <summary>What people are reminded of, and what a coordinator is told when that stays without effect.</summary>
internal sealed class ReminderCard(DepositWords deposits, OrganisationSettings organisation)
{
    private static readonly Texts Texts = Texts.Of("Features.Reminders");

    public string Title(ReminderKind kind, string language) => T(language, $"{kind}.Title");

    public string InVain(ReminderKind kind, string language) => T(language, $"{kind}.InVain");

    public string PollsInVain(string language) => T(language, "Polls.InVain");

    /// <summary>Such as « Jury intermédiaire, bloc 1 : … ».</summary>
    public string Jury(Sitting sitting, string language) => Jury(organisation.CertificationOf(sitting), sitting.Kind, sitting.Block, language);

    public string Jury(Session session, string language) => Jury(organisation.Certification(session.Certification), session.Kind, session.Block, language);

    public AdaptiveCard Of(ReminderKind kind, Sitting sitting, Person person)
    {
        var language = person.Language;
        var own = sitting.Exam(person.Id);
        var place = own is not null && sitting.Remote ? T(language, "Remote") : sitting.RoomName;
        return new AdaptiveCard
        {
            Lang = language,
            Speak = Title(kind, language),
            Body =
            [
                .. Cards.Head(Title(kind, language), organisation.Mark(sitting, language)),
                Cards.Subtle(Jury(sitting, language)),
                Cards.Strong($"{(own?.Start ?? sitting.Start).Long(organisation.ZoneOf(person), language)} · {Markdown.Escape(place)}"),
                Cards.Line(T(language, $"{kind}.Text", Markdown.Escape(organisation.Reached))),
                .. kind switch
                {
                    ReminderKind.Exam => Exam(sitting, own!, person),
                    ReminderKind.Sheets => SittingReminders.SheetsMissing(sitting, person.Id).SelectMany(exam => Sheet(sitting, exam, language)),
                    ReminderKind.Minutes => [Button(T(language, "Minutes.Read"), Verbs.ShowMinutes, sitting)],
                    _ => [],
                },
            ],
        };
    }

    public AdaptiveCard Escalation(ReminderKind kind, Sitting sitting, IReadOnlyList<Member> missing, Person coordinator) => Told(
        InVain(kind, coordinator.Language),
        organisation.Mark(sitting, coordinator.Language),
        [Cards.Subtle(Jury(sitting, coordinator.Language)), Cards.Strong($"{sitting.Start.Long(organisation.ZoneOf(coordinator), coordinator.Language)} · {Markdown.Escape(sitting.RoomName)}")],
        missing.Select(member => kind != ReminderKind.Sheets ? Markdown.Escape(member.Name)
            : Markdown.Escape($"{member.Name}{Texts.Colon(coordinator.Language)}{string.Join(", ", SittingReminders.SheetsMissing(sitting, member.Person).Select(exam => exam.Name))}")),
        T(coordinator.Language, $"{kind}.ToDo"),
        coordinator.Language);

    public AdaptiveCard PollEscalation(Session session, IReadOnlyList<string> missing, Person coordinator) => Told(
        PollsInVain(coordinator.Language),
        organisation.Mark(session, coordinator.Language),
        [Cards.Subtle(Jury(session, coordinator.Language))],
        missing.Select(Markdown.Escape),
        T(coordinator.Language, "Polls.ToDo"),
        coordinator.Language);

    private static AdaptiveCard Told(string title, string? mark, IEnumerable<CardElement> about, IEnumerable<string> missing, string toDo, string language) => new()
    {
        Lang = language,
        Speak = title,
        Body = [.. Cards.Head(title, mark), .. about, Cards.Notice(ContainerStyle.Warning, missing.Select(line => "• " + line)), Cards.Line(toDo)],
    };

    private IEnumerable<CardElement> Exam(Sitting sitting, Exam own, Person person)
    {
        yield return Button(T(person.Language, "Exam.Resend"), Verbs.SendConvocation, sitting);
        if (DepositWords.IsOffered(sitting))
        {
            yield return Cards.Line(deposits.Until(sitting.DepositUntil!.Value, person.Language));
            yield return Button(deposits.Offer(sitting, own, person.Language), Verbs.OpenDeposit, sitting);
        }
    }

    private static IEnumerable<CardElement> Sheet(Sitting sitting, Exam exam, string language) =>
        [Cards.Line(Markdown.Escape(exam.Name)), ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Sheets.Send"), Verbs.SendSheet, Cards.Data(sitting.Id, exam.Candidate)))];

    private static ActionSet Button(string title, string verb, Sitting sitting) => ActionSet.WithFallbacks(ExecuteAction.For(title, verb, Cards.Data(sitting.Id)));

    private static string Jury(Certification certification, JuryKind kind, string? block, string language) => kind == JuryKind.Final
        ? T(language, "Final", certification.Title.In(language))
        : T(language, "Intermediate", block, certification.Block(block!).Title.In(language));

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
