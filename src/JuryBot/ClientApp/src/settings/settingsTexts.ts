import { both, en, fr } from "../app/texts";

const days = (n: number) => n === 0 ? "jamais" : fr(n, "jour", "jours");
const hours = (n: number) => n === 0 ? "jamais" : fr(n, "heure", "heures");
const daysEn = (n: number) => n === 0 ? "never" : en(n, "day", "days");
const hoursEn = (n: number) => n === 0 ? "never" : en(n, "hour", "hours");

export const settingsTexts = both({
  title: "Réglages", about: "Tels qu'ils valent maintenant. Ils se changent dans la configuration de JuryBot, par la personne qui l'administre.",
  onlyDirector: "Seule la direction lit les réglages.",
  yes: "oui", no: "non", none: "non renseigné",
  sections: { organisation: "Organisme", quiet: "Heures de silence", reminders: "Rappels", retention: "Conservation", deposits: "Dépôts" },
  quietAbout: "Pendant ces heures, personne ne reçoit de rappel.",
  languages: { fr: "français", en: "anglais" } as Record<string, string>,
  organisation: {
    name: "Nom", contact: "Contact des candidats", language: "Langue par défaut", timeZone: "Fuseau horaire", castingVote: "Voix prépondérante sur toutes les voies", abstentions: "Abstentions admises",
    nameJurors: "Le candidat voit qui a écrit son évaluation", requireDeclarations: "Déclaration exigée pour ouvrir une séance", ownTemplates: "Modèles de documents de l'organisme", signatory: "Signataire", signatoryDelegate: "Signataire par délégation",
  },
  quiet: { from: "De", to: "À", saturdays: "Le samedi", sundays: "Le dimanche" },
  reminders: {
    pollDays: "Durée d'un sondage de disponibilités", pollHours: "Rappel avant la fin du sondage", invitationDays: "Rappel d'une invitation sans réponse, après", candidateDays: "Rappel au candidat, avant son passage",
    sheetsAt: "Rappel des grilles manquantes, le jour du jury à", minutesDays: "Rappel du procès-verbal, après", transmissionDays: "Rappel de l'accrochage, avant l'échéance", transmissionLastDays: "Dernier rappel de l'accrochage, avant l'échéance",
    escalationHours: "La coordination est prévenue d'un rappel sans effet, après", sheetsEscalationHours: "La même chose pour les grilles, après",
  },
  retention: { minutesYears: "Grilles et noms des procès-verbaux", referencesMonths: "Plans et références techniques", birthMonths: "Données de naissance non enregistrées" },
  deposits: { largestMegabytes: "Taille d'un dépôt au plus" },
  units: { days, hours, years: (n: number) => fr(n, "an", "ans"), months: (n: number) => `${n} mois`, megabytes: (n: number) => `${n} Mo` },
}, {
  title: "Settings", about: "As they are now. They are changed in JuryBot's configuration, by whoever administers it.",
  onlyDirector: "Only the director reads the settings.",
  yes: "yes", no: "no", none: "not given",
  sections: { organisation: "Organisation", quiet: "Quiet hours", reminders: "Reminders", retention: "Retention", deposits: "Deposits" },
  quietAbout: "During these hours nobody is reminded.",
  languages: { fr: "French", en: "English" },
  organisation: {
    name: "Name", contact: "Contact for candidates", language: "Language when nothing is said", timeZone: "Time zone", castingVote: "Casting vote on every route", abstentions: "Abstentions allowed",
    nameJurors: "Candidates see who wrote their assessment", requireDeclarations: "Declaration required to open a sitting", ownTemplates: "The organisation's own templates", signatory: "Signatory", signatoryDelegate: "Signatory by delegation",
  },
  quiet: { from: "From", to: "To", saturdays: "On Saturdays", sundays: "On Sundays" },
  reminders: {
    pollDays: "An availability poll is open for", pollHours: "Reminder before the poll closes", invitationDays: "Reminder of an unanswered invitation, after", candidateDays: "Reminder to the candidate, before their exam",
    sheetsAt: "Reminder of missing sheets, on the day of the jury at", minutesDays: "Reminder of the minutes, after", transmissionDays: "Reminder of transmission, before the term", transmissionLastDays: "Last reminder of transmission, before the term",
    escalationHours: "The coordination is told of a reminder without effect, after", sheetsEscalationHours: "The same for sheets, after",
  },
  retention: { minutesYears: "Sheets and names in minutes", referencesMonths: "Plans and technical references", birthMonths: "Birth data not recorded" },
  deposits: { largestMegabytes: "Size of a deposit at most" },
  units: { days: daysEn, hours: hoursEn, years: n => en(n, "year", "years"), months: n => en(n, "month", "months"), megabytes: n => `${n} MB` },
});
