using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Grading;

/// <summary>A juror's score sheet for one candidate: criteria in the sheet's own words, ternary judgment first, mark and comment beside.</summary>
internal sealed class SheetCard(OrganisationSettings organisation, RefusalTexts refusals, IntermediateResults intermediate, SheetLines lines)
{
    private static readonly Texts Texts = Texts.Of("Features.Grading");

    /// <summary>The sheet to fill in, with what was typed or saved, and with what is wrong with it beside the fault.</summary>
    /// <param name="record">The candidate's: the members of a final jury see the results of the intermediate ones.</param>
    public AdaptiveCard Form(Sitting sitting, Exam exam, CandidateRecord? record, string juror, string language, SheetEntry? typed = null, Refusal? fault = null, bool justSaved = false) =>
        Cards.Repeating(retyped => Make(sitting, exam, record, juror, language, typed, fault, justSaved, retyped));

    /// <summary>The sheet just handed in. What the intermediate juries said stood on it to be filled in with; it is there again when the card is
    /// shown anew, and the juror need not wait for it here.</summary>
    public AdaptiveCard HandedIn(Sitting sitting, Exam exam, string juror, string language) => Form(sitting, exam, record: null, juror, language, justSaved: true);

    private AdaptiveCard Make(Sitting sitting, Exam exam, CandidateRecord? record, string juror, string language, SheetEntry? typed, Refusal? fault, bool justSaved, Retyped retyped)
    {
        var certification = organisation.CertificationOf(sitting);
        var definition = SittingVerbs.Sheet(sitting, exam, certification);
        var saved = exam.SheetOf(juror);
        var (begun, from) = SheetVerbs.Begin(sitting, exam, juror);
        var entry = typed ?? begun;
        var body = new List<CardElement>(Head(sitting, exam, language));
        body.AddRange(Status(saved, fault, justSaved, language));
        body.AddRange(from is null || typed is not null ? [] : [Cards.Notice(ContainerStyle.Emphasis, T(language, "TicksFrom", Markdown.Escape(from.Name)))]);
        if (DepositWords.IsOffered(sitting))
        {
            body.Add(ActionSet.WithFallbacks(Cards.Back(DepositWords.Read(language), Verbs.OpenDeposit, Cards.Data(sitting.Id))));
        }

        CardElement[] fields = [.. lines.Show(sitting, definition, entry, fault, language, retyped)];
        body.AddRange(retyped.Notice(language));
        body.AddRange(intermediate.Show(sitting, record, language));
        body.AddRange(fields);
        if (fault is not null || justSaved)
        {
            // Said at the buttons too: who pressed one looks there, and the head may be a screen away.
            body.AddRange(Status(saved, fault, justSaved, language));
            body.AddRange(retyped.Notice(language));
        }

        var data = Cards.Data(sitting.Id, exam.Candidate);
        var submit = ExecuteAction.For(T(language, saved?.State == SheetState.Submitted ? "SubmitAgain" : "Submit"), Verbs.SubmitSheet, data) with { Style = ActionStyle.Positive };
        body.Add(saved?.State == SheetState.Submitted
            ? ActionSet.WithFallbacks(submit)
            : ActionSet.WithFallbacks(
                submit,
                ExecuteAction.For(T(language, "Save"), Verbs.SaveSheet, data),
                ExecuteAction.For(T(language, "Recuse"), Verbs.Recuse, data) with { Mode = ActionMode.Secondary }));
        if (NextOfGroup(sitting, exam, juror) is { } next)
        {
            body.Add(ActionSet.WithFallbacks(Cards.Back(T(language, "NextOfGroup", next.Name), Verbs.SendSheet, Cards.Data(sitting.Id, next.Candidate))));
        }

        return new AdaptiveCard
        {
            Lang = language,
            Body = body,
            Speak = T(language, "Speak", exam.Name),
            Teams = TeamsCardProperties.FullWidth,
            Refresh = new Refresh(ExecuteAction.For(T(language, "Refresh"), Verbs.ShowSheet, data), []),
        };
    }

    /// <summary>The sheet as it would be submitted, to read again.</summary>
    public AdaptiveCard Summary(Sitting sitting, Exam exam, string juror, string language)
    {
        var sheet = exam.SheetOf(juror)!;
        return new AdaptiveCard
        {
            Lang = language,
            Speak = T(language, "Speak", exam.Name),
            Teams = TeamsCardProperties.FullWidth,
            Body =
            [
                .. Head(sitting, exam, language),
                Cards.Notice(ContainerStyle.Accent, T(language, "ReadAgain")),
                .. lines.Read(sitting, exam, sheet, language),
                ActionSet.WithFallbacks(
                    ExecuteAction.For(T(language, "Confirm"), Verbs.ConfirmSheet, Cards.Confirming(sitting.Id, exam.Candidate, sheet.SavedAt)) with { Style = ActionStyle.Positive },
                    ExecuteAction.For(T(language, "Edit"), Verbs.ShowSheet, Cards.Data(sitting.Id, exam.Candidate))),
            ],
        };
    }

