import { both, en, fr } from "../app/texts";

export const rosterTexts = both({
  title: "Importer vos listes",
  intro: "Une liste peut être importée autant de fois que nécessaire : les lignes déjà connues sont mises à jour, rien n'est supprimé.",
  sorts: {
    candidates: { title: "Candidats", about: "Nom, mail, voie d'accès, promotion, date d'entrée." },
    jurors: { title: "Jurés et équipe", about: "Nom, mail, fonction au jury, collège, employeur, liens connus avec des candidats." },
  },
  template: "Modèle à remplir :",
  drop: "Déposez le fichier ici, ou",
  choose: "Choisir un fichier",
  formats: "Excel (.xlsx) ou CSV",
  sending: (file: string) => `Import de ${file}…`,
  done: (file: string) => `${file} est importé`,
  added: (n: number) => fr(n, "ajouté", "ajoutés"),
  changed: (n: number) => fr(n, "modifié", "modifiés"),
  unchanged: (n: number) => fr(n, "inchangé", "inchangés"),
  next: { candidates: "Voir les candidats", jurors: "Voir les personnes" },
  refused: (n: number) => `Rien n'a été importé : ${fr(n, "erreur", "erreurs")} à corriger`,
  refusedNext: "Corrigez ces lignes dans le fichier, puis importez-le de nouveau.",
  again: "Importer de nouveau",
  sheet: "Feuille", row: "Ligne", column: "Colonne", text: "À corriger",
}, {
  title: "Import your lists",
  intro: "A list may be imported as often as needed: rows already known are updated, nothing is deleted.",
  sorts: {
    candidates: { title: "Candidates", about: "Name, mail, access route, promotion, date of entry." },
    jurors: { title: "Jurors and team", about: "Name, mail, function on the jury, college, employer, known links with candidates." },
  },
  template: "Template to fill in:",
  drop: "Drop the file here, or",
  choose: "Choose a file",
  formats: "Excel (.xlsx) or CSV",
  sending: file => `Importing ${file}…`,
  done: file => `${file} is imported`,
  added: n => `${n} added`,
  changed: n => `${n} changed`,
  unchanged: n => `${n} unchanged`,
  next: { candidates: "See the candidates", jurors: "See the people" },
  refused: n => `Nothing was imported: ${en(n, "error", "errors")} to correct`,
  refusedNext: "Correct these rows in the file, then import it again.",
  again: "Import again",
  sheet: "Sheet", row: "Row", column: "Column", text: "To correct",
});

export type RosterSort = keyof typeof rosterTexts.fr.sorts;
