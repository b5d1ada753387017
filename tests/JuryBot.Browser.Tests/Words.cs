namespace JuryBot.Browser.Tests;

/// <summary>What stands on buttons and fields, as a reader of one language sees them.</summary>
internal sealed record Words
{
    /// <summary>What marks an example registration.</summary>
    public required string Fictitious { get; init; }

    public required string Import { get; init; }

    public required string Sessions { get; init; }

    public required string NewSession { get; init; }

    public required string IntermediateJury { get; init; }

    public required string FinalJury { get; init; }

    public required string Block { get; init; }

    public required string AllEligible { get; init; }

    public required string FirstDay { get; init; }

    public required string LastDay { get; init; }

    public required string CreateSession { get; init; }

    public required string MakePlan { get; init; }

    public required string Convene { get; init; }

    public required string Refresh { get; init; }

    public required string Replace { get; init; }

    public required string ReplaceBy { get; init; }

    public required string AddCandidates { get; init; }

    public required string LookForPlace { get; init; }

    public required string Proposal { get; init; }

    public required string Apply { get; init; }

    public required string Revised { get; init; }

    public required string Close { get; init; }

    public required string Revise { get; init; }

    public required string Drop { get; init; }

    public required string ToDark { get; init; }

    public required string ToLight { get; init; }

    public required string Appoint { get; init; }

    public required string Publish { get; init; }

    public required string NothingImported { get; init; }

    public required Func<string, string> Imported { get; init; }

    public required string Accept { get; init; }

    public required string Decline { get; init; }

    public required string Advance { get; init; }

    public required string NextJury { get; init; }

    /// <summary>The roles that lead a deliberation.</summary>
    public required IReadOnlyList<string> Chairs { get; init; }

    public required string NextWeek { get; init; }

    public required string NowIs { get; init; }

    public required string Submitted { get; init; }

    public required string OpenSitting { get; init; }

    public required string SaveDraft { get; init; }

    public required string Submit { get; init; }

    public required string Draft { get; init; }

    public required string ReviewSheet { get; init; }

    public required string OpenDeliberation { get; init; }

    public required string ConfirmSheet { get; init; }

    public required string ConfirmDecision { get; init; }

    public required string Record { get; init; }

    public required string Recorded { get; init; }

    public required string Acquired { get; init; }

    public required string NotAcquired { get; init; }

    public required string Favourable { get; init; }

    public required string AwardsTitle { get; init; }

    public required string AskAvailability { get; init; }

    public required string SendRequest { get; init; }

    public required string EnterAnswer { get; init; }

    public required string SaveAnswer { get; init; }

    public required string SaveAnswers { get; init; }

    public required string AnswersSaved { get; init; }

    public required string Yes { get; init; }

    public required string IfNeedBe { get; init; }

    public required string No { get; init; }

    public required string LinkIsGone { get; init; }

    public required string Annul { get; init; }

    public required string Reason { get; init; }

    public required string Deliberating { get; init; }

    /// <summary>So many of as many.</summary>
    public required Func<int, string> AllOf { get; init; }

    public required string NotExported { get; init; }

    public required string AwardRegister { get; init; }

    public required string Minutes { get; init; }

    public required string Issue { get; init; }

    public required string ChainIsWhole { get; init; }

    public required string HasHandedIn { get; init; }

    public required string HasPublished { get; init; }

    public required string HasIssued { get; init; }

    public required string ImportTitle { get; init; }

    public required string CandidateList { get; init; }

    public required string JurorList { get; init; }

    public static Words In(string language) => language == "fr" ? French : English;

