using JuryBot.Domain.Documents;
using static JuryBot.Tests.Documents.WordXml;

namespace JuryBot.Tests.Documents;

/// <summary>How the templates JuryBot comes with are made.</summary>
internal static class ShippedTemplates
{
    public static byte[] Make(DocumentKind kind, string language)
    {
        var w = new WordXml(language);
        var (title, body) = kind switch
        {
            DocumentKind.MemberConvocation => (w.Say("Convocation au jury", "Convocation to the jury"), MemberConvocation(w)),
            DocumentKind.CandidateConvocation => (w.Say("Convocation devant le jury", "Convocation before the jury"), CandidateConvocation(w)),
            DocumentKind.Attendance => (w.Say("Feuille d'émargement", "Attendance sheet"), Attendance(w)),
            DocumentKind.Minutes => (w.Say("Procès-verbal du jury", "Minutes of the jury"), Minutes(w)),
            DocumentKind.Certificate => (w.Say("Certificat de compétences", "Certificate of competence"), Certificate(w)),
            DocumentKind.Parchment => (w.Say("Parchemin", "Parchment"), Parchment(w)),
            DocumentKind.AwardLetter => (w.Say("Notification de la décision du jury", "Notification of the jury's decision"), AwardLetter(w)),
            _ => (w.Say("Dossier de contrôle de la session", "Audit file of the session"), Audit(w)),
        };
        return w.Document(title, kind == DocumentKind.Parchment ? body : Paragraph("Title", Text(title)) + body, landscape: kind == DocumentKind.Parchment);
    }

    private static string WhenAndWhere(WordXml w) =>
        Paragraph("Subtitle", w.Field("jury"))
        + w.Fact("Certification", "Certification", w.Field("certification.title"), Text(" ("), w.Field("certification.code"), Text(", "), w.Field("certification.level"), Text(")"))
        + w.If("registration", w.Fact("Enregistrement", "Registration", w.Field("registration")))
        + w.Fact("Date", "Date", w.Field("date"))
        + w.Fact("Heures", "Time", Text(w.Say("de ", "from ")), w.Field("start"), Text(w.Say(" à ", " to ")), w.Field("end"))
        + w.Fact("Lieu", "Place", w.Field("place"));

    private static string Signature(WordXml w) =>
        Paragraph("Signature", Text(w.Say("Le ", "On ")), w.Field("document.date"))
        + Paragraph("Signature", w.Field("signatory.quality", "<w:b/>"))
        + Paragraph("Signature", w.Field("signatory.name"));

    private static string MemberConvocation(WordXml w)
    {
        var columns = new[] { (w.Say("Heure", "Time"), 1900), (w.Say("Candidat·e", "Candidate"), 4338), (w.Say("Voie d'accès", "Access route"), 3400) };
        return Body(w.Field("member.name", "<w:b/>"), Text(w.Say(",", ",")))
            + Body(w.Field("organisation"), Text(w.Say(" vous convoque au jury suivant, où vous siégez comme : ", " convenes you to the following jury, on which you sit as: ")), w.Field("member.role", "<w:b/>"), Text("."))
            + WhenAndWhere(w)
            + Paragraph("Heading1", Text(w.Say("Candidats, dans l'ordre de passage", "Candidates, in order")))
            + Table(w.Say("Candidats, dans l'ordre de passage", "Candidates, in order"), columns, w.Section("each:candidates", Row(columns, 0, w.Field("candidates.time"), w.Field("candidates.name"), w.Field("candidates.route"))))
            + Body()
            + Body(Text(w.Say("Vos grilles d'évaluation vous parviennent à l'ouverture de la séance. Si un lien personnel ou professionnel vous unit à un·e candidat·e, signalez-le sans attendre. En cas d'empêchement, prévenez l'organisme.", "Your score sheets reach you when the sitting opens. If you have a personal or professional link with a candidate, say so without delay. If you cannot come, tell the organisation.")))
            + Paragraph("Signature", Text(w.Say("Le ", "On ")), w.Field("document.date"));
    }

