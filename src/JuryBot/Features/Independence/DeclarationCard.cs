using JuryBot.Chat;
using JuryBot.Domain;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Domain.Sessions;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Independence;

/// <summary>The card of a juror's declaration for one session: a form of the candidates they have declared nothing of, a summary to read and sign, and
/// what they signed.</summary>
internal sealed class DeclarationCard(DeclarationTexts texts, RefusalTexts refusals)
{
    /// <summary>Inputs of a candidate: their link, and words beside it.</summary>
    public const string Link = "l.", Words = "w.";

    /// <summary>Candidates on one form; those beyond follow once these are signed.</summary>
    public const int AtOnce = 40;

    /// <summary>Where a card's place is kept.</summary>
    public static string Key(string session, string person, int round) => $"{session}|declaration|{person}|{round}";

    /// <param name="owed">Every candidate of the juror's in the session.</param>
    /// <param name="page">From 1, to correct what was signed; <c>null</c> to sign what is outstanding.</param>
    /// <param name="typed">What was entered, when it was not signed.</param>
    public AdaptiveCard Show(Session session, Person juror, IReadOnlyList<Owed> owed, int? page = null, IReadOnlyDictionary<string, StatementEntry>? typed = null, Refusal? fault = null)
    {
        var language = juror.Language;
        var declaration = session.DeclarationOf(juror.Id);
        var outstanding = DeclarationVerbs.Outstanding(session, juror.Id, owed);
        page ??= outstanding.Count == 0 && (typed?.Count > 0 || declaration is not { Signed.Count: > 0 }) ? 1 : null;
        var pages = (page is null ? outstanding : owed).Chunk(AtOnce).ToList();
        if (pages.Count == 0)
        {
            return Signed(session, juror, owed);
        }

        var at = Math.Clamp(page ?? 1, 1, pages.Count);
        return Card(session, language, [
            fault is not null ? Cards.Fault(refusals, fault, language)
                : declaration?.Signed is [.., var last] ? Cards.Notice(ContainerStyle.Accent, texts.T(language, page is null ? "Joined" : "Correct.HowTo", texts.Moment(last.At, juror)))
                : Cards.Line(texts.T(language, "Intro", Markdown.Escape(texts.Organisation))),
            Cards.Line(Markdown.Escape(texts.Statement(session, juror))),
            Cards.Subtle(texts.T(language, "HowTo")) with { Spacing = Spacing.Medium },
            .. pages[at - 1].Select(o => Choose(o, session, juror, typed)),
            .. page is null && pages.Count > 1 ? [Cards.Subtle(texts.T(language, "More", outstanding.Count - AtOnce))] : Array.Empty<CardElement>(),
            ActionSet.WithFallbacks([
                ExecuteAction.For(texts.T(language, "Prepare"), Verbs.PrepareDeclaration, Data(session)) with { Style = ActionStyle.Positive },
                .. page is null ? Array.Empty<ExecuteAction>() : [Cards.Back(texts.T(language, "Back"), Verbs.ShowDeclaration, Data(session))],
            ]),
            .. page is null ? [] : CardPages.Pager(language, at, pages.Count, Verbs.ShowDeclaration, turned => new { v = CardTurn.CardVersion, session = session.Id, page = turned }),
        ]);
    }

    /// <summary>What is about to be signed, what each link means, and room for words beside it.</summary>
    public AdaptiveCard Summary(
        Session session, Person juror, IReadOnlyList<Owed> owed, IReadOnlyList<Statement> statements, IReadOnlyDictionary<string, StatementEntry>? typed = null, Refusal? fault = null)
    {
        var language = juror.Language;
        var linked = statements.Where(s => s.Link is not null).ToList();
        var data = new Dictionary<string, object> { ["v"] = CardTurn.CardVersion, ["session"] = session.Id };
        foreach (var statement in statements)
        {
            data[$"{Link}{statement.Candidate}"] = DeclarationVerbs.Typed(statement.Link);
        }

        var without = statements.Where(s => s.Link is null).Select(s => Markdown.Escape(s.Name)).ToList();
        return Cards.Fitting(room => Card(session, language, [
            fault is null ? Cards.Notice(ContainerStyle.Accent, texts.T(language, "Summary.HowTo")) : Cards.Fault(refusals, fault, language),
            Cards.Line(Markdown.Escape(texts.Statement(session, juror))),
            .. without.Count == 0 ? Array.Empty<CardElement>() : [Cards.Strong(texts.Link(null, language)), Cards.Line(string.Join(", ", without)) with { Spacing = Spacing.None }],
            .. linked.Select(s => Linked(owed.First(o => o.Candidate == s.Candidate), s.Link!.Value, typed?.GetValueOrDefault(s.Candidate)?.Words, room / linked.Count, language)),
            Cards.Subtle(texts.T(language, "Kept")) with { Spacing = Spacing.Medium },
            ActionSet.WithFallbacks(
                ExecuteAction.For(texts.T(language, "Sign"), Verbs.SignDeclaration, data) with { Style = ActionStyle.Positive },
                Cards.Back(texts.T(language, "Back"), Verbs.ShowDeclaration, data)),
        ]));
    }

