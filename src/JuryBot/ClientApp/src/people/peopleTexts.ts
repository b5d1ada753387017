import { both, en, fr } from "../app/texts";

export const peopleTexts = both({
  title: "Personnes",
  shown: (n: number) => fr(n, "personne", "personnes"),
  search: "Nom, mail ou employeur",
  capacity: "Fonction", allCapacities: "Toutes les fonctions",
  name: "Nom", college: "Collège", employer: "Employeur", roles: "Rôles", contact: "Contact",
  external: "extérieur",
  capacities: {
    professional: "Professionnel", trainer: "Formateur", pedagogicManager: "Responsable pédagogique",
    directorRepresentative: "Représentant de la direction", director: "Direction", president: "Président", employeeRepresentative: "Représentant des salariés",
    employerRepresentative: "Représentant des employeurs",
  } as Record<string, string>,
  colleges: { employer: "Employeurs", employee: "Salariés" } as Record<string, string>,
  roleNames: { coordinator: "Coordination", director: "Direction", juror: "Juré", candidate: "Candidat" } as Record<string, string>,
  reachable: "Teams", unreachable: "Mail",
  reachableTitle: "Joignable dans Teams", unreachableTitle: "Pas encore dans Teams : jointe par mail et page personnelle",
  noneYet: "Personne pour le moment", noneYetNext: "Importez la liste de vos jurés et de votre équipe.", toImport: "Importer une liste",
  noMatch: "Personne ne correspond à ces critères",
}, {
  title: "People",
  shown: n => en(n, "person", "people"),
  search: "Name, mail or employer",
  capacity: "Function", allCapacities: "All functions",
  name: "Name", college: "College", employer: "Employer", roles: "Roles", contact: "Contact",
  external: "external",
  capacities: {
    professional: "Professional", trainer: "Trainer", pedagogicManager: "Pedagogic manager",
    directorRepresentative: "Director's representative", director: "Director", president: "President", employeeRepresentative: "Employees' representative",
    employerRepresentative: "Employers' representative",
  },
  colleges: { employer: "Employers", employee: "Employees" },
  roleNames: { coordinator: "Coordination", director: "Director", juror: "Juror", candidate: "Candidate" },
  reachable: "Teams", unreachable: "Mail",
  reachableTitle: "Reachable in Teams", unreachableTitle: "Not in Teams yet: reached by mail and a personal page",
  noneYet: "Nobody yet", noneYetNext: "Import the list of your jurors and team.", toImport: "Import a list",
  noMatch: "Nobody matches these criteria",
});