    private static string CandidateConvocation(WordXml w) =>
        Body(w.Field("candidate.name", "<w:b/>"), Text(","))
        + Body(w.Field("organisation"), Text(w.Say(" vous convoque devant le jury suivant. L'heure est celle de votre passage.", " convenes you before the following jury. The time is that of your own exam.")))
        + WhenAndWhere(w)
        + Body()
        + Body(Text(w.Say("Présentez-vous un quart d'heure avant, avec une pièce d'identité avec photo, votre dossier et vos supports de présentation. En cas d'empêchement, prévenez l'organisme sans attendre.", "Be there a quarter of an hour before, with an identity document with a photograph, your file and your presentation. If you cannot come, tell the organisation without delay.")))
        + Paragraph("Signature", Text(w.Say("Le ", "On ")), w.Field("document.date"));

    private static string Attendance(WordXml w)
    {
        var members = new[] { (w.Say("Membre", "Member"), 2500), (w.Say("Rôle", "Role"), 2488), (w.Say("Collège", "College"), 1250), (w.Say("Extérieur·e", "External"), 1300), (w.Say("Signature", "Signature"), 2100) };
        var candidates = new[] { (w.Say("Candidat·e", "Candidate"), 3138), (w.Say("Heures", "Time"), 1500), (w.Say("Voie d'accès", "Access route"), 2900), (w.Say("Signature", "Signature"), 2100) };
        return WhenAndWhere(w)
            + Paragraph("Heading1", Text(w.Say("Membres du jury", "Members of the jury")))
            + Table(w.Say("Membres du jury", "Members of the jury"), members, w.Section("each:members", Row(members, 794, w.Field("members.name"), w.Field("members.role"), w.Field("members.college"), w.Field("members.external"), w.Field("members.signature"))))
            + Paragraph("Heading1", Text(w.Say("Candidats", "Candidates")))
            + Table(w.Say("Candidats", "Candidates"), candidates, w.Section("each:candidates", Row(candidates, 794, w.Field("candidates.name"), w.Field("candidates.time"), w.Field("candidates.route"), w.Field("candidates.signature"))))
            + Body();
    }

