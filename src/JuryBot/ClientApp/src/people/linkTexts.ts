import { both } from "../app/texts";

/** What links a juror to a candidate. */
export const linkTexts = both({
  kinds: {
    family: "Lien familial", hierarchical: "Lien hiérarchique", business: "Lien d'affaires", employer: "L'un emploie l'autre", trained: "A formé", accompanied: "A accompagné (projet, VAE)",
    pastPersonal: "Lien personnel passé", pastProfessional: "Lien professionnel passé",
  } as Record<string, string>,
}, {
  kinds: {
    family: "Family", hierarchical: "Hierarchical", business: "Business", employer: "One employs the other", trained: "Has taught", accompanied: "Has accompanied (project, VAE)",
    pastPersonal: "Past personal link", pastProfessional: "Past professional link",
  },
});
