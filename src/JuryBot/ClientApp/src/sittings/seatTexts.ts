import { both } from "../app/texts";

export const seatTexts = both({
  title: "Ma place dans ce jury", role: "Mon rôle :", answer: "Ma réponse :",
  undeclared: "Avant la séance, signez votre déclaration d'indépendance : écrivez « ma déclaration » à JuryBot dans Teams ou, sans compte, suivez le lien de votre courriel de convocation.",
  panel: "Le jury", order: "Ordre de passage", postponed: "reporté", notJudged: "vous ne jugez pas ce candidat", group: (name: string) => `groupe ${name}`,
  sheets: "Mes grilles",
  blind: "Vous ne voyez que vos grilles. Celles des autres membres se lisent ensemble, à la délibération.",
  fill: "Vos grilles se remplissent dans Teams, ou par le lien de votre courriel.",
  notYet: "Vos grilles arrivent à l'ouverture de la séance.",
  nothing: "rien d'écrit", saved: (at: string) => `brouillon du ${at}`, submitted: (at: string) => `remise le ${at}`,
  states: { draft: "à remettre", submitted: "remise", locked: "close" } as Record<string, string>,
  judgments: { acquired: "Acquis", partly: "Partiellement acquis", notAcquired: "Non acquis" } as Record<string, string>,
  mark: (mark: number) => `${mark.toLocaleString("fr-FR")} / 20`, overall: "Observation générale :",
  convocation: { title: "Ma convocation", join: "Rejoindre la réunion", elsewhere: "Vos documents à déposer et vos résultats vous parviennent dans Teams ou, sans compte, par mail." },
}, {
  title: "My seat in this jury", role: "My role:", answer: "My answer:",
  undeclared: "Before the sitting, sign your declaration of independence: type “my declaration” to JuryBot in Teams or, without an account, follow the link in your convocation's mail.",
  panel: "The jury", order: "Order of candidates", postponed: "postponed", notJudged: "you do not judge this candidate", group: name => `group ${name}`,
  sheets: "My sheets",
  blind: "You see your own sheets alone. Those of the other members are read together, at the deliberation.",
  fill: "Your sheets are filled in in Teams, or by the link in your mail.",
  notYet: "Your sheets come when the sitting opens.",
  nothing: "nothing written", saved: at => `draft of ${at}`, submitted: at => `handed in on ${at}`,
  states: { draft: "to hand in", submitted: "handed in", locked: "closed" },
  judgments: { acquired: "Acquired", partly: "Partly acquired", notAcquired: "Not acquired" },
  mark: mark => `${mark.toLocaleString("en-GB")} / 20`, overall: "General remark:",
  convocation: { title: "My convocation", join: "Join the meeting", elsewhere: "What you deposit and your results reach you in Teams or, without an account, by mail." },
});
