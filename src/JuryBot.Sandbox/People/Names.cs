namespace JuryBot.Sandbox.People;

/// <summary>Common French names, combined by chance: no real person is meant.</summary>
internal static class Names
{
    public static readonly string[] First =
    [
        "Camille", "Léa", "Manon", "Chloé", "Inès", "Sarah", "Jeanne", "Louise", "Alice", "Juliette", "Zoé", "Nora", "Aïcha", "Margaux", "Élise",
        "Clémence", "Hélène", "Sophie", "Nathalie", "Claire", "Hugo", "Lucas", "Nathan", "Théo", "Jules", "Adam", "Rayan", "Mathis", "Antoine", "Paul",
        "Victor", "Karim", "Olivier", "François", "Étienne", "Benoît", "Thierry", "Gaëlle", "Yann", "Maëlle",
    ];

    public static readonly string[] Last =
    [
        "Martin", "Bernard", "Dubois", "Thomas", "Robert", "Richard", "Petit", "Durand", "Leroy", "Moreau", "Simon", "Laurent", "Lefèvre", "Michel",
        "Garcia", "David", "Bertrand", "Roux", "Vincent", "Fournier", "Morel", "Girard", "André", "Mercier", "Dupont", "Lambert", "Bonnet", "François",
        "Martinez", "Legrand", "Garnier", "Faure", "Rousseau", "Blanc", "Guérin", "Muller", "Henry", "Roussel", "Nicolas", "Perrin", "Morin", "Mathieu",
        "Clément", "Gauthier", "Dumont", "Lopez", "Fontaine", "Chevalier", "Robin", "Masson", "Sanchez", "Gérard", "Nguyen", "Boyer", "Denis", "Lemaire",
        "Benali", "Diallo", "Haddad", "Traoré",
    ];

    public static readonly string[] Employers =
    [
        "Théâtre du Canal", "Festival des Quais", "La Halle aux Arts", "Compagnie du Marais", "Agence Contrepoint", "Musée de la Soierie",
        "Scène Nationale des Gones", "Studio Rive Gauche", "Orchestre des Deux Rives", "Les Ateliers de la Butte",
    ];
}
