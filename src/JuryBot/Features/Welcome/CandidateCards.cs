using JuryBot.Chat;
using JuryBot.Configuration;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Teams.Cards;

namespace JuryBot.Features.Welcome;

/// <summary>The cards of what a candidate can ask for.</summary>
internal sealed class CandidateCards(OrganisationSettings organisation)
{
    private const int Most = 3;
    private static readonly Texts Texts = Texts.Of("Features.Welcome");

    /// <param name="record">The candidate's; only what is published is said.</param>
    /// <param name="sittings">Among which those they are convened to.</param>
    public AdaptiveCard Blocks(CandidateRecord? record, IReadOnlyCollection<Sitting> sittings, string language)
    {
        var body = new List<CardElement>(Cards.Head(T(language, "Blocks"), Fictitious.Mark(record is not null && organisation.IsFictitious(record, sittings), language)));
        if (record is not null)
        {
            var certification = organisation.Certification(record.Certification);
            var outlook = record.Outlook(certification, sittings, publishedOnly: true);
            body.AddRange(outlook.Blocks.Select(block => Block(block, certification, language)));
            body.AddRange(record.Award is { PublishedAt: not null } award ? [Cards.Strong(T(language, $"Award.{award.Outcome}"))] : []);
            body.AddRange(outlook.Title == TitleStep.FinalJury ? [Cards.Line(T(language, "Title.FinalJury"))] : []);
            body.AddRange(outlook.Convened.Take(Most).Select(convened => Cards.Line(Convened(convened, language))));
            body.AddRange(Limit(outlook, certification.Route(record.Route).Name.In(language), language) is { } limit ? [Cards.Subtle(limit)] : []);
            body.AddRange(record.Courses.Skip(1).Select(course => Earlier(course, language)));
        }

        return new AdaptiveCard { Lang = language, Body = body };
    }

    private Container Block(BlockOutlook block, Certification certification, string language) => new([
        Cards.Strong(T(language, "Block", block.Block, certification.Block(block.Block).Title.In(language))),
        Cards.Line(T(language, block is { AskedFor: false, State: BlockState.None } ? "State.NotAsked" : $"State.{block.State}")),
        .. Next(block) is { } next ? [Cards.Subtle(T(language, next))] : Array.Empty<CardElement>(),
        .. block.Convened.Where(convened => convened.Kind == JuryKind.Intermediate).Take(Most).Select(convened => Cards.Line(Convened(convened, language))),
    ]) { Spacing = Spacing.Medium };

    // Under another certification or version: what stands.
    private Container Earlier(CandidateRecord course, string language)
    {
        var certification = organisation.Certification(course.Certification);
        return new([
            Cards.Strong(T(language, "Earlier", certification.Title.In(language), certification.Id, Markdown.Escape(course.Promotion))),
            .. Cards.Marked(organisation.Mark(course, language)),
            .. certification.Blocks.Select(block => (Block: block, State: course.StateOf(block.Id, publishedOnly: true))).Where(known => known.State != BlockState.None)
                .Select(known => Cards.Subtle($"{T(language, "Block", known.Block.Id, known.Block.Title.In(language))} · {T(language, $"State.{known.State}")}")),
            .. course.Award is { PublishedAt: not null } award ? [Cards.Line(T(language, $"Award.{award.Outcome}"))] : Array.Empty<CardElement>(),
        ]) { Separator = true, Spacing = Spacing.Medium };
    }

    // A decision "not acquired" is presented again; what was only proposed, or not yet judged, is not again.
    private static string? Next(BlockOutlook block) => block switch
    {
        { IsMissing: false } => null,
        { State: BlockState.ProposedFavourable } => "Next.Decides",
        { Intermediate: IntermediateStep.Possible } => "Next.Possible",
        { State: BlockState.NotAcquired } => $"Next.{block.Intermediate}.Again",
        _ => $"Next.{block.Intermediate}",
    };

    private string Convened(ConvenedTo convened, string language) =>
        T(language, $"Convened.{convened.Kind}", convened.Start.Long(organisation.TimeZone, language));

    private static string? Limit(Outlook outlook, string route, string language) => outlook switch
    {
        { Limit: { LastYear: { } last } } => T(language, "Limit.Until", route, last),
        { Limit: { } limit } => T(language, "Limit.Own", route, Markdown.Escape(limit.Promotion)),
        _ when outlook.Title is TitleStep.BlocksFirst or TitleStep.FinalJury || outlook.Blocks.Exists(block => block.IsMissing) => T(language, "Limit.None"),
        _ => null,
    };

    /// <param name="published">Sittings that told the candidate an outcome.</param>
    public AdaptiveCard Assessments(string candidate, IReadOnlyCollection<Sitting> published, string language) => Card(
        language, "Assessments", published, s => Ask(s, candidate, Verbs.AskAssessment, T(language, s.Exam(candidate)!.Assessment is { GrantedAt: not null } ? "Assessment.Show" : "Assessment.Ask"), language));

    /// <summary>What can be sent again: the convocations to come, on the agenda, and the outcomes published.</summary>
    public AdaptiveCard Resend(AdaptiveCard agenda, string candidate, IReadOnlyCollection<Sitting> published, string language)
    {
        var outcomes = Card(language, "Outcomes", published, s => Ask(s, candidate, Verbs.SendOutcome, T(language, "ResendOutcome"), language));
        return agenda with { Body = [.. agenda.Body, .. outcomes.Body], Refresh = null };
    }

    private AdaptiveCard Card(string language, string title, IReadOnlyCollection<Sitting> published, Func<Sitting, Container> show)
    {
        var (mark, each) = organisation.Marks(published, language);
        return new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                .. Cards.Head(T(language, title), mark),
                .. published.Count == 0 ? [Cards.Line(T(language, "NothingPublished"))] : published.Select(CardElement (Sitting sitting) => Cards.Marked(show(sitting), each(sitting))),
            ],
        };
    }

    private Container Ask(Sitting sitting, string candidate, string verb, string button, string language) => new([
        Cards.Strong(sitting.Kind == JuryKind.Final
            ? T(language, "Final", organisation.CertificationOf(sitting).Title.In(language))
            : T(language, "Intermediate", sitting.Block, organisation.CertificationOf(sitting).Block(sitting.Block!).Title.In(language))),
        Cards.Subtle(sitting.Exam(candidate)!.Start.Long(organisation.TimeZone, language)),
        ActionSet.WithFallbacks(ExecuteAction.For(button, verb, Cards.Data(sitting.Id))),
    ]) { Separator = true };

    private static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);
}
