using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Identity;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Welcome;

/// <summary>A person's juries: what is to grade, today's, the next ones.</summary>
internal sealed class AgendaCard(DepositWords deposits, OrganisationSettings organisation)
{
    private const int Most = 12;
    private static readonly Texts Texts = Texts.Of("Features.Welcome");

    /// <param name="sittings">Those the person has to do with, in their order.</param>
    public AdaptiveCard Show(Person person, IReadOnlyList<Sitting> sittings, DateTimeOffset now, string language)
    {
        var today = now.In(organisation.TimeZone).Date;
        var toGrade = sittings.SelectMany(s => ToGrade(s, person).Select(exam => (Sitting: s, Exam: exam))).Take(Most).ToList();
        var toRead = sittings.Where(s => SittingVerbs.WhyNotAcknowledge(s, person.Id) is null && s.LastAcknowledged(person.Id) is null).Take(Most).ToList();
        var toSign = sittings.Where(s => s.State is SittingState.Convened or SittingState.Open && s.Member(person.Id) is { } seat && (s.Declarations.Exists(d => d.Person == person.Id) || s.Undeclared(seat).Any())).GroupBy(s => s.Session).Take(Most).ToList();
        var isToday = sittings.Where(s => s.Start.In(organisation.TimeZone).Date == today).ToList();
        var next = sittings.Where(s => s.Start.In(organisation.TimeZone).Date > today).Take(Most).ToList();
        var (mark, each) = organisation.Marks(sittings, language);
        return new AdaptiveCard
        {
            Lang = language,
            Refresh = new Refresh(ExecuteAction.For(T(language, "Refresh"), Verbs.Agenda, new { v = CardTurn.CardVersion }), []),
            Body =
            [
                .. Cards.Head(T(language, "Juries"), mark),
                .. Section("ToGrade", SheetsDue(toGrade, Marked, language), language),
                .. Section("Declarations", toSign.ConvertAll(session => Marked(Declaration([.. session], person, language), session.First())), language),
                .. Section("Minutes", toRead.ConvertAll(s => Marked(MinutesDue(s, language), s)), language),
                .. Section("Today", isToday.ConvertAll(s => Marked(Show(s, person, now, language), s)), language),
                .. Section("Next", next.ConvertAll(s => Marked(Show(s, person, now, language), s)), language),
                .. toGrade.Count + toRead.Count + isToday.Count + next.Count == 0 ? [Cards.Line(T(language, "NoJury"))] : Array.Empty<CardElement>(),
            ],
        };

        Container Marked(Container row, Sitting sitting) => Cards.Marked(row, each(sitting));
    }

    private static IEnumerable<CardElement> Section(string key, List<Container> items, string language) =>
        items.Count == 0 ? [] : [Cards.Strong(T(language, key)), .. items];

    private IEnumerable<Exam> ToGrade(Sitting sitting, Person person)
    {
        var certification = organisation.CertificationOf(sitting);
        return sitting.Exams.Where(e => SheetVerbs.MayGrade(sitting, person.Id, e.Candidate) is null
            && e.SheetOf(person.Id)?.State != SheetState.Submitted && person.WhyNotJudge(sitting, e.Candidate, certification) is null);
    }

    // A group's slot is said once, above the sheets of its members.
    private List<Container> SheetsDue(List<(Sitting Sitting, Exam Exam)> due, Func<Container, Sitting, Container> marked, string language) =>
        [.. due.GroupBy(d => d.Exam.Group is null ? (d.Sitting.Id, d.Exam.Candidate, (DateTimeOffset?)null) : (d.Sitting.Id, d.Exam.Group, d.Exam.Start))
            .Select(slot => marked(slot.First() is { Exam.Group: null } alone ? SheetDue(alone.Sitting, alone.Exam, language) : GroupDue([.. slot], language), slot.First().Sitting))];

    private Container GroupDue(List<(Sitting Sitting, Exam Exam)> members, string language) => new Container([
        Cards.Line($"**{Markdown.Escape(GroupWork.Of(members[0].Exam, language))}** · {members[0].Exam.Start.Long(organisation.TimeZone, language)}"),
        .. members.SelectMany(member => new CardElement[]
        {
            Cards.Line(Markdown.Escape(member.Exam.Name)),
            ActionSet.WithFallbacks(ExecuteAction.For(T(language, "SendSheet"), Verbs.SendSheet, Cards.Data(member.Sitting.Id, member.Exam.Candidate))),
        }),
    ]) { Separator = true };

    private Container SheetDue(Sitting sitting, Exam exam, string language) => new Container([
        Cards.Line($"**{Markdown.Escape(exam.Name)}** · {exam.Start.Long(organisation.TimeZone, language)}"),
        ActionSet.WithFallbacks(ExecuteAction.For(T(language, "SendSheet"), Verbs.SendSheet, Cards.Data(sitting.Id, exam.Candidate))),
    ]) { Separator = true };

