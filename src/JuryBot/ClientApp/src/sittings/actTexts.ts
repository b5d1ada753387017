import { both, en, fr } from "../app/texts";

export const actTexts = both({
  title: "Renvoyer, reporter ou annuler",
  resend: {
    verb: "Renvoyer", title: "Renvoyer à une personne", to: "À qui", choose: "Choisissez une personne…", members: "Le jury", candidates: "Les candidats",
    says: (name: string, mail: string | null) => `${name} reçoit par courriel${mail ? `, à ${mail},` : ""} ce qui l'attend à ce stade : sa convocation avant la séance, ses grilles pendant, le procès-verbal ou les résultats ensuite. Son lien personnel est neuf : le précédent n'ouvre plus rien. Personne d'autre ne reçoit rien.`,
    done: "C'est parti.",
  },
  postpone: {
    verb: "Reporter ou annuler", title: "Reporter ou annuler", what: "Quoi", all: "Toute la séance", one: (name: string) => `Le passage de ${name}`,
    reason: "Motif écrit, gardé au dossier",
    sent: "Partent aussitôt :",
    jury: (n: number, names: string) => `l'annulation de l'invitation à ${fr(n, "membre du jury", "membres du jury")} : ${names}`,
    juryOne: "rien au jury : son invitation garde son heure, et ce passage y est compté comme reporté",
    candidates: (n: number, names: string) => `l'annulation de la convocation à ${fr(n, "candidat", "candidats")} : ${names}`,
    room: (name: string) => `la libération de la salle ${name}`,
    then: "Les candidats attendent une nouvelle place : sur la page de la session, « Réviser le plan » leur cherche une date. Pour annuler sans nouvelle date, ne révisez pas.",
    irreversible: "Une annulation envoyée ne se reprend pas.",
  },
}, {
  title: "Resend, postpone or cancel",
  resend: {
    verb: "Resend", title: "Send again to one person", to: "To whom", choose: "Choose a person…", members: "The jury", candidates: "The candidates",
    says: (name, mail) => `${name} gets by mail${mail ? `, at ${mail},` : ""} what awaits them at this stage: their convocation before the sitting, their sheets during it, the minutes or the results after. Their personal link is new: the former one opens nothing any more. Nobody else gets anything.`,
    done: "It is on its way.",
  },
  postpone: {
    verb: "Postpone or cancel", title: "Postpone or cancel", what: "What", all: "The whole sitting", one: name => `The exam of ${name}`,
    reason: "Written reason, kept on file",
    sent: "What leaves at once:",
    jury: (n, names) => `the cancellation of the invitation to ${en(n, "juror", "jurors")}: ${names}`,
    juryOne: "nothing to the jury: its invitation keeps its time, and this exam counts as postponed",
    candidates: (n, names) => `the cancellation of the convocation to ${en(n, "candidate", "candidates")}: ${names}`,
    room: name => `the release of room ${name}`,
    then: "The candidates wait for a new place: on the session's page, “Revise the plan” looks for a date for them. To cancel without a new date, do not revise.",
    irreversible: "A cancellation that was sent cannot be taken back.",
  },
});
