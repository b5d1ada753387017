using System.Net;
using System.Security.Cryptography;
using System.Text;
using JuryBot.Domain;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;

namespace JuryBot.Features.Availability;

/// <summary>The page behind a personal link, whole: no script, nothing fetched, as good on a phone as on a desk. Shows the juror's own name and
/// the session's, nobody else's. Everything from outside is encoded.</summary>
internal sealed class PollForm(PollTexts texts, RefusalTexts refusals)
{
    private const string Style = """
        :root { color-scheme: light dark; --ground: #f5f5f5; --card: #fff; --ink: #242424; --quiet: #5c5c5c; --line: #d1d1d1; --brand: #4f52b2; --on-brand: #fff;
          --yes: #0b6a0b; --yes-ground: #dff6dd; --maybe: #835c00; --maybe-ground: #fff4ce; --no: #a4262c; --no-ground: #fde7e9; }
        @media (prefers-color-scheme: dark) { :root { --ground: #141414; --card: #242424; --ink: #f5f5f5; --quiet: #b8b8b8; --line: #525252; --brand: #9ea2ff; --on-brand: #141433;
          --yes: #9fd89f; --yes-ground: #0e3b0e; --maybe: #fde68f; --maybe-ground: #4a3a00; --no: #f1a8ac; --no-ground: #4b1418; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; }
        main { max-width: 720px; margin: 0 auto; padding: 20px 16px 24px; }
        h1 { margin: 0 0 4px; font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
        h2 { margin: 0; font-size: 1.05rem; }
        p { margin: 8px 0; }
        .quiet { color: var(--quiet); font-size: .9rem; }
        .notice { padding: 10px 14px; margin: 14px 0; border-radius: 6px; border-inline-start: 4px solid var(--brand); background: var(--card); }
        .notice.good { border-color: var(--yes); background: var(--yes-ground); }
        .notice.bad { border-color: var(--no); background: var(--no-ground); }
        .day { margin: 14px 0; padding: 12px 14px 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
        .day h2::first-letter { text-transform: uppercase; }
        fieldset { margin: 10px 0 0; padding: 0; border: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; }
        legend { float: inline-start; width: 210px; padding: 0; }
        .choices { flex: 1 1 300px; display: grid; grid-template-columns: 1fr 1.35fr 1fr; }
        .choices label { position: relative; display: flex; justify-content: center; align-items: center; gap: 6px; min-height: 44px; padding: 4px 6px; border: 1px solid var(--line); margin-inline-start: -1px; cursor: pointer; }
        .choices label:first-child { border-start-start-radius: 6px; border-end-start-radius: 6px; }
        .choices label:last-child { border-start-end-radius: 6px; border-end-end-radius: 6px; }
        .choices input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
        .choices label:has(:checked) { z-index: 1; font-weight: 600; border-color: currentcolor; box-shadow: inset 0 0 0 1px currentcolor; }
        .choices label:has(:focus-visible) { z-index: 2; outline: 3px solid var(--brand); outline-offset: 1px; }
        .yes:has(:checked) { color: var(--yes); background: var(--yes-ground); }
        .ifNeedBe:has(:checked) { color: var(--maybe); background: var(--maybe-ground); }
        .no:has(:checked) { color: var(--no); background: var(--no-ground); }
        .save { position: sticky; bottom: 0; z-index: 3; margin: 0 -16px; padding: 12px 16px; background: var(--ground); border-top: 1px solid var(--line); }
        button { width: 100%; min-height: 48px; padding: 8px 16px; border: 0; border-radius: 6px; font: inherit; font-weight: 600; background: var(--brand); color: var(--on-brand); cursor: pointer; }
        button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
        dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 14px 0; }
        dd { margin: 0; }
        footer { padding-top: 12px; }
        a { color: var(--brand); }
        """;

    private static readonly Dictionary<string, string> Signs = new() { ["yes"] = "✓", ["ifNeedBe"] = "~", ["no"] = "✗" };

