import { both, en, fr } from "../app/texts";

export const declarationTexts = both({
  title: "Déclarations et conflits", up: "Session",
  about: "Ce que chaque membre du jury a déclaré de ses liens avec les candidats qu'il juge. Qui a un lien qui l'écarte ne siège pas pour ce candidat.",
  required: "Une séance ne s'ouvre qu'avec les déclarations signées des membres présents.", notRequired: "La déclaration est demandée ; une séance peut s'ouvrir sans elle.",
  none: "Aucun jury", noneNext: "Les déclarations se demandent une fois les jurys convoqués.",
  summary: (signed: number, all: number) => `${signed} sur ${fr(all, "membre a", "membres ont")} tout déclaré`,
  juror: "Membre", state: "Déclaration", links: "Liens déclarés",
  signed: (at: string) => `signée le ${at}`, unsigned: "pas signée", outstanding: (n: number) => `${fr(n, "candidat", "candidats")} à déclarer`, asked: (at: string) => `demandée le ${at}`, noLink: "aucun",
  effects: { blocking: "conflit : ne siège pas", institutional: "prévu par la fiche : peut siéger", none: "ne l'écarte pas" } as Record<string, string>,
  ask: "Demander les déclarations manquantes", askTitle: "Demander ces déclarations ?",
  askSays: (n: number) => `${fr(n, "membre reçoit", "membres reçoivent")} la demande dans Teams, sinon par mail :`, done: "La demande part.",
}, {
  title: "Declarations and conflicts", up: "Session",
  about: "What each member of a jury has declared of their links with the candidates they judge. Who has a link that keeps them off does not sit for that candidate.",
  required: "A sitting opens only with the signed declarations of the members present.", notRequired: "The declaration is asked for; a sitting may open without it.",
  none: "No jury", noneNext: "Declarations are asked for once juries are convened.",
  summary: (signed, all) => `${signed} of ${en(all, "member has", "members have")} declared everything`,
  juror: "Member", state: "Declaration", links: "Links declared",
  signed: at => `signed on ${at}`, unsigned: "not signed", outstanding: n => `${en(n, "candidate", "candidates")} to declare`, asked: at => `asked on ${at}`, noLink: "none",
  effects: { blocking: "conflict: does not sit", institutional: "by the sheet's design: may sit", none: "does not keep them off" },
  ask: "Ask for the missing declarations", askTitle: "Ask for these declarations?",
  askSays: n => `${en(n, "member receives", "members receive")} the request in Teams, else by mail:`, done: "The request is on its way.",
});