    // What stands, as it was signed.
    private AdaptiveCard Signed(Session session, Person juror, IReadOnlyList<Owed> owed) => Cards.Fitting(room =>
    {
        var (language, signature) = (juror.Language, session.DeclarationOf(juror.Id)!.Signed[^1]);
        return Card(session, language, [
            Cards.Notice(ContainerStyle.Good, texts.T(language, "Signed", Markdown.Escape(signature.Name), texts.Moment(signature.At, juror))),
            Cards.Line(Markdown.Escape(signature.Text)),
            new FactSet([.. signature.Statements.Select(s => new Fact(Markdown.Escape(s.Name), Said(s, language, room / signature.Statements.Count)))]),
            Cards.Subtle(texts.T(language, "Kept")),
            .. owed.Count == 0 ? Array.Empty<CardElement>() :
                [ActionSet.WithFallbacks(ExecuteAction.For(texts.T(language, "Correct"), Verbs.ShowDeclaration, new { v = CardTurn.CardVersion, session = session.Id, page = 1 }))],
        ]);
    });

    private AdaptiveCard Card(Session session, string language, IReadOnlyList<CardElement> body) => new()
    {
        Lang = language,
        Speak = texts.Subject(session, 1, language),
        Body = [.. Cards.Head(texts.T(language, "Title"), texts.Mark(session, language)), Cards.Subtle(texts.Name(session, language)), Cards.Subtle(texts.Window(session, language)), .. body],
    };

    private ChoiceSetInput Choose(Owed owed, Session session, Person juror, IReadOnlyDictionary<string, StatementEntry>? typed)
    {
        var kinds = owed.Kinds.Cast<LinkKind?>().Prepend(null).ToDictionary(DeclarationVerbs.Typed);
        return new($"{Link}{owed.Candidate}", [.. kinds.Select(kind => new Choice(texts.Link(kind.Value, juror.Language), kind.Key))])
        {
            Label = owed.Name,
            Value = Proposed(owed, session, juror, typed),
            ErrorMessage = texts.T(juror.Language, "Choose"),
        };
    }

    /// <summary>What a form proposes for a candidate: what was entered, else what stands, else what is known, else none.</summary>
    public static string Proposed(Owed owed, Session session, Person juror, IReadOnlyDictionary<string, StatementEntry>? typed)
    {
        var offered = owed.Kinds.ToList();
        var stands = session.DeclarationOf(juror.Id)?.Of(owed.Candidate);
        var known = juror.Links.Where(l => l.Candidate == owed.Candidate && offered.Contains(l.Kind)).Select(l => (LinkKind?)l.Kind).FirstOrDefault();
        return typed?.GetValueOrDefault(owed.Candidate)?.Link is { } entered && offered.Cast<LinkKind?>().Prepend(null).Any(k => DeclarationVerbs.Typed(k) == entered)
            ? entered
            : DeclarationVerbs.Typed(stands is null ? known : stands.Link);
    }

    private Container Linked(Owed owed, LinkKind link, string? words, int room, string language) => new Container([
        Cards.Line($"**{Markdown.Escape(owed.Name)}** — {texts.Link(link, language)}"),
        Cards.Subtle(texts.Effect(owed, link, language)),
        new TextInput($"{Words}{owed.Candidate}")
        {
            Label = texts.T(language, "Words"),
            IsMultiline = true,
            MaxLength = DeclarationVerbs.WordsLimit,
            Value = words is null ? null : Cards.Cut(words, Math.Min(room, DeclarationVerbs.WordsLimit)),
            ErrorMessage = texts.T(language, "Words.TooLong", DeclarationVerbs.WordsLimit),
        },
    ]) { Separator = true, Spacing = Spacing.Medium };

    private string Said(Statement statement, string language, int room) =>
        texts.Link(statement.Link, language) + (statement.Words is { } words ? $" — {Markdown.Escape(Cards.Cut(words, room))}" : "");

    private static object Data(Session session) => new { v = CardTurn.CardVersion, session = session.Id };
}
