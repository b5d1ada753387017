using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;

namespace JuryBot.Features.Documents.Content;

/// <summary>What a session's audit file does not hold, and why: a sentence for all of a sitting of whom the same is said.</summary>
internal sealed class AbsentDocuments(CommonContent common)
{
    public IEnumerable<string> Of(IReadOnlyList<Sitting> sittings, IReadOnlyList<CandidateRecord> records, string language) => sittings.SelectMany(sitting => Of(sitting, records)
        .GroupBy(absent => absent.Rule, absent => absent.Name)
        .Select(same => CommonContent.T(language, "Missing", common.Moment(sitting.Start, language), sitting.RoomName, CommonContent.T(language, $"Missing.{same.Key}", string.Join(", ", same)))));

    private static List<(string Rule, string? Name)> Of(Sitting sitting, IReadOnlyList<CandidateRecord> records)
    {
        if (sitting.State == SittingState.Cancelled || sitting.MinutesForgottenAt is not null)
        {
            return [(sitting.State == SittingState.Cancelled ? "Cancelled" : "Forgotten", null)];
        }

        var found = new List<(string Rule, string? Name)>(DueDocuments.Convocations(sitting).Select(due => ("Convocation", sitting.Member(due.Subject)?.Name ?? sitting.Exam(due.Subject)?.Name)));
        found.AddRange(sitting.Exams.Where(exam => exam.Ending is { Kind: EndingKind.Postponed } && !sitting.Documents.Exists(d => (d.Kind, d.Subject) == (DocumentKind.CandidateConvocation, exam.Candidate))).Select(exam => ("Postponed", (string?)exam.Name)));
        if (sitting.State != SittingState.Closed)
        {
            found.Add(("Minutes", null));
        }

        if (sitting is { Kind: JuryKind.Final, PublishedAt: null })
        {
            found.Add(("Outcomes", null));
        }
        else if (sitting.Kind == JuryKind.Final)
        {
            found.AddRange(from record in records where sitting.Exam(record.Id) is not null let rule = Why(record, sitting) where rule is not null select (rule, record.Name));
        }

        return found;
    }

    private static string? Why(CandidateRecord record, Sitting sitting) =>
        DueDocuments.Of(record, sitting).Any() ? record.ErasedAt is null ? "Own" : "Erased"
        : record.WhyNotIssue(DocumentKind.AwardLetter, sitting.Id, "", duplicate: false) is not null ? "NoDecision"
        : null;
}
