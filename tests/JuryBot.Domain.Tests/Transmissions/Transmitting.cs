using JuryBot.Domain.Awards;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Tests.Awards;
using JuryBot.Domain.Tests.Exams;
using JuryBot.Domain.Transmissions;
using static JuryBot.Domain.Tests.Awards.Candidate;

namespace JuryBot.Domain.Tests.Transmissions;

public sealed class Transmitting
{
    private const string Title = "RNCP31168-2018-camille-title-1";
    private static readonly DateOnly Today = new(2021, 6, 2);
    private static readonly CandidateRecord Awarded = New().Decided("12345", title: true).Publish("final", Noon).Now();
    private static readonly CandidateTransmission Ready = Enter(null, Awarded, Births.Camille).State!;

    [Fact]
    public void A_title_keeps_its_name_and_another_title_of_the_same_candidate_has_another()
    {
        Assert.Equal(Title, Assert.Single(AwardedTitle.Of(Awarded)).Id);
        var again = Awarded.AnnulSitting("final", "director", "Jury incomplet", Noon).Now().Decided("12345", title: true);
        Assert.Equal([(Title, false), ("RNCP31168-2018-camille-title-2", false)], AwardedTitle.Of(again).Select(title => (title.Id, title.Stands)));
        Assert.Equal([(Title, false), ("RNCP31168-2018-camille-title-2", true)], AwardedTitle.Of(again.Publish("final", Noon).Now()).Select(title => (title.Id, title.Stands)));
    }

    [Fact]
    public void Only_a_published_title_is_one_to_transmit()
    {
        Assert.Empty(AwardedTitle.Of(New().Decided("1234", title: false).Publish("final", Noon).Now()));
        Assert.True(Assert.Single(AwardedTitle.Of(Awarded)).Stands);
        Assert.False(Assert.Single(AwardedTitle.Of(New().Decided("12345", title: true))).Stands);
    }

    [Fact]
    public void It_is_due_three_months_after_its_publication()
    {
        Assert.Equal(new DateOnly(2026, 9, 15), AwardedTitle.DueOn(new(2026, 6, 15)));
        Assert.Equal(new DateOnly(2027, 2, 28), AwardedTitle.DueOn(new(2026, 11, 30)));
    }

    [Fact]
    public void Birth_data_is_asked_of_nobody_without_a_title_to_transmit()
    {
        Assert.Equal(TransmissionRefusals.NoTitleToTransmit(), Enter(null, New(), Births.Camille).Refusal);
        Assert.Equal(TransmissionRefusals.NoTitleToTransmit(), Enter(null, New().Decided("12345", title: true), Births.Camille).Refusal);
        Assert.Equal(TransmissionRefusals.NoTitleToTransmit(), Enter(Answered(Exported(Ready), accepted: true), Awarded, Births.Camille).Refusal);
    }

    [Fact]
    public void Wrong_birth_data_is_refused_with_every_fault_and_the_same_again_changes_nothing()
    {
        var refusal = Enter(Ready, Awarded, Births.Camille with { Sex = "X", Year = 1 }).Refusal!;
        Assert.Equal([TransmissionRefusals.BirthYearOutOfRange(1900, 2021), TransmissionRefusals.BirthSexUnknown()], refusal.Details);
        Assert.Same(Ready, TransmissionVerbs.EnterBirth(Ready, Awarded, Births.Camille with { BirthName = " D'Exemple-Été " }, "other salt", Today).State);
        Assert.Equal(new KeptBirth("other salt", Births.Camille with { Day = 27 }) { On = Today }, TransmissionVerbs.EnterBirth(Ready, Awarded, Births.Camille with { Day = 27 }, "other salt", Today).State!.Birth);
    }

    [Fact]
    public void A_title_is_sent_once_and_again_only_when_refused_or_asked_for()
    {
        var (exported, accepted) = (Exported(Ready), Answered(Exported(Ready), accepted: true));
        var refused = Answered(exported, accepted: false, "Aucun titulaire ne correspond aux critères obligatoires");
        var known = Answered(exported, accepted: false, "Le passage EXISTE  DÉJÀ en base.");
        Assert.Equal((TransmissionState.NotExported, true, true), Look(Ready));
        Assert.Equal((TransmissionState.Exported, false, true), Look(exported));
        Assert.Equal((TransmissionState.Refused, true, true), Look(refused));
        Assert.Equal((TransmissionState.Refused, false, true), Look(known));
        Assert.Equal((TransmissionState.Accepted, false, false), Look(accepted));
        Assert.Equal((TransmissionState.Exported, false, true), Look(Exported(refused)));
        Assert.Equal((TransmissionState.Accepted, false, false), Look(Answered(accepted, accepted: false, "existe déjà en base", receipt: "later")));

        static (TransmissionState, bool, bool) Look(CandidateTransmission known) => (known.Of(Title).State, known.Of(Title).IsToSend(again: false), known.Of(Title).IsToSend(again: true));
    }

    [Fact]
    public void A_title_that_waits_for_its_receipt_is_in_no_second_file_unless_asked_for_and_once_in_the_same()
    {
        var exported = Exported(Ready);
        Assert.Equal(TransmissionRefusals.NotToSend(), TransmissionVerbs.Export(exported, Title, "another", Noon, again: false).Refusal);
        Assert.Same(exported, TransmissionVerbs.Export(exported, Title, "flux", Noon, again: false).State);
        Assert.Equal(["flux", "another"], TransmissionVerbs.Export(exported, Title, "another", Noon, again: true).State!.Of(Title).Exports.Select(export => export.Flux));
        Assert.Equal(TransmissionRefusals.NotToSend(), TransmissionVerbs.Export(Answered(exported, accepted: true), Title, "another", Noon, again: true).Refusal);
    }

