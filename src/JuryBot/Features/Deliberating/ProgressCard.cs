using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Identity;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Deliberating;

/// <summary>Where the sheets of a sitting are, for its chair: whose are in, whose are missing, and what can be done about one that will not come.</summary>
internal sealed class ProgressCard(OrganisationSettings organisation, RefusalTexts refusals)
{
    private static readonly Texts Texts = Texts.Of("Features.Deliberating");

    /// <param name="chair">Offered what they may do; of a candidate they have a link with or stepped back from, nothing.</param>
    public AdaptiveCard Show(Sitting sitting, Person chair, string language) => Cards.Fitting(budget => new AdaptiveCard
    {
        Lang = language,
        Teams = TeamsCardProperties.FullWidth,
        Refresh = new Refresh(ExecuteAction.For(T(language, "Refresh"), Verbs.Follow, Cards.Data(sitting.Id)), []),
        Body =
        [
            .. Cards.Head(T(language, "Progress"), organisation.Mark(sitting, language)),
            Cards.Subtle($"{sitting.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)}"),
            .. sitting.Exams.Select(exam => Exam(sitting, exam, chair.WhyNotJudge(sitting, exam.Candidate, organisation.CertificationOf(sitting)) is null && !exam.Recused(chair.Id), language, budget / Math.Max(1, sitting.Exams.Sum(e => e.Waivers.Count)))),
            .. sitting.Incidents.Select(i => Cards.Subtle(T(language, "Incident", i.At.Clock(organisation.TimeZone), Markdown.Escape(Cards.Cut(i.Text, Math.Min(300, budget / sitting.Incidents.Count)))))),
            ActionSet.WithFallbacks(
            [
                ExecuteAction.For(T(language, "Refresh"), Verbs.Follow, Cards.Data(sitting.Id)),
                .. sitting.State == SittingState.Open ? [ExecuteAction.For(T(language, "Report"), Verbs.Report, Cards.Data(sitting.Id))] : Array.Empty<ExecuteAction>(),
            ]),
        ],
    });

    /// <summary>Asks whose sheet to do without, and why.</summary>
    public AdaptiveCard Waive(Sitting sitting, Exam exam, string language, string? member = null, string? reason = null, Refusal? fault = null) => Cards.Repeating(retyped =>
    {
        var missing = sitting.Missing(exam).ToList();
        var why = Cards.Reason(WaiveSheet.Reason, T(language, "Waive.Reason"), T(language, "Waive.ReasonMissing"), retyped.Show(T(language, "Waive.Reason"), reason));
        return new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                .. Cards.Head(T(language, "Waive.Heading", Markdown.Escape(exam.Name)), organisation.Mark(sitting, language)),
                .. fault is null ? Array.Empty<CardElement>() : [Cards.Fault(refusals, fault, language)],
                .. retyped.Notice(language),
                Cards.Line(T(language, "Waive.HowTo")),
                new ChoiceSetInput(WaiveSheet.Member, [.. missing.Select(m => new Choice(Markdown.Escape(m.Name), m.Person))])
                {
                    Label = T(language, "Waive.Member"),
                    Style = ChoiceInputStyle.Expanded,
                    IsRequired = true,
                    ErrorMessage = T(language, "Choose"),
                    // The only one missing is ticked, but never another than was chosen: the reason was written for that one.
                    Value = (member is null ? missing is [var only] ? only : null : missing.Find(m => m.Person == member))?.Person,
                },
                why,
                ActionSet.WithFallbacks(
                    ExecuteAction.For(T(language, "Waive.Do"), Verbs.Waive, Cards.Answered(sitting.Id, exam.Candidate)) with { Style = ActionStyle.Destructive },
                    Cards.Back(T(language, "Back"), Verbs.Follow, Cards.Data(sitting.Id))),
            ],
        };
    });

    private Container Exam(Sitting sitting, Exam exam, bool leads, string language, int each)
    {
        var judging = sitting.Judging(exam).ToList();
        var (submitted, missing) = (judging.Where(m => exam.SheetOf(m.Person) is { State: not SheetState.Draft }).ToList(), sitting.Missing(exam).ToList());
        var data = Cards.Data(sitting.Id, exam.Candidate);
        List<CardElement> items =
        [
            Cards.Strong(Markdown.Escape(exam.Name)),
            .. GroupWork.OnCard(exam, language),
            Cards.Subtle(exam.Ending is { } ending ? T(language, $"Ending.{ending.Kind}") : T(language, $"State.{exam.State}")),
            Cards.Line(T(language, "Submitted", submitted.Count, judging.Count, Names(submitted))),
        ];
        if (missing.Count > 0 && exam.State == ExamState.Open)
        {
            items.Add(Cards.Line(T(language, "Missing", Names(missing))));
        }

        items.AddRange(exam.Recusals.Select(r => Cards.Subtle(T(language, "Recused", Markdown.Escape(sitting.Member(r.Person)?.Name)))));
        items.AddRange(exam.Away.Select(a => Cards.Subtle(T(language, $"Away.{a.Kind}", Markdown.Escape(sitting.Member(a.Person)?.Name)))));
        items.AddRange(exam.Waivers.Select(w => Cards.Subtle(T(language, "Waived", Markdown.Escape(sitting.Member(w.Person)?.Name), Markdown.Escape(Cards.Cut(w.Reason, each))))));
        switch (leads, exam.State)
        {
            case (true, ExamState.Open):
                items.Add(ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Waive"), Verbs.Waive, data)));
                break;
            case (true, ExamState.Graded):
                items.Add(ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Open"), Verbs.OpenDeliberation, data)));
                break;
            case (true, ExamState.Deliberating):
                items.Add(ActionSet.WithFallbacks(ExecuteAction.For(T(language, "Resume"), Verbs.ShowDecision, data)));
                break;
        }

        return new Container(items) { Separator = true, Spacing = Spacing.Medium };
    }

    private static string Names(List<Member> members) => members.Count == 0 ? "—" : string.Join(", ", members.Select(m => Markdown.Escape(m.Name)));

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
