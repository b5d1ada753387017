using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Features.Documents.Content;

/// <summary>What the minutes of a sitting say (certification §7).</summary>
internal sealed class MinutesContent(CommonContent common, SittingEvents events, OrganisationSettings organisation, FindingTexts findings, MinutesFingerprint fingerprints)
{
    private static readonly Texts Texts = Texts.Of("Features.Documents"), Shared = Texts.Of("Features");

    /// <param name="people">By id: the members, who appointed, and who did what the minutes tell.</param>
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
                ["replacements.by"] = CommonContent.NameOf(sitting, r.ReplacedBy, people, language),
                ["replacements.at"] = common.Moment(r.At, language),
            }))
            .With("recusals", sitting.Exams.SelectMany(exam => exam.Recusals.Select(r => new Filling
            {
                ["recusals.member"] = CommonContent.NameOf(sitting, r.Person, people, language),
                ["recusals.candidate"] = exam.Name,
                ["recusals.at"] = common.Moment(r.At, language),
            })))
            .With("waivers", sitting.Exams.SelectMany(exam => exam.Waivers.Where(w => exam.SheetOf(w.Person) is null).Select(w => new Filling
            {
                ["waivers.member"] = CommonContent.NameOf(sitting, w.Person, people, language),
                ["waivers.candidate"] = exam.Name,
                ["waivers.reason"] = w.Reason,
            })))
            .With("declarations", Lines("declarations.text", sitting.Declared.Select(d => T(language, "Declared", d.Member.Name, common.Moment(d.At, language)))))
            .With("away", Lines("away.text", events.Away(sitting, people, language)))
            .With("papers", Lines("papers.text", sitting.Exams.SelectMany(exam => events.Papers(sitting, exam, people, language))))
            .With("incidents", Lines("incidents.text", events.Incidents(sitting, people, language)))
            .With("candidates", sitting.Exams.Select(exam => Candidate(sitting, exam, certification, people, language)))
            .With("acknowledgements", sitting.Panel.Where(member => member.Present == true).Select(member => Acknowledged(sitting, member, people, language)));
    }

    private Filling Member(Sitting sitting, Member member, string language)
    {
        var seat = common.Seat(sitting, member, language);
        seat["members.presence"] = T(language, member.Present == true ? "Present" : "Absent");
        return seat;
    }

    private static IEnumerable<Filling> Lines(string tag, IEnumerable<string> said) => said.Select(line => new Filling { [tag] = line });

    // Of the panel as it sat, and of those who judged a candidate for whom somebody did not.
    private List<Filling> Findings(Sitting sitting, Certification certification, string language)
    {
        var whole = Show(sitting.Seated(sitting.Opened), text => text);
        return [.. whole, .. sitting.Exams.Where(exam => exam.HasOwnPanel).SelectMany(exam => Show(sitting.PanelFor(exam), text => T(language, "Finding.For", exam.Name, text)))];

        IEnumerable<Filling> Show(IEnumerable<Domain.Panels.PanelMember> members, Func<string, string> say) =>
            findings.Show(SittingVerbs.Findings(sitting, members, certification), language).Select(f => new Filling { ["findings.text"] = say(f.Text), ["findings.quotation"] = f.Quotation });
    }

    private Filling Candidate(Sitting sitting, Exam exam, Certification certification, IReadOnlyDictionary<string, Person> people, string language)
    {
        var filling = common.Passage(sitting, exam, language);
        filling["candidates.presence"] = CommonContent.Presence(exam, language);
        filling["candidates.ending"] = events.Ending(sitting, exam, people, language);
        filling["candidates.observations"] = exam.Deliberation?.Observations;
        return filling
            .With("candidates.decisions", Decisions("candidates.decisions", exam.Deliberation))
            .With("candidates.annulled", exam.Annulled.Select(annulled => new Filling
            {
                ["candidates.annulled.text"] = events.Annulled(sitting, annulled, people, language),
                ["candidates.annulled.observations"] = annulled.Deliberation.Observations,
            }.With("candidates.annulled.decisions", Decisions("candidates.annulled.decisions", annulled.Deliberation))));

        IEnumerable<Filling> Decisions(string list, Deliberation? held) =>
        [
            .. (held?.Decisions ?? []).Select(d => Decision(
                list, Shared.Get(language, "Ruling.Block", d.Block, certification.Block(d.Block).Title.In(language)), Shared.Get(language, $"Ruling.{sitting.Kind}.{(d.Acquired ? "yes" : "no")}"), d.Votes, d.Reason, language)),
            .. held?.Award is { } title ? [Decision(list, Shared.Get(language, "Ruling.Title"), Shared.Get(language, $"Ruling.Title.{(title.Awarded ? "yes" : "no")}"), title.Votes, title.Reason, language)] : Array.Empty<Filling>(),
        ];
    }

    private static Filling Decision(string list, string subject, string result, Votes? votes, string? reason, string language) => new()
    {
        [$"{list}.subject"] = subject,
        [$"{list}.result"] = result,
        [$"{list}.votes"] = (votes is null ? Shared.Get(language, "Ruling.Unanimous") : Shared.Get(language, "Ruling.Votes", votes.For, votes.Against, votes.Abstained))
            + (votes is { CastingVote: true } ? $" ({Shared.Get(language, "Ruling.CastingVote")})" : ""),
        [$"{list}.reason"] = reason,
    };

    private Filling Acknowledged(Sitting sitting, Member member, IReadOnlyDictionary<string, Person> people, string language)
    {
        var current = people.TryGetValue(member.Person, out var reader) ? fingerprints.Current(sitting, reader) : null;
        var last = current ?? sitting.LastAcknowledged(member.Person);
        return new Filling
        {
            ["acknowledgements.name"] = member.Name,
            ["acknowledgements.at"] = last is null ? "" : common.Moment(last.At, language),
            ["acknowledgements.reservation"] = last?.Reservation,
            ["acknowledgements.text"] = T(language, last is null ? "Acknowledged.Not" : current is null ? "Acknowledged.Earlier" : "Acknowledged.This"),
        };
    }

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