    [Fact]
    public void The_same_receipt_again_changes_nothing_not_even_after_another_export()
    {
        var refused = Answered(Exported(Ready), accepted: false, "Non");
        var exported = Exported(refused);
        Assert.Same(exported, Answered(exported, accepted: false, "Non"));
        Assert.Equal(TransmissionState.Refused, Answered(exported, accepted: false, "Non", receipt: "later").Of(Title).State);
    }

    [Fact]
    public void Birth_data_goes_once_the_title_is_recorded_and_not_before()
    {
        Assert.NotNull(Answered(Exported(Ready), accepted: false, "Non").Birth);
        Assert.Null(Answered(Exported(Ready), accepted: true).Birth);
        Assert.Null(TransmissionVerbs.EraseBirth(Exported(Ready)).State!.Birth);
    }

    [Fact]
    public void Birth_data_goes_with_the_last_title_that_needs_it()
    {
        var annulled = Awarded.AnnulAward("director", "Erreur", Noon);
        Assert.Equal([new ForgetBirth("camille", "director")], annulled.Effects.OfType<ForgetBirth>());
        Assert.Equal([Title], AwardedTitle.Fallen(Awarded, annulled.Now()).Select(title => title.Id));
        Assert.Empty(AwardedTitle.Fallen(annulled.Now(), annulled.Now()));
        Assert.Null(TransmissionVerbs.EraseUnneeded(Ready, annulled.Now()).State!.Birth);
        Assert.Null(TransmissionVerbs.EraseUnneeded(Exported(Ready), annulled.Now()).State!.Birth);
        Assert.Same(Ready, TransmissionVerbs.EraseUnneeded(Ready, Awarded).State);

        // Awarded again meanwhile, it is needed again; a title nobody was told of never had any.
        var again = annulled.Now().Decided("12345", title: true, sitting: "next").Publish("next", Noon).Now();
        Assert.Same(Ready, TransmissionVerbs.EraseUnneeded(Ready, again).State);
        Assert.Empty(New().Decided("12345", title: true).AnnulAward("director", "Erreur", Noon).Effects.OfType<ForgetBirth>());
        Assert.Empty(New().Decided("1", title: false).Publish("final", Noon).Now().AnnulBlock("1", "director", "Erreur", Noon).Effects.OfType<ForgetBirth>());
        Assert.Single(Awarded.AnnulBlock("1", "director", "Fraude", Noon).Effects.OfType<ForgetBirth>());
    }

    [Fact]
    public void A_receipt_of_a_file_whose_export_was_not_noted_counts() =>
        Assert.Equal(TransmissionState.Accepted, TransmissionVerbs.Receive(null, "camille", Title, "hash", true, "", Noon).State!.Of(Title).State);

    [Fact]
    public void A_long_message_is_kept_in_part_and_never_half_a_character() =>
        Assert.Equal(999, Answered(Exported(Ready), accepted: false, new string('x', 999) + "𠮷" + new string('x', 5_000)).Of(Title).Refusal!.Message.Length);

    [Theory]
    [InlineData("Le passage existe déjà en base", ReceiptHint.AlreadyRecorded)]
    [InlineData("Aucun titulaire ne correspond aux critères obligatoires", ReceiptHint.NobodyFound)]
    [InlineData("Aucun titulaire ne correspond aux critères enrichis du jour et du mois de naissance", ReceiptHint.NobodyFoundByDay)]
    [InlineData("PLUSIEURS TITULAIRES ONT ÉTÉ IDENTIFIÉS", ReceiptHint.SeveralFound)]
    [InlineData("La date de fin\n de validité est inférieure à la date de début", ReceiptHint.ValidityEndsEarly)]
    [InlineData("statut de la certification RNCP31168 : KO", ReceiptHint.CertificationRefused)]
    [InlineData("Autre chose", ReceiptHint.Other)]
    [InlineData("", ReceiptHint.Other)]
    public void What_a_message_asks_for_is_known(string message, ReceiptHint hint) => Assert.Equal([hint], ReceiptHints.Of(message));

    [Fact]
    public void Every_open_route_of_the_built_in_certification_has_the_schemas_word() =>
        Assert.All(Rncp.Routes, route => Assert.NotNull(AccessMode.Of(route.Id)));

    private static Decision<CandidateTransmission> Enter(CandidateTransmission? known, CandidateRecord record, BirthData birth) => TransmissionVerbs.EnterBirth(known, record, birth, "salt", Today);

    private static CandidateTransmission Exported(CandidateTransmission known) => TransmissionVerbs.Export(known, Title, "flux", Noon, again: true).State!;

    private static CandidateTransmission Answered(CandidateTransmission known, bool accepted, string message = "", string receipt = "receipt") =>
        TransmissionVerbs.Receive(known, "camille", Title, receipt, accepted, message, Noon).State!;

    [Theory]
    [InlineData("initial", "FORMATION_INITIALE_HORS_APPRENTISSAGE")]
    [InlineData("apprenticeship", "FORMATION_INITIALE_APPRENTISSAGE")]
    [InlineData("continuing", "FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION")]
    [InlineData("professionalisation", "FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION")]
    [InlineData("vae", "VAE")]
    [InlineData("individual", "CANDIDAT_LIBRE")]
    [InlineData("moon", null)]
    public void A_route_is_said_in_the_words_of_the_schema(string route, string? mode) => Assert.Equal(mode, AccessMode.Of(route));

    [Theory]
    [InlineData(1_000, 1_000)]
    [InlineData(1_001, 1_000)]
    public void A_message_is_kept_up_to_a_thousand_characters(int length, int kept) =>
        Assert.Equal(kept, TransmissionVerbs.Receive(null, "camille", Title, "hash", false, new string('x', length), Noon).State!.Of(Title).Answers[0].Message.Length);
}
