using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using JuryBot.Domain.Documents;
using JuryBot.Features.Documents;
using JuryBot.Features.Documents.Word;

namespace JuryBot.Tests.Documents;

/// <summary>Documents as JuryBot's own templates make them.</summary>
public sealed class PaperTests
{
    [Theory]
    [MemberData(nameof(ShippedTemplateTests.All), MemberType = typeof(ShippedTemplateTests))]
    public void A_document_is_valid_whole_and_made_again_the_same(DocumentKind kind, string language)
    {
        var document = PaperSample.Make(kind, language);
        Assert.Equal(document, PaperSample.Make(kind, language));
        Assert.NotEqual(document, PaperSample.Make(kind, language, at: PaperSample.Start.AddDays(9)));
        Assert.Empty(ShippedTemplateTests.Invalid(document));
        using var word = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        Assert.All(TemplateCheck.Roots(word), root => Assert.Empty(root.Descendants<SdtElement>()));
        Assert.DoesNotContain("[", Words(word), StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", Words(word), StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "Fictitious example" : "Exemple fictif", Words(word), StringComparison.Ordinal);
        if (kind is DocumentKind.Minutes or DocumentKind.Attendance or DocumentKind.Certificate or DocumentKind.AwardLetter)
        {
            Assert.Contains("</w:t><script>&{HYPERLINK}", Words(word), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(ShippedTemplateTests.All), MemberType = typeof(ShippedTemplateTests))]
    public void A_document_is_read_aloud_as_it_is_seen(DocumentKind kind, string language)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(PaperSample.Make(kind, language)), isEditable: false);
        Assert.False(string.IsNullOrWhiteSpace(word.PackageProperties.Title));
        var tag = language == "en" ? "en-GB" : "fr-FR";
        Assert.Equal(tag, word.PackageProperties.Language);
        Assert.Equal(tag, word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!.Val!.Value);
        var body = word.MainDocumentPart.Document!.Body!;
        Assert.Equal("Title", Assert.Single(body.Descendants<ParagraphStyleId>(), style => style.Val == "Title").Val);
        Assert.All(body.Descendants<Table>(), table =>
        {
            Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.False(string.IsNullOrWhiteSpace(table.GetFirstChild<TableProperties>()!.TableCaption?.Val));
        });
        if (kind is DocumentKind.Minutes or DocumentKind.Audit or DocumentKind.Attendance)
        {
            Assert.Contains(body.Descendants<ParagraphStyleId>(), style => style.Val == "Heading1");
        }
    }

    [Theory]
    [MemberData(nameof(ShippedTemplateTests.All), MemberType = typeof(ShippedTemplateTests))]
    public void Whatever_a_template_may_hold_is_said(DocumentKind kind, string language)
    {
        HashSet<string> said = ["document.date", "ledger.sequence", "ledger.head"];
        Take(PaperSample.Filling(kind, language));
        var tags = DocumentTags.Of(kind);
        Assert.Subset(said, tags.Known.Select(tag => tag.Replace(TemplateTags.Each, "", StringComparison.Ordinal)).ToHashSet());
        Assert.Superset(tags.Required, tags.Known);

        void Take(Filling filling)
        {
            said.UnionWith(filling.Texts.Keys);
            foreach (var (name, items) in filling.Lists)
            {
                // A list that is empty everywhere in the sample is one it does not try.
                said.UnionWith(items.Count > 0 ? [name] : []);
                items.ToList().ForEach(Take);
            }
        }
    }

