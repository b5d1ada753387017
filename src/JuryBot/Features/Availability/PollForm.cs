using JuryBot.Domain;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Pages;

namespace JuryBot.Features.Availability;

/// <summary>The page behind a juror's link. Shows their own name and the session's, nobody else's.</summary>
internal sealed class PollForm(PollTexts texts, RefusalTexts refusals, TimeProvider time)
{
    private static readonly Dictionary<string, (string Sign, string Class)> Looks = new() { ["yes"] = ("✓", "yes"), ["ifNeedBe"] = ("~", "maybe"), ["no"] = ("✗", "no") };

    public string Title(string language) => texts.T(language, "Title");

    /// <param name="typed">What was typed, when it could not be kept.</param>
    public Html Show(Session session, Poll poll, Person juror, IReadOnlyDictionary<string, string>? typed = null, Refusal? fault = null)
    {
        var language = juror.Language;
        var closed = texts.Closed(session, poll, juror, time.GetUtcNow());
        var days = HalfDay.Of(session.Window).GroupBy(half => half.Date);
        return $"""
            <h1>{Title(language)}</h1><p>{texts.Name(session, language)}<br>{texts.Window(session, language)}</p>
            {Status(poll, juror, closed, fault)}<p>{texts.T(language, "Hello", juror.Name)}</p>
            {(closed is not null ? Answers(days, poll, juror) : Form(days, poll, juror, typed))}
            """;
    }

    private Html Status(Poll poll, Person juror, string? closed, Refusal? fault)
    {
        if (closed is not null)
        {
            return $"<p class=\"notice\" role=\"status\">{closed}</p>";
        }

        if (fault is not null)
        {
            return $"<p class=\"notice bad\" role=\"alert\">{refusals.Say(fault, juror.Language)}</p>";
        }

        return texts.Kept(poll, juror) is { } kept ? $"<p class=\"notice good\" role=\"status\">{kept}</p>" : Html.Empty;
    }

    private Html Form(IEnumerable<IGrouping<DateOnly, HalfDay>> days, Poll poll, Person juror, IReadOnlyDictionary<string, string>? typed)
    {
        var language = juror.Language;
        return $"""
            <p>{texts.T(language, "Intro", texts.Organisation)}</p><p class="quiet">{texts.T(language, "HowTo")} {texts.Zone(juror)}{(texts.Until(poll, juror) is { } until ? $" {until}" : "")}</p>
            <form method="post"{FormScript.Kept(language)}>{days.Select(day => Day(day, poll, juror, typed))}<div class="save stays"><button>{texts.T(language, "Save")}</button></div></form>
            """;
    }

    private Html Day(IGrouping<DateOnly, HalfDay> day, Poll poll, Person juror, IReadOnlyDictionary<string, string>? typed) =>
        $"<section class=\"card day\"><h2>{texts.Day(day.Key, juror.Language)}</h2>{day.Select(half => Half(half, poll, juror, typed))}</section>";

    private Html Half(HalfDay half, Poll poll, Person juror, IReadOnlyDictionary<string, string>? typed)
    {
        var said = typed is not null ? typed.GetValueOrDefault(half.Key) : poll.Answers.TryGetValue(half.Key, out var kept) ? PollTexts.Typed(kept) : null;
        return $"<fieldset><legend>{texts.Half(half, juror)}</legend><div class=\"choices\">{PollTexts.Choices.Select(choice => Choice(half, choice, said == choice, juror.Language))}</div></fieldset>";
    }

    private Html Choice(HalfDay half, string choice, bool chosen, string language) =>
        $"<label class=\"{Looks[choice].Class}\"><input type=\"radio\" name=\"{half.Key}\" value=\"{choice}\"{(chosen ? " checked" : "")}><span aria-hidden=\"true\">{Looks[choice].Sign}</span>{texts.Choice(choice, language)}</label>";

    private Html Answers(IEnumerable<IGrouping<DateOnly, HalfDay>> days, Poll poll, Person juror) => $"<dl>{days.Select(day => Row(day, poll, juror))}</dl>";

    private Html Row(IGrouping<DateOnly, HalfDay> day, Poll poll, Person juror) =>
        $"<dt>{texts.Day(day.Key, juror.Language)}</dt><dd>{string.Join(" · ", day.Select(half => poll.Answers.TryGetValue(half.Key, out var said) ? texts.Said(said, juror.Language) : "—"))}</dd>";
}