    private static string Minutes(WordXml w)
    {
        string H(string french, string english) => Paragraph("Heading1", Text(w.Say(french, english)));
        string None(string list) => w.Section($"unless:{list}", Body(Text(w.Say("Néant.", "None."))));
        var members = new[] { (w.Say("Membre", "Member"), 2700), (w.Say("Rôle", "Role"), 3038), (w.Say("Collège", "College"), 1300), (w.Say("Extérieur·e", "External"), 1200), (w.Say("Présence", "Presence"), 1400) };
        var decisions = new[] { (w.Say("Objet", "Subject"), 3338), (w.Say("Décision", "Decision"), 1900), (w.Say("Votes", "Votes"), 2200), (w.Say("Motif", "Reason"), 2200) };
        var acknowledged = new[] { (w.Say("Membre", "Member"), 2300), (w.Say("Lu et reconnu le", "Read and acknowledged on"), 2600), (w.Say("Texte", "Text"), 1738), (w.Say("Réserve", "Reservation"), 3000) };
        string Decided(string list, string french, string english) => Table(w.Say(french, english), decisions, w.Section($"each:{list}", Row(decisions, 0, w.Field($"{list}.subject"), w.Field($"{list}.result", "<w:b/>"), w.Field($"{list}.votes"), w.Field($"{list}.reason")))) + Body();
        string Lines(string list, string french, string english) => H(french, english) + w.Section($"each:{list}", Body(w.Field($"{list}.text"))) + None(list);
        return WhenAndWhere(w)
            + w.If("reason", w.Fact("Motif de la session", "Reason for the session", w.Field("reason")))
            + H("Composition du jury", "Composition of the jury")
            + Table(w.Say("Membres du jury", "Members of the jury"), members, w.Section("each:members", Row(members, 0, w.Field("members.name"), w.Field("members.role"), w.Field("members.college"), w.Field("members.external"), w.Field("members.presence"))))
            + Paragraph("Heading2", Text(w.Say("Contrôle de la composition", "Check of the composition")))
            + Paragraph("Quote", w.Field("composition.rule"))
            + Body(w.Field("composition.result", "<w:b/>"))
            + w.Section("each:findings", Paragraph("Lead", w.Field("findings.text")) + Paragraph("Quote", w.Field("findings.quotation")))
            + H("Nomination de la présidence", "Appointment of the president")
            + w.Section("each:appointments", Body(w.Field("appointments.name"), Text(w.Say(" : nomination par ", ": appointed by ")), w.Field("appointments.by"), Text(", "), w.Field("appointments.at"), Text(".")))
            + None("appointments")
            + H("Remplacements", "Replacements")
            + w.Section("each:replacements", Body(w.Field("replacements.left"), Text(" ("), w.Field("replacements.role"), Text(w.Say(") : remplacement par ", "): replaced by ")), w.Field("replacements.by"), Text(", "), w.Field("replacements.at"), Text(".")))
            + None("replacements")
            + H("Récusations", "Recusals")
            + w.Section("each:recusals", Body(w.Field("recusals.member"), Text(w.Say(" n'a pas jugé ", " did not judge ")), w.Field("recusals.candidate"), Text(w.Say(" : récusation, ", ": recusal, ")), w.Field("recusals.at"), Text(".")))
            + None("recusals")
            + H("Délibérations tenues sans une grille", "Deliberations held without a sheet")
            + w.Section("each:waivers", Body(Text(w.Say("Pour ", "For ")), w.Field("waivers.candidate"), Text(w.Say(", sans la grille de ", ", without the sheet of ")), w.Field("waivers.member"), Text(w.Say(" : ", ": ")), w.Field("waivers.reason")))
            + None("waivers")
            + Lines("declarations", "Déclarations d'indépendance", "Declarations of independence")
            + Lines("away", "Départs, retraits et arrivées en cours de séance", "Members who left, stood down or joined during the sitting")
            + Lines("papers", "Grilles remises sur papier", "Sheets handed in on paper")
            + Lines("incidents", "Incidents", "Incidents")
            + H("Candidats et décisions", "Candidates and decisions")
            + w.Section("each:candidates", Paragraph("Heading2", w.Field("candidates.name"))
                + Paragraph("Lead", w.Field("candidates.time"), Text(" · "), w.Field("candidates.route"), Text(" · "), w.Field("candidates.presence"))
                + w.If("candidates.ending", Body(w.Field("candidates.ending", "<w:b/>")))
                + w.If("candidates.decisions", Decided("candidates.decisions", "Décisions", "Decisions"))
                + w.If("candidates.observations", Body(Bold(w.Say("Observations : ", "Observations: ")), w.Field("candidates.observations")))
                + w.Section("each:candidates.annulled", Body(w.Field("candidates.annulled.text"))
                    + Decided("candidates.annulled.decisions", "Décision annulée", "Annulled decision")
                    + w.If("candidates.annulled.observations", Body(Bold(w.Say("Observations d'alors : ", "Observations at the time: ")), w.Field("candidates.annulled.observations")))))
            + H("Prise de connaissance par les membres", "Acknowledgement by the members")
            + Table(w.Say("Prise de connaissance", "Acknowledgement"), acknowledged, w.Section("each:acknowledgements", Row(acknowledged, 0, w.Field("acknowledgements.name"), w.Field("acknowledgements.at"), w.Field("acknowledgements.text"), w.Field("acknowledgements.reservation"))))
            + H("Empreintes", "Fingerprints")
            + Body(Text(w.Say("Empreinte du contenu de ce procès-verbal (SHA-256) :", "Fingerprint of the content of these minutes (SHA-256):"))) + Paragraph("Hash", w.Field("fingerprint"))
            + Body(Text(w.Say("Tête du registre de la séance, entrée n° ", "Head of the sitting's ledger, entry no. ")), w.Field("ledger.sequence"), Text(w.Say(" :", ":"))) + Paragraph("Hash", w.Field("ledger.head"))
            + Paragraph("Signature", Text(w.Say("Établi le ", "Made on ")), w.Field("document.date"));
    }

