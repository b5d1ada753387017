import { both, en, fr } from "../app/texts";

export const availabilityTexts = both({
  title: "Disponibilités des jurés",
  intro: (n: number) => `${n === 1 ? "L'agenda d'un juré ne se lit pas" : `Les agendas de ${n} jurés ne se lisent pas`} : JuryBot ne place ${n === 1 ? "ce juré" : "ces jurés"} que là où la réponse est oui.`,
  closed: "La session est convoquée : les réponses ne changent plus.",
  reasons: { noAccount: "Sans compte Microsoft 365", unreadable: "Agenda illisible", readable: "Son agenda se lit à présent" },
  state: {
    notAsked: "Pas encore interrogé·e",
    asked: (at: string) => `Interrogé·e le ${at}, sans réponse`,
    answered: (at: string) => `A répondu le ${at}`,
    entered: (by: string, at: string) => `Saisi par ${by} le ${at}`,
    until: (at: string) => `Réponse attendue avant le ${at}`, over: (at: string) => `Sondage clos depuis le ${at}`,
    reminded: (at: string) => `Relance le ${at}`, escalated: (at: string) => `Sans effet, signalé le ${at}`,
  },
  ask: {
    verb: "Demander leurs disponibilités", again: "Demander à nouveau", send: "Envoyer la demande",
    title: (n: number) => n === 1 ? "Demander ses disponibilités à un juré ?" : `Demander leurs disponibilités à ${n} jurés ?`,
    titleAgain: (n: number) => `Demander à nouveau à ${fr(n, "juré", "jurés")} ?`,
    sent: "Dès la confirmation, JuryBot envoie :",
    teams: (n: number) => `une carte dans Teams, à ${fr(n, "juré", "jurés")} :`,
    mail: (n: number) => `un courriel avec un lien personnel, à ${fr(n, "juré", "jurés")} :`,
    about: (halves: number) => `Chacun répond oui, si besoin ou non pour ${fr(halves, "demi-journée", "demi-journées")}, et peut corriger jusqu'à la convocation. Sans réponse, personne n'est placé.`,
  },
  grid: "Réponses par demi-journée", juror: "Juré", morning: "matin", afternoon: "après-midi", morningShort: "M", afternoonShort: "A",
  said: { yes: "oui", ifNeedBe: "si besoin", no: "non" }, none: "sans réponse",
  enter: {
    button: "Saisir", label: (name: string) => `Saisir la réponse de ${name}`, title: (name: string) => `Réponse de ${name}`,
    intro: "Pour une réponse donnée par téléphone. Elle sera notée comme saisie par vous.", verb: "Enregistrer la réponse",
  },
  leftOut: (n: number) => n === 1
    ? "Un juré n'a pas été retenu : on ne sait rien de son temps."
    : `${n} jurés n'ont pas été retenus : on ne sait rien de leur temps.`,
  leftOutNext: "Demander leurs disponibilités, puis recalculer le plan",
}, {
  title: "Jurors' availability",
  intro: n => `${n === 1 ? "One juror's calendar cannot be read" : `The calendars of ${n} jurors cannot be read`}: JuryBot plans ${n === 1 ? "this juror" : "these jurors"} only where the answer is yes.`,
  closed: "The session is convened: answers no longer change.",
  reasons: { noAccount: "No Microsoft 365 account", unreadable: "Calendar cannot be read", readable: "The calendar can be read by now" },
  state: {
    notAsked: "Not asked yet",
    asked: at => `Asked on ${at}, no answer`,
    answered: at => `Answered on ${at}`,
    entered: (by, at) => `Entered by ${by} on ${at}`,
    until: at => `Answer expected by ${at}`, over: at => `Poll closed since ${at}`,
    reminded: at => `Reminded on ${at}`, escalated: at => `In vain, told on ${at}`,
  },
  ask: {
    verb: "Ask for their availability", again: "Ask again", send: "Send the request",
    title: n => `Ask ${en(n, "juror", "jurors")} for their availability?`,
    titleAgain: n => `Ask ${en(n, "juror", "jurors")} again?`,
    sent: "As soon as you confirm, JuryBot sends:",
    teams: n => `a card in Teams, to ${en(n, "juror", "jurors")}:`,
    mail: n => `a mail with a personal link, to ${en(n, "juror", "jurors")}:`,
    about: halves => `Each answers yes, if need be or no for ${en(halves, "half-day", "half-days")}, and can correct until the session is convened. Nobody is planned without an answer.`,
  },
  grid: "Answers by half-day", juror: "Juror", morning: "morning", afternoon: "afternoon", morningShort: "M", afternoonShort: "A",
  said: { yes: "yes", ifNeedBe: "if need be", no: "no" }, none: "no answer",
  enter: {
    button: "Enter", label: name => `Enter the answer of ${name}`, title: name => `Answer of ${name}`,
    intro: "For an answer given by phone. It will be recorded as entered by you.", verb: "Save the answer",
  },
  leftOut: n => n === 1 ? "One juror was left out: nothing is known of their time." : `${n} jurors were left out: nothing is known of their time.`,
  leftOutNext: "Ask for their availability, then make the plan again",
});
