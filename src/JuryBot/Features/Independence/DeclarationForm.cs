using JuryBot.Domain;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Pages;

namespace JuryBot.Features.Independence;

/// <summary>The page behind a juror's link: the same form, summary and declaration as the card's.</summary>
internal sealed class DeclarationForm(DeclarationTexts texts, RefusalTexts refusals)
{
    public string Title(string language) => texts.T(language, "Title");

    /// <param name="all">Whether to correct what was signed, too.</param>
    /// <param name="typed">What was entered, when it was not signed.</param>
    public Html Show(Session session, Person juror, IReadOnlyList<Owed> owed, bool all, IReadOnlyDictionary<string, StatementEntry>? typed = null, Refusal? fault = null)
    {
        var (language, declaration) = (juror.Language, session.DeclarationOf(juror.Id));
        all |= declaration is not { Signed.Count: > 0 } && DeclarationVerbs.Outstanding(session, juror.Id, owed).Count == 0;
        var asked = all ? owed : DeclarationVerbs.Outstanding(session, juror.Id, owed);
        if (asked.Count == 0)
        {
            return Frame(session, language, Signed(declaration!.Signed[^1], juror, owed.Count > 0));
        }

        return Frame(session, language, $"""
            {Status(declaration, juror, all, fault)}<p class="card text">{texts.Statement(session, juror)}</p><p class="quiet">{texts.T(language, "HowTo")}</p>
            <form method="post"{FormScript.Kept(language)}>{asked.Select((o, i) => Choose(o, i, session, juror, typed))}<div class="save stays"><button name="do" value="prepare">{texts.T(language, "Prepare")}</button></div></form>
            """);
    }

    public Html Summary(Session session, Person juror, IReadOnlyList<Owed> owed, IReadOnlyList<Statement> statements, IReadOnlyDictionary<string, StatementEntry>? typed = null, Refusal? fault = null)
    {
        var language = juror.Language;
        var without = statements.Where(s => s.Link is null).ToList();
        return Frame(session, language, $"""
            {(fault is null ? Notice(texts.T(language, "Summary.HowTo")) : Fault(fault, language))}<p class="card text">{texts.Statement(session, juror)}</p><form method="post"{FormScript.Kept(language)}>
            {(without.Count == 0 ? Html.Empty : $"<h2>{texts.Link(null, language)}</h2><p>{Html.Names(without.Select(s => s.Name))}</p>")}
            {statements.Select((s, i) => Stated(owed.First(o => o.Candidate == s.Candidate), s, i, typed, language))}<p class="quiet">{texts.T(language, "Kept")}</p>
            <div class="save"><button name="do" value="sign">{texts.T(language, "Sign")}</button><button class="second" name="do" value="back" formnovalidate>{texts.T(language, "Back")}</button></div></form>
            """);
    }

    private Html Status(Declaration? declaration, Person juror, bool all, Refusal? fault)
    {
        if (fault is not null)
        {
            return Fault(fault, juror.Language);
        }

        return declaration?.Signed is [.., var last]
            ? Notice(texts.T(juror.Language, all ? "Correct.HowTo" : "Joined", texts.Moment(last.At, juror)))
            : Notice(texts.T(juror.Language, "Intro", texts.Organisation));
    }

    private static Html Notice(string text) => $"<p class=\"notice\" role=\"status\">{text}</p>";

    private Html Signed(Signature signature, Person juror, bool mayCorrect)
    {
        var language = juror.Language;
        Html correct = $"<form method=\"post\"{FormScript.Kept(language)}><div class=\"save\"><button class=\"second\" name=\"do\" value=\"correct\">{texts.T(language, "Correct")}</button></div></form>";
        return $"""
            <p class="notice good" role="status">{texts.T(language, "Signed", signature.Name, texts.Moment(signature.At, juror))}</p><p class="card text">{signature.Text}</p>
            <dl>{signature.Statements.Select(s => (Html)$"<dt>{Html.Name(s.Name)}</dt><dd>{texts.Link(s.Link, language)}{(s.Words is null ? "" : $" — {s.Words}")}</dd>")}</dl>
            <p class="quiet">{texts.T(language, "Kept")}</p>{(mayCorrect ? correct : Html.Empty)}
            """;
    }

    private Html Choose(Owed owed, int index, Session session, Person juror, IReadOnlyDictionary<string, StatementEntry>? typed)
    {
        var proposed = DeclarationCard.Proposed(owed, session, juror, typed);
        var choices = owed.Kinds.Cast<LinkKind?>().Prepend(null)
            .Select(kind => (Html)$"<option value=\"{DeclarationVerbs.Typed(kind)}\"{(DeclarationVerbs.Typed(kind) == proposed ? " selected" : "")}>{texts.Link(kind, juror.Language)}</option>");
        return $"<div class=\"field\"><label for=\"c{index.ToString()}\">{Html.Name(owed.Name)}</label><select id=\"c{index.ToString()}\" name=\"{DeclarationCard.Link}{owed.Candidate}\">{choices}</select></div>";
    }

    private Html Stated(Owed owed, Statement statement, int index, IReadOnlyDictionary<string, StatementEntry>? typed, string language)
    {
        Html entered = $"<input type=\"hidden\" name=\"{DeclarationCard.Link}{owed.Candidate}\" value=\"{DeclarationVerbs.Typed(statement.Link)}\">";
        return statement.Link is not { } link ? entered : $"""
            <section class="card">{entered}<h2>{Html.Name(owed.Name)} — {texts.Link(link, language)}</h2><p>{texts.Effect(owed, link, language)}</p>
            <div class="field"><label for="w{index.ToString()}">{texts.T(language, "Words")}</label><textarea id="w{index.ToString()}" name="{DeclarationCard.Words}{owed.Candidate}" maxlength="{DeclarationVerbs.WordsLimit.ToString()}">{typed?.GetValueOrDefault(owed.Candidate)?.Words}</textarea></div></section>
            """;
    }

    private Html Frame(Session session, string language, Html body) => $"<h1>{Title(language)}</h1><p>{texts.Name(session, language)}<br>{texts.Window(session, language)}</p>{body}";

    private Html Fault(Refusal fault, string language) => $"<p class=\"notice bad\" role=\"alert\">{refusals.Say(fault, language)}</p>";
}
