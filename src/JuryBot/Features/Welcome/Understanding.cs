using System.Text.RegularExpressions;

namespace JuryBot.Features.Welcome;

/// <summary>What somebody asks for.</summary>
internal enum Asked
{
    NotUnderstood,
    Greeting,
    Juries,
    Blocks,
    Assessment,
    Resend,
}

/// <summary>Understands what is typed: case, accents, politeness and small slips do not matter, the order of words neither.</summary>
internal static partial class Understanding
{
    private const int Longest = 200;

    // In order: what is rarer and says more comes first ("renvoyer ma convocation" is about sending again).
    private static readonly (Asked Asked, string[] Words)[] Vocabulary =
    [
        (Asked.Resend, ["renvoyer", "renvoie", "renvoyez", "renvoi", "resend", "again", "recu", "perdu", "lost"]),
        (Asked.Assessment, ["evaluation", "evaluations", "assessment", "assessments", "appreciation", "commentaires", "comments", "feedback", "grille", "grilles"]),
        (Asked.Blocks, ["bloc", "blocs", "block", "blocks", "resultat", "resultats", "result", "results", "outcome", "outcomes", "competences", "diplome", "titre"]),
        (Asked.Juries, ["jury", "jurys", "juries", "agenda", "planning", "seance", "seances", "sitting", "sittings", "convocation", "convocations", "programme", "schedule", "passage", "passe", "passer", "oral", "exam", "exams", "examen", "epreuve", "when", "quand", "venir", "come", "score", "sheet", "sheets", "noter", "grade", "pv", "proces", "verbal", "minutes", "recuser", "recuse", "disponibilites", "disponibilite", "availability", "declaration", "declarations", "declarer", "declare", "independance", "independence"]),
        (Asked.Greeting, ["bonjour", "salut", "bonsoir", "hello", "aide", "help", "menu", "merci", "thanks"]),
    ];

    public static Asked Of(string text)
    {
        var words = text.Length > Longest ? [] : Word().Matches(JuryBot.Texts.Plain(text)).Select(m => m.Value).ToList();
        var exact = Vocabulary.Where(v => v.Words.Any(words.Contains));
        var near = Vocabulary.Where(v => v.Words.Any(known => words.Exists(word => IsNear(word, known))));
        // A word as it is meant comes before one that is merely near, and a greeting before neither.
        return exact.Concat(near).Select(v => v.Asked).OrderBy(asked => asked == Asked.Greeting).FirstOrDefault();
    }

    private static bool IsNear(string word, string known) =>
        known.Length >= 4 && word.Length >= 4 && Math.Abs(word.Length - known.Length) <= 2 && Distance(word, known) <= (known.Length >= 8 ? 2 : 1);

    // Letters to put in, leave out, change or swap with their neighbour.
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[one.Length, other.Length];
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