    private static string Certificate(WordXml w) =>
        Paragraph("Subtitle", Text(w.Say("Bloc ", "Block ")), w.Field("block.id"), Text(" — "), w.Field("block.title"))
        + w.Fact("Numéro", "Number", w.Field("number"))
        + w.Fact("Délivré à", "Issued to", w.Field("candidate.name", "<w:b/>"))
        + w.Fact("Certification", "Certification", w.Field("certification.title"), Text(" ("), w.Field("certification.code"), Text(", "), w.Field("certification.level"), Text(")"))
        + w.If("registration", w.Fact("Enregistrement", "Registration", w.Field("registration")))
        + w.Fact("Certificateur", "Certifier", w.Field("certifier"))
        + w.Fact("Jury du", "Jury of", w.Field("jury.date"))
        + Body()
        + Body(Text(w.Say("Le jury de certification a décidé que ce bloc de compétences est acquis. Il le reste définitivement.", "The certification jury has decided that this block of competencies is acquired. It remains so for good.")))
        + w.If("competencies", Paragraph("Heading1", Text(w.Say("Compétences du bloc", "Competencies of the block"))) + w.Section("each:competencies", Paragraph("Quote", w.Field("competencies.text"))))
        + Signature(w);

    private static string Parchment(WordXml w) =>
        w.If("duplicate", Paragraph("Duplicate", w.Field("duplicate")))
        + Paragraph("Title", w.Field("certification.title"))
        + Paragraph("Subtitle", Text(w.Say("Certification professionnelle de ", "Professional certification, ")), w.Field("certification.level"))
        + w.If("registration", Body(w.Field("registration")))
        + Body(w.Field("certifier"))
        + Body(Text(w.Say("Vu la décision du jury de certification du ", "In view of the decision of the certification jury of ")), w.Field("jury.date"), Text(","))
        + Body(Text(w.Say("le titre est attribué à", "the title is awarded to")))
        + Paragraph("Subtitle", w.Field("candidate.name", "<w:b/>"))
        + Body(Text(w.Say("Numéro ", "Number ")), w.Field("number"))
        + Signature(w);

    private static string AwardLetter(WordXml w)
    {
        var outcomes = new[] { (w.Say("Bloc", "Block"), 4638), (w.Say("Décision", "Decision"), 1900), (w.Say("Motif", "Reason"), 3100) };
        return w.Fact("Certification", "Certification", w.Field("certification.title"), Text(" ("), w.Field("certification.code"), Text(", "), w.Field("certification.level"), Text(")"))
            + w.Fact("Jury du", "Jury of", w.Field("jury.date"))
            + Body()
            + Body(w.Field("candidate.name", "<w:b/>"), Text(","))
            + Body(Text(w.Say("le jury de certification a délibéré. Voici ce qu'il a décidé.", "the certification jury has deliberated. This is what it decided.")))
            + w.If("award", Body(w.Field("award", "<w:b/>")))
            + w.If("outcomes", Paragraph("Heading1", Text(w.Say("Vos blocs de compétences", "Your blocks of competencies")))
                + Table(w.Say("Décisions par bloc", "Decisions by block"), outcomes, w.Section("each:outcomes", Row(outcomes, 0, w.Field("outcomes.subject"), w.Field("outcomes.result", "<w:b/>"), w.Field("outcomes.reason"))))
                + Body())
            + w.If("certificates", Paragraph("Heading1", Text(w.Say("Vos certificats de compétences", "Your certificates of competence"))) + w.Section("each:certificates", Body(w.Field("certificates.block"), Text(w.Say(" : numéro ", ": number ")), w.Field("certificates.number"))))
            + w.If("parchment", w.Fact("Votre parchemin", "Your parchment", Text(w.Say("numéro ", "number ")), w.Field("parchment")))
            + Body(Text(w.Say("Un bloc acquis l'est définitivement. Vous pouvez demander à lire les évaluations qui vous concernent.", "A block once acquired is acquired for good. You may ask to read the assessments about you.")))
            + Signature(w);
    }