    private static readonly Words French = new()
    {
        Fictitious = "Enregistrement fictif",
        Import = "Import", Sessions = "Sessions", NewSession = "Nouvelle session", IntermediateJury = "Jury intermédiaire", FinalJury = "Jury de certification", Block = "Bloc évalué",
        AllEligible = "Choisir tous les éligibles", FirstDay = "Premier jour", LastDay = "Dernier jour", CreateSession = "Créer la session",
        MakePlan = "Calculer le plan", Convene = "Convoquer", Refresh = "Actualiser les réponses", Replace = "Remplacer", ReplaceBy = "Remplacer par",
        AddCandidates = "Ajouter des candidats", LookForPlace = "Chercher sa place", Proposal = "Voici ce qui changerait", Apply = "Appliquer et prévenir", Revised = "Le plan est révisé",
        Close = "Fermer", Revise = "Réviser le plan", Drop = "Abandonner cette proposition", ToDark = "Passer au thème sombre", ToLight = "Passer au thème clair", Appoint = "Nommer", Publish = "Annoncer les résultats",
        NothingImported = "Rien n'a été importé", Imported = file => $"{file} est importé", Accept = "Accepter", Decline = "Refuser", Advance = "Avancer", NextJury = "prochain jury", NowIs = "Nous sommes le", NextWeek = "Semaine suivante", Chairs = ["Responsable du jury", "Présid"],
        Submitted = "Grille remise", Draft = "Brouillon enregistré", ReviewSheet = "Relire avant de remettre", OpenSitting = "Ouvrir la séance", SaveDraft = "Enregistrer le brouillon", Submit = "Remettre la grille", ConfirmSheet = "Confirmer et remettre", ConfirmDecision = "Confirmer la décision",
        OpenDeliberation = "Ouvrir la délibération", Record = "Enregistrer la décision", Recorded = "Décision enregistrée",
        AskAvailability = "Demander leurs disponibilités", SendRequest = "Envoyer la demande", EnterAnswer = "Saisir la réponse de", SaveAnswer = "Enregistrer la réponse",
        SaveAnswers = "Enregistrer mes réponses", AnswersSaved = "Vos réponses sont enregistrées", Yes = "Oui", IfNeedBe = "Si besoin", No = "Non", LinkIsGone = "Ce lien ne sert plus",
        Annul = "Annuler la décision", Reason = "Motif", Deliberating = "délibération",
        Acquired = "Acquis", NotAcquired = "Non acquis", Favourable = "Évaluation favorable", AwardsTitle = "Le jury attribue le titre",
        AllOf = n => $"{n} sur {n}", NotExported = "Pas encore exporté", AwardRegister = "Registre des titres et des certificats", Minutes = "Procès-verbal", Issue = "Délivrer", ChainIsWhole = "La chaîne est entière",
        HasHandedIn = "a remis une grille", HasPublished = "a publié les résultats", HasIssued = "a délivré un document",
        ImportTitle = "Importer vos listes", CandidateList = "Candidats", JurorList = "Jurés et équipe",
    };

    private static readonly Words English = new()
    {
        Fictitious = "Fictitious registration",
        Import = "Import", Sessions = "Sessions", NewSession = "New session", IntermediateJury = "Intermediate jury", FinalJury = "Certification jury", Block = "Block assessed",
        AllEligible = "Choose all the eligible", FirstDay = "First day", LastDay = "Last day", CreateSession = "Create the session",
        MakePlan = "Make the plan", Convene = "Convene", Refresh = "Refresh answers", Replace = "Replace", ReplaceBy = "Replace by",
        AddCandidates = "Add candidates", LookForPlace = "Look for a place", Proposal = "This is what would change", Apply = "Apply and tell people", Revised = "The plan is revised",
        Close = "Close", Revise = "Revise the plan", Drop = "Drop this proposal", ToDark = "Switch to the dark theme", ToLight = "Switch to the light theme", Appoint = "Appoint", Publish = "Publish the results",
        NothingImported = "Nothing was imported", Imported = file => $"{file} is imported", Accept = "Accept", Decline = "Decline", Advance = "Advance", NextJury = "next jury", NowIs = "It is now", NextWeek = "Next week", Chairs = ["chair", "presid"],
        Submitted = "Sheet submitted", Draft = "Draft saved", ReviewSheet = "Review before submitting", OpenSitting = "Open the sitting", SaveDraft = "Save draft", Submit = "Submit the sheet", ConfirmSheet = "Confirm and hand in", ConfirmDecision = "Confirm the decision",
        OpenDeliberation = "Open the deliberation", Record = "Record the decision", Recorded = "Decision recorded",
        AskAvailability = "Ask for their availability", SendRequest = "Send the request", EnterAnswer = "Enter the answer of", SaveAnswer = "Save the answer",
        SaveAnswers = "Save my answers", AnswersSaved = "Your answers are saved", Yes = "Yes", IfNeedBe = "If need be", No = "No", LinkIsGone = "This link no longer works",
        Annul = "Annul the decision", Reason = "Reason", Deliberating = "deliberating",
        Acquired = "Acquired", NotAcquired = "Not acquired", Favourable = "Favourable", AwardsTitle = "The jury awards the title",
        AllOf = n => $"{n} of {n}", NotExported = "Not exported yet", AwardRegister = "Register of titles and certificates", Minutes = "Minutes", Issue = "Issue", ChainIsWhole = "The chain is whole",
        HasHandedIn = "handed in a sheet", HasPublished = "published the results", HasIssued = "issued a document",
        ImportTitle = "Import your lists", CandidateList = "Candidates", JurorList = "Jurors and team",
    };
}
