using System.Text.Json;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Mailboxes;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;
using JuryBot.Domain.Transmissions;
using JuryBot.Storage;

namespace JuryBot;

/// <summary>How each aggregate lies in its table. A document's shape and its schema belong together: an older version would drop, when it writes, what it does not know; of a newer schema it
/// keeps off, and leaves the row to the newer one. Whoever adds to a shape raises its schema.</summary>
public static class Aggregates
{
    public static readonly Layout<Person> People = Whole<Person>("People", schema: 2);

    public static readonly Layout<CandidateRecord> Candidates = Whole<CandidateRecord>("Candidates", schema: 2);

    public static readonly Layout<MailboxWatch> Mailboxes = Whole<MailboxWatch>("Mailboxes", schema: 1);

    /// <summary>What was transmitted of a candidate's titles, and their birth data in a row of its own while there is any.</summary>
    public static readonly Layout<CandidateTransmission> Transmissions = new(
        "Transmissions",
        Schema: 2,
        Split: transmission =>
        {
            var rows = new Dictionary<string, object> { [""] = transmission with { Birth = null } };
            if (transmission.Birth is { } birth)
            {
                rows["birth"] = birth;
            }

            return rows;
        },
        Join: rows => rows[""].Deserialize<CandidateTransmission>(Json.Options)! with
        {
            Birth = rows.TryGetValue("birth", out var birth) ? birth.Deserialize<KeptBirth>(Json.Options) : null,
        });

    /// <summary>What a candidate, or a session's groups, deposited, a row per deposit. Schema 2: whose group a deposit is.</summary>
    public static readonly Layout<CandidateDeposits> Deposits = new(
        "Deposits",
        Schema: 2,
        Split: kept => new Dictionary<string, object>(kept.Deposits.Select(deposit => KeyValuePair.Create($"deposit|{deposit.Number:D4}", (object)deposit)))
        {
            [""] = kept with { Deposits = [] },
        },
        Join: rows => rows[""].Deserialize<CandidateDeposits>(Json.Options)! with
        {
            Deposits = [.. rows.Where(r => r.Key.StartsWith("deposit|", StringComparison.Ordinal)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value.Deserialize<Deposit>(Json.Options)!)],
        });

    /// <summary>The session, a row per juror who is asked for their availability (schema 2 brought those), and one per declaration of independence
    /// (schema 3). Schema 4: when polls close, and what was reminded. Schema 5: where a revision puts sittings.</summary>
    public static readonly Layout<Session> Sessions = new(
        "Sessions",
        Schema: 5,
        Split: session => new Dictionary<string, object>(
            session.Polls.Select(poll => KeyValuePair.Create($"poll|{poll.Person}", (object)poll))
                .Concat(session.Declarations.Select(declaration => KeyValuePair.Create($"declaration|{declaration.Person}", (object)declaration))))
        {
            [""] = session with { Polls = [], Declarations = [] },
        },
        Join: rows => rows[""].Deserialize<Session>(Json.Options)! with
        {
            Polls = [.. rows.Where(r => r.Key.StartsWith("poll|", StringComparison.Ordinal)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value.Deserialize<Poll>(Json.Options)!)],
            Declarations = [.. rows.Where(r => r.Key.StartsWith("declaration|", StringComparison.Ordinal)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value.Deserialize<Declaration>(Json.Options)!)],
        });

    /// <summary>The sitting, a row per exam, a row per sheet: a juror who saves rewrites their sheet, not the sitting. Schema 2: reminders, what people do to its events, and what candidates presented. Schema 3: when the calendar had its events changed.</summary>
    public static readonly Layout<Sitting> Sittings = new(
        "Sittings",
        Schema: 3,
        Split: sitting =>
        {
            var rows = new Dictionary<string, object> { [""] = sitting with { Exams = [] } };
            for (var i = 0; i < sitting.Exams.Count; i++)
            {
                var exam = sitting.Exams[i];
                rows[$"exam|{i:D3}"] = exam with { Sheets = [] };
                foreach (var sheet in exam.Sheets)
                {
                    rows[$"sheet|{i:D3}|{sheet.Juror}"] = sheet;
                }
            }

            return rows;
        },
        Join: rows => rows[""].Deserialize<Sitting>(Json.Options)! with
        {
            Exams = [.. rows.Where(r => r.Key.StartsWith("exam|", StringComparison.Ordinal)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(row =>
                row.Value.Deserialize<Exam>(Json.Options)! with
                {
                    Sheets = [.. rows.Where(r => r.Key.StartsWith($"sheet|{row.Key[5..]}|", StringComparison.Ordinal))
                        .OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value.Deserialize<ScoreSheet>(Json.Options)!)],
                })],
        });

    private static Layout<T> Whole<T>(string table, int schema) where T : class => new(
        table,
        Schema: schema,
        Split: state => new Dictionary<string, object> { [""] = state },
        Join: rows => rows[""].Deserialize<T>(Json.Options)!) { IsOneRow = true };
}