    private static string Audit(WordXml w)
    {
        var documents = new[] { (w.Say("Document", "Document"), 3000), (w.Say("Délivré", "Issued"), 2238), ("SHA-256", 4400) };
        var numbered = new[] { (w.Say("Document", "Document"), 2000), (w.Say("Numéro", "Number"), 2238), (w.Say("Délivré", "Issued"), 1900), ("SHA-256", 3500) };
        return Paragraph("Subtitle", w.Field("jury"))
            + w.Fact("Session", "Session", w.Field("session"))
            + w.Fact("Promotion", "Promotion", w.Field("promotion"))
            + w.Fact("Période", "Period", w.Field("window"))
            + w.If("reason", w.Fact("Motif", "Reason", w.Field("reason")))
            + w.If("registration", w.Fact("Enregistrement", "Registration", w.Field("registration")))
            + w.Fact("Établi le", "Made on", w.Field("document.date"))
            + Body(Text(w.Say("Tête du registre de la session, entrée n° ", "Head of the session's ledger, entry no. ")), w.Field("ledger.sequence"), Text(w.Say(" :", ":"))) + Paragraph("Hash", w.Field("ledger.head"))
            + Body(Text(w.Say("Les documents nommés ci-dessous accompagnent ce dossier, tels qu'ils ont été délivrés : le nom de chaque fichier finit par les huit premiers signes de son SHA-256.", "The documents named below come with this file, as they were issued: each file's name ends with the first eight digits of its SHA-256.")))
            + Paragraph("Heading1", Text(w.Say("Séances", "Sittings")))
            + w.Section("each:sittings", Paragraph("Heading2", w.Field("sittings.date"), Text(" — "), w.Field("sittings.place"))
                + w.Fact("État", "State", w.Field("sittings.state"))
                + w.Fact("Jury", "Jury", w.Field("sittings.members"))
                + w.Fact("Candidats", "Candidates", w.Field("sittings.candidates"))
                + w.If("sittings.events", Body(Bold(w.Say("Événements de la séance", "Events of the sitting"))) + w.Section("each:sittings.events", Body(w.Field("sittings.events.text"))))
                + Body(Text(w.Say("Tête du registre, entrée n° ", "Head of the ledger, entry no. ")), w.Field("sittings.ledger.sequence"), Text(w.Say(" :", ":"))) + Paragraph("Hash", w.Field("sittings.ledger.head"))
                + w.If("sittings.documents", Table(w.Say("Documents de la séance", "Documents of the sitting"), documents, w.Section("each:sittings.documents", Row(documents, 0, w.Field("sittings.documents.name"), w.Field("sittings.documents.at"), w.Field("sittings.documents.sha256")))) + Body()))
            + Paragraph("Heading1", Text(w.Say("Documents des candidats", "Documents of the candidates")))
            + w.Section("each:records", Paragraph("Heading2", w.Field("records.name"))
                + Table(w.Say("Documents de ce·tte candidat·e", "Documents of this candidate"), numbered, w.Section("each:records.documents", Row(numbered, 0, w.Field("records.documents.name"), w.Field("records.documents.number"), w.Field("records.documents.at"), w.Field("records.documents.sha256")))) + Body())
            + w.Section("unless:records", Body(Text(w.Say("Néant.", "None."))))
            + Paragraph("Heading1", Text(w.Say("Documents absents", "Absent documents")))
            + w.Section("each:absent", Body(w.Field("absent.text")))
            + w.Section("unless:absent", Body(Text(w.Say("Néant.", "None."))));
    }
}