    private Container MinutesDue(Sitting sitting, string language) => new Container([
        Cards.Line($"{sitting.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)}"),
        ActionSet.WithFallbacks(ExecuteAction.For(T(language, "ReadMinutes"), Verbs.ShowMinutes, Cards.Data(sitting.Id))),
    ]) { Separator = true };

    // One for all the sittings of a session.
    private Container Declaration(IReadOnlyList<Sitting> sittings, Person juror, string language)
    {
        var outstanding = sittings.SelectMany(s => s.Undeclared(s.Member(juror.Id)!)).DistinctBy(e => e.Candidate).Count();
        return new Container([
            Cards.Line(Subject(sittings[0], language)),
            Cards.Subtle(outstanding == 0 ? T(language, "Declared") : T(language, "Undeclared", outstanding)),
            ActionSet.WithFallbacks(ExecuteAction.For(T(language, outstanding == 0 ? "ReadDeclaration" : "SignDeclaration"), Verbs.ShowDeclaration, new { v = CardTurn.CardVersion, session = sittings[0].Session })),
        ]) { Separator = true };
    }

    private string Subject(Sitting sitting, string language) => sitting.Kind == JuryKind.Final
        ? T(language, "Final", organisation.CertificationOf(sitting).Title.In(language))
        : T(language, "Intermediate", sitting.Block, organisation.CertificationOf(sitting).Block(sitting.Block!).Title.In(language));

    private Container Show(Sitting sitting, Person person, DateTimeOffset now, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        var subject = Subject(sitting, language);
        var items = new List<CardElement> { Cards.Strong(subject) };
        if (sitting.Exam(person.Id) is { State: not ExamState.NotHeld } own)
        {
            items.Add(Cards.Subtle($"{own.Start.Long(organisation.TimeZone, language)} · {(sitting.Remote ? T(language, "Remote") : Markdown.Escape(sitting.RoomName))}"));
            items.AddRange(GroupWork.OnCard(own, language));
            items.AddRange(sitting.State == SittingState.Convened ? [Cards.Subtle(T(language, "Invitation", InvitationState.Of(sitting, own, organisation, language)))] : Array.Empty<CardElement>());
            items.Add(ActionSet.WithFallbacks(ExecuteAction.For(T(language, "ResendConvocation"), Verbs.SendConvocation, Cards.Data(sitting.Id))));
            items.AddRange(DepositWords.IsOffered(sitting) ? [Cards.Subtle(deposits.Until(sitting.DepositUntil!.Value, language)), ActionSet.WithFallbacks(ExecuteAction.For(deposits.Offer(sitting, own, language), Verbs.OpenDeposit, Cards.Data(sitting.Id)))] : Array.Empty<CardElement>());
            items.AddRange(sitting.JoinUrl is { } join ? [new ActionSet(new OpenUrlAction(join) { Title = T(language, "Join") })] : Array.Empty<CardElement>());
            items.Add(new ActionSet(new OpenUrlAction(OutlookLink.Compose(subject, own.Start, own.End, sitting.RoomName)) { Title = T(language, "AddToCalendar") }));
        }
        else if (sitting.Member(person.Id) is { } seat)
        {
            items.Add(Cards.Subtle($"{sitting.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)}"));
            items.Add(Cards.Subtle(T(language, "Seat", SittingVerbs.Jury(sitting, certification).FindRole(seat.Role)!.Name.In(language), sitting.Exams.Count)));
            var chairs = SittingVerbs.Chairs(sitting, certification, seat);
            items.AddRange(sitting.State == SittingState.Convened ? Invitations(sitting, seat, chairs, language) : []);
            if (sitting.State == SittingState.Open && chairs)
            {
                items.Add(ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Follow"), Verbs.Follow, Cards.Data(sitting.Id))));
            }
            else if (sitting.State == SittingState.Convened && chairs && now >= sitting.Start - SittingVerbs.OpeningLead)
            {
                items.Add(ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Open"), Verbs.OpenSitting, new { v = CardTurn.CardVersion, sitting = sitting.Id, form = "true" })));
            }
            else if (sitting.State == SittingState.Convened && !chairs)
            {
                items.Add(Cards.Subtle(T(language, "SheetsAtOpening")));
            }

            if (DepositWords.IsOffered(sitting))
            {
                items.Add(ActionSet.WithFallbacks(ExecuteAction.For(DepositWords.Read(language), Verbs.OpenDeposit, Cards.Data(sitting.Id))));
            }
        }

        return new Container(items) { Separator = true, Spacing = Spacing.Medium };
    }

    // Their own; who leads the jury sees everybody's.
    private IEnumerable<CardElement> Invitations(Sitting sitting, Member seat, bool chairs, string language) => chairs
        ? [Cards.Subtle(T(language, "Invitations")), new FactSet([.. sitting.Panel.Select(member => new Fact(Markdown.Escape(member.Name), InvitationState.Of(sitting, member, organisation, language)))])]
        : [Cards.Subtle(T(language, "Invitation", InvitationState.Of(sitting, seat, organisation, language)))];

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