    /// <summary>Allows this page its one style element and a form back to where it came from.</summary>
    public static string SecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <param name="typed">What was typed, when it could not be kept.</param>
    public string Show(Session session, Poll poll, Person juror, IReadOnlyDictionary<string, string>? typed = null, Refusal? fault = null)
    {
        var language = juror.Language;
        var closed = PollVerbs.WhyClosed(session) is not null;
        var html = new StringBuilder($"<h1>{T("Title")}</h1><p>{E(texts.Name(session, language))}<br>{E(texts.Window(session, language))}</p>");
        if (fault is not null && !closed)
        {
            html.Append($"<p class=\"notice bad\" role=\"alert\">{E(refusals.Say(fault, language))}</p>");
        }

        if (closed)
        {
            html.Append($"<p class=\"notice\" role=\"status\">{T("Closed", texts.Organisation)}</p>");
        }
        else if (fault is null && texts.Kept(poll, juror) is { } kept)
        {
            html.Append($"<p class=\"notice good\" role=\"status\">{E(kept)}</p>");
        }

        html.Append($"<p>{T("Hello", juror.Name)}</p>");
        var days = HalfDay.Of(session.Window).GroupBy(half => half.Date);
        html.Append(closed ? Answers(days, poll, juror) : Form(days, poll, juror, typed));
        return Page(language, html.Append($"<footer class=\"quiet\">{T("Outro", texts.Organisation)}</footer>").ToString());

        string T(string key, params object?[] arguments) => E(texts.T(language, key, arguments));
    }

    /// <summary>What a link says that opens nothing, and nothing of what it may once have opened.</summary>
    public string Gone(string language) =>
        Page(language, $"<h1>{E(texts.T(language, "Gone"))}</h1><p>{E(texts.T(language, "GoneNext", texts.Organisation))}</p>");

    private string Form(IEnumerable<IGrouping<DateOnly, HalfDay>> days, Poll poll, Person juror, IReadOnlyDictionary<string, string>? typed)
    {
        var language = juror.Language;
        var html = new StringBuilder($"<p>{E(texts.T(language, "Intro", texts.Organisation))}</p><p class=\"quiet\">{E(texts.T(language, "HowTo"))} {E(texts.Zone(juror))}</p><form method=\"post\">");
        foreach (var day in days)
        {
            html.Append($"<section class=\"day\"><h2>{E(texts.Day(day.Key, language))}</h2>");
            foreach (var half in day)
            {
                var said = typed is not null ? typed.GetValueOrDefault(half.Key) : poll.Answers.TryGetValue(half.Key, out var kept) ? PollTexts.Typed(kept) : null;
                html.Append($"<fieldset><legend>{E(texts.Half(half, juror))}</legend><div class=\"choices\">");
                foreach (var choice in PollTexts.Choices)
                {
                    html.Append($"<label class=\"{choice}\"><input type=\"radio\" name=\"{half.Key}\" value=\"{choice}\"{(said == choice ? " checked" : "")}>"
                        + $"<span aria-hidden=\"true\">{Signs[choice]}</span>{E(texts.Choice(choice, language))}</label>");
                }

                html.Append("</div></fieldset>");
            }

            html.Append("</section>");
        }

        return html.Append($"<div class=\"save\"><button>{E(texts.T(language, "Save"))}</button></div></form>").ToString();
    }

    private string Answers(IEnumerable<IGrouping<DateOnly, HalfDay>> days, Poll poll, Person juror)
    {
        var rows = days.Select(day => $"<dt>{E(texts.Day(day.Key, juror.Language))}</dt><dd>"
            + E(string.Join(" · ", day.Select(half => poll.Answers.TryGetValue(half.Key, out var said) ? texts.Said(said, juror.Language) : "—"))) + "</dd>");
        return $"<dl>{string.Concat(rows)}</dl>";
    }

    private string Page(string language, string body) =>
        $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex, nofollow\">"
        + $"<meta name=\"referrer\" content=\"no-referrer\"><title>{E(texts.T(language, "Title"))} · {E(texts.Organisation)}</title><style>{Style}</style></head><body><main>{body}<p class=\"quiet\"><a href=\"?lang={Other(language)}\" lang=\"{Other(language)}\">{E(texts.T(Other(language), "Language"))}</a></p></main></body></html>";

    private static string Other(string language) => language == "fr" ? "en" : "fr";

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
