using JuryBot.Domain.Awards;

namespace JuryBot.Domain.Transmissions;

/// <summary>Pure verbs on what is transmitted to the Caisse des Dépôts.</summary>
public static class TransmissionVerbs
{
    /// <summary>Characters of a message that are kept.</summary>
    private const int LongestMessage = 1_000;

    /// <summary>Keeps birth data of a candidate with a title to transmit, in the place of what was kept before.</summary>
    /// <param name="salt">Random.</param>
    public static Decision<CandidateTransmission> EnterBirth(CandidateTransmission? known, CandidateRecord record, BirthData birth, string salt, DateOnly today)
    {
        var transmission = known ?? new CandidateTransmission { Candidate = record.Id };
        if (!Owed(transmission, record).Any())
        {
            return TransmissionRefusals.NoTitleToTransmit();
        }

        var trimmed = birth.Trimmed();
        return BirthCheck.Faults(trimmed, today) is { Count: > 0 } faults ? TransmissionRefusals.BirthDataWrong() with { Details = faults }
            : transmission.Birth?.Data == trimmed ? transmission
            : transmission with { Birth = new KeptBirth(salt, trimmed) { On = today } };
    }

    /// <summary>The candidate's published titles that are still to be recorded: what birth data is asked for.</summary>
    public static IEnumerable<AwardedTitle> Owed(CandidateTransmission transmission, CandidateRecord record) =>
        record.Courses.SelectMany(AwardedTitle.Of).Where(title => title.Stands && transmission.Of(title.Id).State != TransmissionState.Accepted);

    /// <summary>Erases birth data that no title needs: each was annulled, or is recorded.</summary>
    public static Decision<CandidateTransmission> EraseUnneeded(CandidateTransmission known, CandidateRecord record) =>
        known.Birth is null || Owed(known, record).Any() ? known : EraseBirth(known);

    /// <summary>Erases birth data before any title is recorded: asked for by the person, or entered for a title that has fallen.</summary>
    public static Decision<CandidateTransmission> EraseBirth(CandidateTransmission known) => known with { Birth = null };

    /// <summary>A file has this title; the same file again changes nothing.</summary>
    /// <param name="again">Also when it waits for its receipt.</param>
    public static Decision<CandidateTransmission> Export(CandidateTransmission known, string title, string flux, DateTimeOffset at, bool again)
    {
        var before = known.Of(title);
        return before.IsIn(flux) ? known
            : before.IsToSend(again) ? known.With(title, before with { Exports = before.Exports.Add(new(flux, at)) })
            : TransmissionRefusals.NotToSend();
    }

    /// <summary>A receipt says what became of this title. The same receipt again changes nothing; birth data is erased once the title is recorded.</summary>
    /// <param name="receipt">SHA-256 of the receipt.</param>
    /// <param name="message">Why it was refused.</param>
    public static Decision<CandidateTransmission> Receive(
        CandidateTransmission? known, string candidate, string title, string receipt, bool accepted, string message, DateTimeOffset at)
    {
        var transmission = known ?? new CandidateTransmission { Candidate = candidate };
        var before = transmission.Of(title);
        if (before.Answers.Exists(answer => answer.Receipt == receipt))
        {
            return transmission;
        }

        var answer = new TitleAnswer(receipt, at, accepted, Cut(message), before.Exports.Count);
        var next = transmission.With(title, before with { Answers = before.Answers.Add(answer) });
        return accepted ? next with { Birth = null } : next;
    }

    private static string Cut(string message) =>
        message.Length <= LongestMessage ? message : message[..(char.IsHighSurrogate(message[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage)];
}