    [Fact]
    public void The_minutes_tell_all_that_the_rules_ask_for()
    {
        var text = Words(PaperSample.Make(DocumentKind.Minutes, "fr"));
        Assert.All(new[]
        {
            "Responsable de production de projets culturels", "lundi 9 novembre 2026", "09:00", "Salle Griset", "Paul Employeur", "Employeurs", "Absent·e", "40 %",
            "nomination par Dominique Direction", "Lise Partie", "remplacement par Toni Formateur", "Dora Directrice-Adjointe n'a pas jugé Nour", "A dû partir pour une urgence.",
            "Formation initiale", "Absent·e", "Acquis", "Non acquis", "2 pour, 2 contre, 0 abstention(s) (voix prépondérante de la présidence)", "à l'unanimité",
            "Le budget présenté ne couvre pas", "Le jury attribue le titre", "Le jury n'attribue pas le titre", "Seconde ligne : *à suivre*.", "Un état antérieur du texte", "Ce texte", "Pas encore", PaperSample.Head.Hash, "entrée n° 42",
        }, told => Assert.Contains(told, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Ancienne employeuse", text, StringComparison.Ordinal);
        Assert.Contains("Fingerprint of the content", Words(PaperSample.Make(DocumentKind.Minutes, "en")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "{0} a quitté la séance (lundi 9 novembre 2026 à 10:30) et n'a pas jugé : Sasha Absente, Alex Reporté. Motif : Dernier train.|{0} a rejoint le jury en cours de séance (lundi 9 novembre 2026 à 09:50) et n'a pas jugé : Camille Exemple.|Rose Salariée s'est retiré·e pour rétablir la parité|Motif : Surnombre après une récusation.|Rose Salariée : déclaration signée, lundi 2 novembre 2026 à 09:00.|Grille de Paul Employeur pour Camille Exemple : remise sur papier, saisie par Cora Coordinatrice (coordination)|à 09:30, toute la séance : Alarme incendie|à 09:20, Camille Exemple : Connexion coupée, reprise. (noté par Rose Salariée)|Épreuve sans décision|Épreuve reportée par la coordination (Cora Coordinatrice, lundi 9 novembre 2026 à 08:00). Motif : Panne de l'ascenseur|annulée par la direction (Dominique Direction, lundi 9 novembre 2026 à 12:00) ; le même jury a délibéré de nouveau. Motif : Erreur de saisie au bloc 2.|3 pour, 0 contre, 1 abstention(s)|Saisi par erreur.|Observation d'alors.|L'alarme a troublé l'épreuve.|Salle Griset — à distance, dans Teams|1 pour, 2 contre, 1 abstention(s)")]
    [InlineData("en", "{0} left the sitting (Monday 9 November 2026 at 10:30) and did not judge: Sasha Absente, Alex Reporté. Reason: Dernier train.|{0} joined the panel in the course of the sitting|Rose Salariée stood down to restore parity|Rose Salariée: declaration signed, Monday 2 November 2026 at 09:00.|Sheet of Paul Employeur for Camille Exemple: handed in on paper, entered by Cora Coordinatrice (coordination)|the whole sitting: Alarme incendie|Exam without a decision|Exam postponed by the coordination (Cora Coordinatrice|annulled by the director (Dominique Direction|the same jury deliberated again. Reason: Erreur de saisie|3 for, 0 against, 1 abstaining|L'alarme a troublé l'épreuve.|Salle Griset — remote, in Teams")]
    public void The_minutes_tell_what_the_life_of_the_sitting_brought(string language, string told)
    {
        var text = Words(PaperSample.Make(DocumentKind.Minutes, language));
        Assert.All(told.Split('|'), line => Assert.Contains(line.Replace("{0}", "Toni Formateur", StringComparison.Ordinal), text, StringComparison.Ordinal));
        Assert.DoesNotContain(PaperSample.Join, text, StringComparison.Ordinal);
        // No panel is said to be irregular for an exam that was not held.
        Assert.DoesNotContain("Pour Alex Reporté", text, StringComparison.Ordinal);
        Assert.DoesNotContain("For Alex Reporté", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_audit_file_and_the_attendance_sheet_tell_it_too()
    {
        var audit = Words(PaperSample.Make(DocumentKind.Audit, "fr"));
        Assert.All(new[]
        {
            "Toni Formateur a quitté la séance", "saisie par Cora Coordinatrice", "Alarme incendie", "Pour Alex Reporté : Épreuve reportée par la coordination", ": Décision prise lundi 9 novembre 2026 à 11:00", "Réserve de Rose Salariée au procès-verbal", "à distance, dans Teams",
        }, told => Assert.Contains(told, audit, StringComparison.Ordinal));
        // And which documents are not there, and why.
        Assert.Contains("lundi 9 novembre 2026 à 09:00, Salle Griset : pas de document de convocation pour Paul Employeur, Rose Salariée, Dora Directrice-Adjointe, Toni Formateur, Mona Pédagogue, Nour", audit, StringComparison.Ordinal);
        Assert.Contains("pas de document de convocation pour Alex Reporté : épreuve reportée.", audit, StringComparison.Ordinal);
        Assert.Contains("documents restant à établir pour Camille Exemple, Nour", audit, StringComparison.Ordinal);
        var attendance = Words(PaperSample.Make(DocumentKind.Attendance, "fr"));
        Assert.All(new[] { "Absent·e", "Épreuve reportée", "A rejoint le jury à 09:50", "A quitté la séance à 10:30" }, told => Assert.Contains(told, attendance, StringComparison.Ordinal));
        // Whoever was there signs.
        Assert.Equal(2, attendance.Split('\n').Count(line => line == "Absent·e"));
    }

    [Fact]
    public void Files_of_an_audit_file_lie_in_folders_that_a_school_can_read_and_every_system_takes()
    {
        var number = PaperSample.Titled.TitleNumber(PaperSample.Titled.Award!);
        var sitting = PaperSample.Sitting with { Documents = [PaperSample.Issued(DocumentKind.Minutes, ""), PaperSample.Issued(DocumentKind.CandidateConvocation, "nour"), PaperSample.Issued(DocumentKind.MemberConvocation, "left") with { Language = "en" }] };
        Assert.Equal(
            [
                "seances/001-2026-11-09-0900/proces-verbal-bbbbbbbb.docx", "seances/001-2026-11-09-0900/convocation-nour-w-t-script-hyperlink-bbbbbbbb.docx", "seances/001-2026-11-09-0900/jury-convocation-lise-partie-bbbbbbbb.docx",
                "candidats/001-camille-exemple/parchemin-bbbbbbbb.docx", "candidats/001-camille-exemple/parchemin-duplicata-n-2-bbbbbbbb.docx", "candidats/002-camille-exemple/notification-bbbbbbbb.docx",
                "candidats/003-nour-d-exemple-w-t-script-hyperlink/certificat-de-competences-bloc-1-bbbbbbbb.docx",
            ],
            new AuditFolders(PaperSample.Organisation()).Of(
                [sitting],
                [
                    PaperSample.Titled with { Documents = [PaperSample.Issued(DocumentKind.Parchment, number), PaperSample.Issued(DocumentKind.Parchment, number) with { Duplicate = 2 }] },
                    PaperSample.Titled with { Id = "homonym", Documents = [PaperSample.Issued(DocumentKind.AwardLetter, "sitting"), PaperSample.Issued(DocumentKind.AwardLetter, "another")] },
                    PaperSample.Partial with { Documents = [PaperSample.Issued(DocumentKind.Certificate, PaperSample.Partial.Certificates[0].Number)] },
                ],
                "fr").Select(file => file.Name));
    }

    [Fact]
    public void A_schools_minutes_without_room_for_what_happened_are_refused_with_what_they_lack()
    {
        using var folder = new TemplateFolder((DocumentKind.Minutes, Altered.Template(DocumentKind.Minutes, "word/document.xml", xml => xml.Replace("\"each:incidents\"", "\"each:recusals\"", StringComparison.Ordinal).Replace("\"incidents.text\"", "\"recusals.member\"", StringComparison.Ordinal).Replace("\"unless:incidents\"", "\"unless:recusals\"", StringComparison.Ordinal))));
        Assert.Equal([("MissingTag", "each:incidents"), ("MissingTag", "incidents.text")], Templates.Faults(folder.Path).Select(fault => (fault.Rule, fault.Tag)));
        Assert.Throws<TemplateRefusedException>(() => PaperSample.Make(DocumentKind.Minutes, "fr", templates: folder.Path));
    }

    [Theory]
    [InlineData("fr", "Présent·e (projet personnel)", "Vous êtes passé·e devant le jury de certification et y avez répondu à une mise en situation professionnelle.")]
    [InlineData("en", "Present (personal project)", "You appeared before the certification jury and responded to a professional simulation.")]
    public void The_minutes_and_the_letter_say_what_a_candidate_presented(string language, string minutes, string letter)
    {
        Assert.Contains(minutes, Words(PaperSample.Make(DocumentKind.Minutes, language)), StringComparison.Ordinal);
        Assert.Contains(letter, Words(PaperSample.Make(DocumentKind.AwardLetter, language)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_candidates_convocation_shows_no_other_candidate()
    {
        var text = Words(PaperSample.Make(DocumentKind.CandidateConvocation, "fr"));
        Assert.Contains("Camille Exemple", text, StringComparison.Ordinal);
        Assert.Contains("09:00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nour", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sasha", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13:00", text, StringComparison.Ordinal);
        Assert.Contains($"à distance, dans Teams : {PaperSample.Join}", text, StringComparison.Ordinal);
        // Nor does a member's show whom they stepped back from.
        var member = Words(PaperSample.Make(DocumentKind.MemberConvocation, "fr"));
        Assert.Contains("Camille Exemple", member, StringComparison.Ordinal);
        Assert.Contains(PaperSample.Join, member, StringComparison.Ordinal);
        Assert.DoesNotContain("Nour", member, StringComparison.Ordinal);
        Assert.DoesNotContain("Alex", member, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duplicate_says_that_it_is_one()
    {
        Assert.DoesNotContain("Duplicata", Words(PaperSample.Make(DocumentKind.Parchment, "fr")), StringComparison.Ordinal);
        Assert.Contains("Duplicata n° 2", Words(PaperSample.Make(DocumentKind.Parchment, "fr", duplicate: 2)), StringComparison.Ordinal);
        Assert.Contains("RNCP31168-2018-camille-T", Words(PaperSample.Make(DocumentKind.Parchment, "en")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", null, "Vu la décision du jury de certification du 10 novembre 2026,", "Le 12 novembre 2026|Directeur|Dominique Direction")]
    [InlineData("fr", "Alix Déléguée", "Vu la décision du jury de certification du 10 novembre 2026,", "Le 12 novembre 2026|Directeur, par délégation|Alix Déléguée")]
    [InlineData("en", null, "In view of the decision of the certification jury of 10 November 2026,", "On 12 November 2026|Director|Dominique Direction")]
    [InlineData("en", "Alix Déléguée", "In view of the decision of the certification jury of 10 November 2026,", "On 12 November 2026|Director, by delegation|Alix Déléguée")]
    public void A_parchment_bears_its_number_the_day_of_the_decision_the_day_it_was_made_and_who_signs_it(string language, string? deputy, string decided, string signed)
    {
        var text = Words(PaperSample.Make(DocumentKind.Parchment, language, deputy: deputy));
        Assert.Contains(decided, text.Split('\n'));
        Assert.Contains($"{(language == "fr" ? "Numéro" : "Number")} RNCP31168-2018-camille-T", text.Split('\n'));
        Assert.Contains(signed.Replace('|', '\n'), text, StringComparison.Ordinal);
        Assert.Equal(deputy is null, text.Contains("Dominique Direction", StringComparison.Ordinal));
    }

    public static string Words(byte[] document)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        return Words(word);
    }

    private static string Words(WordprocessingDocument word) => string.Join('\n', TemplateCheck.Roots(word).SelectMany(root => root.Descendants<Paragraph>()).Select(paragraph => paragraph.InnerText));
}
