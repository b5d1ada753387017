using System.Collections.Immutable;
using System.Text.Json;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Sessions;

/// <summary>Pure verbs on declarations of independence. What is declared of a candidate stands until it is declared anew; candidates who join later
/// leave a declaration incomplete for them alone.</summary>
public static class DeclarationVerbs
{
    public const int WordsLimit = 500;

    /// <summary>How often one declaration may be signed anew: far more than anybody corrects themself.</summary>
    public const int MostSignatures = 30;

    /// <summary>Characters of everything a juror signed for one session, as it is kept: it must fit into a row.</summary>
    public const int MostCharacters = 300_000;

    /// <summary>Whom the juror has not declared anything of yet.</summary>
    public static IReadOnlyList<Owed> Outstanding(Session session, string person, IEnumerable<Owed> owed) =>
        [.. owed.Where(o => !o.Settled && session.DeclarationOf(person)?.Of(o.Candidate) is null)];

    /// <summary>Asks jurors by messages of their own, or asks them again.</summary>
    public static Decision<Session> Ask(Session session, IReadOnlyCollection<string> people, DateTimeOffset at)
    {
        var asked = people.Select(person => session.DeclarationOf(person) ?? new Declaration(person)).Select(d => d with { Asked = d.Asked.Add(at) }).ToList();
        return Decision<Session>.Accept(asked.Aggregate(session, Keep), asked.Select(d => new AskDeclaration(session.Id, d.Person, d.Asked.Count)));
    }

    /// <summary>Whether a juror with something outstanding must be asked by a message of its own: they answered the last one, or signed without
    /// one, and would not know of who joined since.</summary>
    /// <param name="always">Whether jurors are asked so from the beginning.</param>
    public static bool MustAsk(Session session, string person, bool always) => session.DeclarationOf(person) switch
    {
        null => always,
        { Signed: [.., var last] } declaration => declaration.Asked is not [.., var asked] || asked <= last.At,
        _ => false,
    };

    /// <summary>What the entries say, or what is wrong with them: nothing declared, a candidate who is not theirs to judge (any more), a link that is not
    /// offered for the candidate, words that are too long.</summary>
    public static (ImmutableList<Statement> Statements, Refusal? Fault) Read(IReadOnlyList<Owed> owed, IReadOnlyDictionary<string, StatementEntry> entries)
    {
        if (entries.Count == 0)
        {
            return ([], new Refusal("DeclarationEmpty"));
        }

        if (entries.Keys.Any(candidate => owed.All(o => o.Candidate != candidate)))
        {
            return ([], new Refusal("DeclarationChanged"));
        }

        var statements = ImmutableList.CreateBuilder<Statement>();
        foreach (var one in owed.Where(o => entries.ContainsKey(o.Candidate)))
        {
            var entry = entries[one.Candidate];
            var kind = one.Kinds.Cast<LinkKind?>().FirstOrDefault(k => Typed(k) == entry.Link);
            if (kind is null && entry.Link != Typed(null))
            {
                return ([], new Refusal("DeclarationUnreadable", one.Name));
            }

            var words = kind is null || string.IsNullOrWhiteSpace(entry.Words) ? null : entry.Words.Trim();
            if (words?.Length > WordsLimit)
            {
                return ([], new Refusal("TextTooLong", WordsLimit));
            }

            statements.Add(new Statement(one.Candidate, one.Name, kind, words));
        }

        return (statements.ToImmutable(), null);
    }

    /// <summary>A juror signs. What they declared earlier of other candidates stands; the same again changes nothing.</summary>
    /// <param name="name">The juror's.</param>
    /// <param name="text">What they read and sign.</param>
    /// <param name="owed">Every candidate they are to judge in the session, as it stands now.</param>
    /// <param name="entries">By candidate.</param>
    public static Decision<Session> Sign(
        Session session, string person, string name, string text, IReadOnlyList<Owed> owed, IReadOnlyDictionary<string, StatementEntry> entries, DateTimeOffset at)
    {
        var (statements, fault) = Read(owed, entries);
        if (fault is not null)
        {
            return fault;
        }

        var declaration = session.DeclarationOf(person) ?? new Declaration(person);
        var before = declaration.Signed.LastOrDefault()?.Statements ?? [];
        var now = before.RemoveAll(s => entries.ContainsKey(s.Candidate)).AddRange(statements);
        if (now.ToHashSet().SetEquals(before))
        {
            return session;
        }

        return declaration.Signed.Count >= MostSignatures || declaration.Signed.Sum(s => Size(s.Text, s.Statements)) + Size(text, now) > MostCharacters
            ? new Refusal("DeclarationTooOften", declaration.Signed.Count)
            : Decision<Session>.Accept(
                Keep(session, declaration with { Signed = declaration.Signed.Add(new Signature(name, at, text, now)) }),
                new SpreadDeclaration(session.Id, person));
    }

    /// <summary>A link as it is typed; <c>none</c> for none.</summary>
    public static string Typed(LinkKind? link) => link is { } kind ? JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()) : "none";

    // What a statement takes besides its name and words: ids, and the names of the members.
    private static int Size(string text, ImmutableList<Statement> statements) => text.Length + statements.Sum(s => 150 + s.Name.Length + (s.Words?.Length ?? 0));

    private static Session Keep(Session session, Declaration declaration) =>
        session with { Declarations = session.Declarations.RemoveAll(d => d.Person == declaration.Person).Add(declaration) };
}
