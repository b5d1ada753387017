using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Features.Documents.Content;

/// <summary>What the minutes of a sitting say (certification §7).</summary>
internal sealed class MinutesContent(CommonContent common, OrganisationSettings organisation, FindingTexts findings, MinutesFingerprint fingerprints)
{
    private static readonly Texts Texts = Texts.Of("Features.Documents"), Shared = Texts.Of("Features");

    /// <param name="people">By id: the members, and who appointed or replaced.</param>
    public Filling Of(Sitting sitting, string language, IReadOnlyDictionary<string, Person> people)
    {
        var certification = organisation.CertificationOf(sitting);
        var jury = SittingVerbs.Jury(sitting, certification);
        var found = Findings(sitting, certification, language);
        var filling = common.Of(sitting, language);
        filling["reason"] = sitting.Reason;
        filling["composition.rule"] = string.Join('\n', new[] { jury.Quotation, sitting.Kind == JuryKind.Final ? (sitting.Ruleset ?? certification.Ruleset).Quotation : null }.OfType<LocalizedText>().Select(q => q.In(language)));
        filling["composition.result"] = T(language, found.Count == 0 ? "Composition.Regular" : "Composition.Findings");
        filling["fingerprint"] = fingerprints.Whole(sitting);
        return filling
            .With("findings", found)
            .With("members", sitting.Panel.Select(member => Member(sitting, member, language)))
            .With("appointments", sitting.Panel.Where(member => jury.FindRole(member.Role) is { AppointedByDirector: true })
                .SelectMany(member => sitting.Appointments.Where(a => a.Person == member.Person)).Select(a => new Filling
                {
                    ["appointments.name"] = a.Name,
                    ["appointments.by"] = people.GetValueOrDefault(a.By)?.Name ?? T(language, "Unknown"),
                    ["appointments.at"] = common.Moment(a.At, language),
                }))
            .With("replacements", sitting.Replacements.Select(r => new Filling
            {
                ["replacements.left"] = r.Name,
                ["replacements.role"] = common.Role(sitting, r.Role, language),
                ["replacements.by"] = NameOf(sitting, r.ReplacedBy, language),
                ["replacements.at"] = common.Moment(r.At, language),
            }))
            .With("recusals", sitting.Exams.SelectMany(exam => exam.Recusals.Select(r => new Filling
            {
                ["recusals.member"] = NameOf(sitting, r.Person, language),
                ["recusals.candidate"] = exam.Name,
                ["recusals.at"] = common.Moment(r.At, language),
            })))
            .With("waivers", sitting.Exams.SelectMany(exam => exam.Waivers.Where(w => exam.SheetOf(w.Person) is null).Select(w => new Filling
            {
                ["waivers.member"] = NameOf(sitting, w.Person, language),
                ["waivers.candidate"] = exam.Name,
                ["waivers.reason"] = w.Reason,
            })))
            .With("candidates", sitting.Exams.Select(exam => Candidate(sitting, exam, certification, language)))
            .With("acknowledgements", sitting.Panel.Where(member => member.Present == true).Select(member => Acknowledged(sitting, member, people, language)));
    }

    private Filling Member(Sitting sitting, Member member, string language)
    {
        var seat = common.Seat(sitting, member, language);
        seat["members.presence"] = T(language, member.Present == true ? "Present" : "Absent");
        return seat;
    }

    // Of the panel as it sat, and of those who judged a candidate from whom somebody stepped back.
    private List<Filling> Findings(Sitting sitting, Certification certification, string language)
    {
        var whole = Show(sitting.Seated(sitting.Panel.Where(m => m.Present == true)), text => text);
        return [.. whole, .. sitting.Exams.Where(exam => exam.Recusals.Count > 0).SelectMany(exam => Show(sitting.PanelFor(exam), text => T(language, "Finding.For", exam.Name, text)))];

        IEnumerable<Filling> Show(IEnumerable<Domain.Panels.PanelMember> members, Func<string, string> say) =>
            findings.Show(SittingVerbs.Findings(sitting, members, certification), language).Select(f => new Filling { ["findings.text"] = say(f.Text), ["findings.quotation"] = f.Quotation });
    }

    private Filling Candidate(Sitting sitting, Exam exam, Certification certification, string language)
    {
        var filling = common.Passage(sitting, exam, language);
        filling["candidates.presence"] = Shared.Get(language, $"Ruling.Presence.{(exam.Presence ?? Presence.Present).ToString().ToLowerInvariant()}");
        filling["candidates.observations"] = exam.Deliberation?.Observations;
        var decisions = (exam.Deliberation?.Decisions ?? []).Select(d => Decision(
            Shared.Get(language, "Ruling.Block", d.Block, certification.Block(d.Block).Title.In(language)), Shared.Get(language, $"Ruling.{sitting.Kind}.{(d.Acquired ? "yes" : "no")}"), d.Votes, d.Reason, language));
        return filling.With("candidates.decisions", exam.Deliberation?.Award is { } title
            ? decisions.Append(Decision(Shared.Get(language, "Ruling.Title"), Shared.Get(language, $"Ruling.Title.{(title.Awarded ? "yes" : "no")}"), title.Votes, title.Reason, language))
            : decisions);
    }

    private static Filling Decision(string subject, string result, Votes? votes, string? reason, string language) => new()
    {
        ["candidates.decisions.subject"] = subject,
        ["candidates.decisions.result"] = result,
        ["candidates.decisions.votes"] = (votes is null ? Shared.Get(language, "Ruling.Unanimous") : Shared.Get(language, "Ruling.Votes", votes.For, votes.Against, votes.Abstained))
            + (votes is { CastingVote: true } ? $" ({Shared.Get(language, "Ruling.CastingVote")})" : ""),
        ["candidates.decisions.reason"] = reason,
    };

    private Filling Acknowledged(Sitting sitting, Member member, IReadOnlyDictionary<string, Person> people, string language)
    {
        var current = people.TryGetValue(member.Person, out var reader) ? fingerprints.Current(sitting, reader) : null;
        var last = current ?? sitting.LastAcknowledged(member.Person);
        return new Filling
        {
            ["acknowledgements.name"] = member.Name,
            ["acknowledgements.at"] = last is null ? "" : common.Moment(last.At, language),
            ["acknowledgements.text"] = T(language, last is null ? "Acknowledged.Not" : current is null ? "Acknowledged.Earlier" : "Acknowledged.This"),
        };
    }

    // A member who left is known by the replacement alone.
    private static string NameOf(Sitting sitting, string person, string language) =>
        sitting.Member(person)?.Name ?? sitting.Replacements.Find(r => r.Person == person)?.Name ?? T(language, "Unknown");

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
