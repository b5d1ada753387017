using System.Security.Cryptography;
using System.Text;

namespace JuryBot.Pages;

/// <summary>The one style element of every personal page: light, dark and in a person's own colours, from 320 px up, and on paper.</summary>
internal static class PageStyle
{
    public const string Text = """
        :root { color-scheme: light dark; --ground: #f5f5f5; --card: #fff; --ink: #242424; --quiet: #5c5c5c; --line: #8a8a8a; --brand: #4f52b2; --on-brand: #fff;
          --yes: #0b6a0b; --yes-ground: #dff6dd; --maybe: #835c00; --maybe-ground: #fff4ce; --no: #a4262c; --no-ground: #fde7e9; }
        @media (prefers-color-scheme: dark) { :root { --ground: #141414; --card: #242424; --ink: #f5f5f5; --quiet: #b8b8b8; --line: #757575; --brand: #9ea2ff; --on-brand: #141433;
          --yes: #9fd89f; --yes-ground: #0e3b0e; --maybe: #fde68f; --maybe-ground: #4a3a00; --no: #f1a8ac; --no-ground: #4b1418; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; }
        main { max-width: 720px; margin: 0 auto; padding: 20px 16px 24px; }
        h1 { margin: 0 0 4px; font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
        h2 { margin: 0; font-size: 1.05rem; }
        main > h2, form > h2 { margin: 22px 0 0; }
        p { margin: 8px 0; }
        .quiet { color: var(--quiet); font-size: .9rem; }
        .text { white-space: pre-line; }
        .notice { padding: 10px 14px; margin: 14px 0; border-radius: 6px; border-inline-start: 4px solid var(--brand); background: var(--card); }
        .notice.good { border-color: var(--yes); background: var(--yes-ground); }
        .notice.bad { border-color: var(--no); background: var(--no-ground); }
        .notice ul { margin: 6px 0 0; padding-inline-start: 20px; }
        .notice.bad a { color: inherit; }
        .card { margin: 14px 0; padding: 12px 14px 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
        .card.faulty { border-color: var(--no); box-shadow: inset 3px 0 0 var(--no); }
        .day h2::first-letter { text-transform: uppercase; }
        fieldset { margin: 10px 0 0; padding: 0; border: 0; min-width: 0; }
        legend { padding: 0; }
        .criterion fieldset { margin: 0; }
        .criterion legend { margin-bottom: 8px; font-weight: 600; }
        .day fieldset { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; }
        .day legend { float: inline-start; width: 210px; }
        .choices { flex: 1 1 300px; display: grid; grid-template-columns: 1fr 1.35fr 1fr; }
        .choices label { position: relative; display: flex; justify-content: center; align-items: center; gap: 6px; min-height: 44px; padding: 4px 6px; border: 1px solid var(--line); margin-inline-start: -1px; text-align: center; line-height: 1.25; cursor: pointer; }
        .criterion .choices { grid-template-columns: 1fr 1.5fr 1fr; }
        .criterion .choices label { overflow-wrap: normal; }
        @media (max-width: 420px) { .criterion .choices label { padding: 4px 2px; font-size: .85rem; } }
        .choices label:first-child { border-start-start-radius: 6px; border-end-start-radius: 6px; }
        .choices label:last-child { border-start-end-radius: 6px; border-end-end-radius: 6px; }
        .choices input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
        .choices label:has(:checked) { z-index: 1; font-weight: 600; border-color: currentcolor; box-shadow: inset 0 0 0 1px currentcolor; }
        .choices label:has(:focus-visible) { z-index: 2; outline: 3px solid var(--brand); outline-offset: 1px; }
        .yes:has(:checked) { color: var(--yes); background: var(--yes-ground); }
        .maybe:has(:checked) { color: var(--maybe); background: var(--maybe-ground); }
        .no:has(:checked) { color: var(--no); background: var(--no-ground); }
        @media (forced-colors: active) { .choices label:has(:checked) { forced-color-adjust: none; color: HighlightText; background: Highlight; } }
        .field { display: block; margin-top: 12px; }
        .field > label { display: block; margin-bottom: 4px; }
        .field input, select, textarea { width: 100%; min-height: 44px; padding: 8px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--ground); color: inherit; font: inherit; }
        .field input { max-width: 7em; }
        .field.file input { max-width: none; }
        progress { width: 100%; height: 12px; accent-color: var(--brand); }
        summary { min-height: 44px; padding: 9px 0; cursor: pointer; }
        textarea { min-height: 76px; resize: vertical; }
        [aria-invalid="true"] { border-color: var(--no); }
        .field input:focus-visible, select:focus-visible, textarea:focus-visible { outline: 3px solid var(--brand); outline-offset: 1px; }
        .error { margin: 6px 0; color: var(--no); font-weight: 600; }
        .tick { display: flex; gap: 10px; align-items: flex-start; min-height: 44px; padding: 9px 0; cursor: pointer; }
        .tick input { flex: none; width: 22px; height: 22px; margin: 1px 0 0; accent-color: var(--brand); }
        .save { margin: 14px -16px 0; padding: 12px 16px; display: grid; gap: 10px; background: var(--ground); border-top: 1px solid var(--line); }
        .save.stays { position: sticky; bottom: 0; z-index: 3; }
        button, .button { display: block; width: 100%; min-height: 48px; padding: 10px 16px; border: 1px solid var(--brand); border-radius: 6px; font: inherit; font-weight: 600; text-align: center; text-decoration: none; background: var(--brand); color: var(--on-brand); cursor: pointer; }
        button.second { background: none; color: var(--brand); }
        button:focus-visible, .button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
        dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 14px 0; }
        dl.stacked { grid-template-columns: 1fr; gap: 2px; }
        dl.stacked dd { margin: 0 0 10px; }
        dt { color: var(--quiet); }
        dd { margin: 0; }
        footer { margin-top: 20px; padding-top: 12px; border-top: 1px solid var(--line); }
        a { color: var(--brand); }
        @media print { body { background: #fff; color: #000; } main { max-width: none; padding: 0; } .card, .notice { break-inside: avoid; } form button, .button, .language { display: none; } .save { position: static; } }
        """;

    /// <summary>Allows a page this style and a form back to where it came from, and nothing else: no script, nothing fetched.</summary>
    public static string SecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
