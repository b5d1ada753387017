import { both, en, fr } from "../app/texts";

export const ledgerTexts = both({
  title: { sessions: "Registre des actes de la session", sittings: "Registre des actes de la séance", candidates: "Registre des actes du dossier" } as Record<string, string>,
  up: { sessions: "Session", sittings: "Séance", candidates: "Dossier" } as Record<string, string>,
  about: "Chaque acte, du plus récent au plus ancien. Les écritures s'enchaînent : en modifier ou en retirer une se voit.",
  whole: (n: number) => `La chaîne est entière : ${fr(n, "écriture vérifiée", "écritures vérifiées")}, avec les données dont elles parlent.`,
  broken: "La chaîne ne tient plus : des données ont été modifiées hors de JuryBot. Prévenez la personne qui l'administre. Première anomalie :",
  again: "Vérifier de nouveau", checkedAt: (at: string) => `Vérifié le ${at}.`,
  sequence: "N°", when: "Quand", who: "Qui", what: "Acte", print: "Empreintes", about2: (name: string) => `au sujet de ${name}`,
  confirms: "Texte confirmé", entry: "Écriture",
  later: "Plus récents", earlier: "Plus anciens", empty: "Aucune écriture",
}, {
  title: { sessions: "Ledger of the session", sittings: "Ledger of the sitting", candidates: "Ledger of the record" },
  up: { sessions: "Session", sittings: "Sitting", candidates: "Record" },
  about: "Each act, the latest first. Entries are chained: to change or remove one shows.",
  whole: n => `The chain is whole: ${en(n, "entry", "entries")} verified, with the data they speak of.`,
  broken: "The chain no longer holds: data were changed outside JuryBot. Tell whoever administers it. First fault:",
  again: "Verify again", checkedAt: at => `Verified on ${at}.`,
  sequence: "No.", when: "When", who: "Who", what: "Act", print: "Hashes", about2: name => `about ${name}`,
  confirms: "Text confirmed", entry: "Entry",
  later: "Later", earlier: "Earlier", empty: "No entry",
});