    /// <summary>The sheet once it can no longer be changed.</summary>
    public AdaptiveCard Closed(Sitting sitting, Exam exam, string language, IEnumerable<CardElement> more) => new()
    {
        Lang = language,
        Teams = TeamsCardProperties.FullWidth,
        Body = [.. Head(sitting, exam, language), Cards.Notice(ContainerStyle.Emphasis, T(language, exam.State switch { ExamState.Decided => "Decided", ExamState.NotHeld => "NotHeld", ExamState.Deliberating => "Locked", _ => "NotSeated" })), .. more],
    };

    /// <summary>What stays of a card when the sheet was sent once more below.</summary>
    public AdaptiveCard SentAgain(Sitting sitting, Exam exam, string language) => new()
    {
        Lang = language,
        Body = [.. Head(sitting, exam, language), Cards.Subtle(T(language, "SentBelow"))],
    };

    /// <summary>Asks why a juror does not judge this candidate.</summary>
    public AdaptiveCard Recuse(Sitting sitting, Exam exam, string language, string? typed = null, Refusal? fault = null) => Cards.Repeating(retyped =>
    {
        var reason = Cards.Reason(RecuseJuror.Reason, T(language, "Recuse.Reason"), T(language, "Recuse.ReasonMissing"), retyped.Show(T(language, "Recuse.Reason"), typed));
        return new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                .. Head(sitting, exam, language),
                .. fault is null ? Array.Empty<CardElement>() : [Cards.Fault(refusals, fault, language)],
                .. retyped.Notice(language),
                Cards.Line(T(language, "Recuse.HowTo")),
                reason,
                ActionSet.WithFallbacks(
                    ExecuteAction.For(T(language, "Recuse.Do", exam.Name), Verbs.Recuse, Cards.Answered(sitting.Id, exam.Candidate)) with { Style = ActionStyle.Destructive },
                    Cards.Back(T(language, "Back"), Verbs.ShowSheet, Cards.Data(sitting.Id, exam.Candidate))),
            ],
        };
    });

    /// <summary>What stays with who stepped back.</summary>
    public AdaptiveCard Recused(Sitting sitting, Exam exam, string juror, string language) => new()
    {
        Lang = language,
        Body =
        [
            .. Head(sitting, exam, language),
            Cards.Notice(ContainerStyle.Emphasis, T(language, "Recuse.Done", exam.Recusals.Find(r => r.Person == juror)!.At.Long(organisation.TimeZone, language))),
        ],
    };

    public string Subject(Exam exam, string language) => T(language, "Speak", exam.Name);

    // The member of the group after this one whose sheet the juror has not submitted.
    private static Exam? NextOfGroup(Sitting sitting, Exam exam, string juror)
    {
        var slot = sitting.Slots().First(slot => slot.Contains(exam)).ToList();
        return slot.Skip(slot.IndexOf(exam) + 1).Concat(slot.TakeWhile(e => e != exam))
            .FirstOrDefault(e => SheetVerbs.MayGrade(sitting, juror, e.Candidate) is null && e.SheetOf(juror)?.State != SheetState.Submitted);
    }

    private IEnumerable<CardElement> Head(Sitting sitting, Exam exam, string language)
    {
        var certification = organisation.CertificationOf(sitting);
        return
        [
            .. Cards.Head(Markdown.Escape(exam.Name), organisation.Mark(sitting, language)),
            Cards.Subtle(sitting.Kind == JuryKind.Final
                ? T(language, "Final", certification.Title.In(language))
                : T(language, "Intermediate", sitting.Block, certification.Block(sitting.Block!).Title.In(language))),
            Cards.Subtle($"{exam.Start.Long(organisation.TimeZone, language)} · {Markdown.Escape(sitting.RoomName)} · {certification.Route(exam.Route).Name.In(language)}{GroupWork.AfterOnCard(exam, language)}"),
        ];
    }

    private IEnumerable<CardElement> Status(ScoreSheet? saved, Refusal? fault, bool justSaved, string language)
    {
        yield return (fault, saved) switch
        {
            ({ } wrong, _) => Cards.Fault(refusals, wrong, language),
            (_, { State: SheetState.Submitted, Paper: not null }) => Cards.Notice(ContainerStyle.Good, T(language, "FromPaper", saved.SavedAt.Long(organisation.TimeZone, language))),
            (_, { State: SheetState.Submitted }) => Cards.Notice(ContainerStyle.Good, T(language, "Submitted", saved.SavedAt.Long(organisation.TimeZone, language))),
            (_, not null) => Cards.Notice(justSaved ? ContainerStyle.Accent : ContainerStyle.Emphasis, T(language, "Draft", saved.SavedAt.Long(organisation.TimeZone, language))),
            _ => Cards.Line(T(language, "HowTo")),
        };
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
