namespace JuryBot.Tests.Features.Planning;

/// <summary>Problem files that are wrong, one mistake each unless it says otherwise.</summary>
public sealed class WrongProblems
{
    private static readonly Dictionary<string, (string? From, string To, string Error)> Mistakes = new()
    {
        ["an empty file"] = (null, "", "problem.json(1,1): $: le JSON s’arrête trop tôt : il manque une fin."),
        ["a file that ends too soon"] = ("\"objectives\": [\"scheduled\", \"unchanged\"]\n}", "\"objectives\": [\"scheduled\"", "problem.json(15,1): $: le JSON s’arrête trop tôt : il manque une fin."),
        ["a comma too many"] = ("\"J2\" } ],", "\"J2\" }, ],", "problem.json(7,31): $: ce n’est pas du JSON valide : « ] » n’est pas à sa place."),
        ["a comment"] = ("\"rooms\"", "// rooms\n  \"rooms\"", "problem.json(4,3): $: ce n’est pas du JSON valide : « / » n’est pas à sa place."),
        ["something after the end"] = ("\"unchanged\"]\n}", "\"unchanged\"]\n} {}", "problem.json(15,3): $: ce n’est pas du JSON valide : « { » n’est pas à sa place."),
        ["a list instead of a problem"] = (null, "[]\n", "problem.json(1,1): $: un objet {…} est attendu, pas […]."),
        ["null instead of a problem"] = (null, "null\n", "problem.json(1,1): $: cette valeur ne peut pas être null."),
        ["an unknown property"] = ("\"site\"", "\"sitte\"", "problem.json(4,28): $.rooms[0].sitte: la propriété « sitte » est inconnue ici ; propriétés possibles : id, site, unavailable."),
        ["an unknown property at the top"] = ("\"composition\"", "\"composition2\"", "problem.json(12,3): $.composition2: la propriété « composition2 » est inconnue ici ; propriétés possibles : grid, rooms, jurors, exams, composition, previous, objectives."),
        ["a property of the organisation's"] = ("\"composition\"", "\"break\": { \"afterExams\": 3, \"minutes\": 15 },\n  \"composition\"", "problem.json(12,3): $.break: la propriété « break » est inconnue ici ; propriétés possibles : grid, rooms, jurors, exams, composition, previous, objectives."),
        ["a property in another case"] = ("\"timeZone\"", "\"timezone\"", "problem.json(2,11): $.grid: la propriété « timeZone » manque.\nproblem.json(2,13): $.grid.timezone: la propriété « timezone » est inconnue ici ; propriétés possibles : timeZone, slotMinutes, days."),
        ["a missing property"] = (", \"slotMinutes\": 30", "", "problem.json(2,11): $.grid: la propriété « slotMinutes » manque."),
        ["no rooms at all"] = ("\"rooms\": [ { \"id\": \"R1\", \"site\": \"Paris\" } ],", "", "problem.json(1,1): $: la propriété « rooms » manque."),
        ["an exam without a duration"] = (", \"durationMinutes\": 60", "", "problem.json(8,14): $.exams[0]: la propriété « durationMinutes » manque."),
        ["a property twice"] = ("\"id\": \"J2\"", "\"id\": \"J2\", \"id\": \"J3\"", "problem.json(7,29): $.jurors[1].id: la propriété « id » figure plusieurs fois."),
        ["a role twice in what is pinned"] = ("\"members\": { \"president\": \"J1\" } } } ]", "\"members\": { \"president\": \"J1\", \"president\": \"J1\" } } } ]", "problem.json(11,89): $.exams[0].pinned.members.president: la propriété « president » figure plusieurs fois."),
        ["a number as text"] = ("\"slotMinutes\": 30", "\"slotMinutes\": \"30\"", "problem.json(2,56): $.grid.slotMinutes: un nombre entier est attendu, pas \"30\"."),
        ["a number with a fraction"] = ("60", "60.5", "problem.json(8,69): $.exams[0].durationMinutes: un nombre entier est attendu, pas 60.5."),
        ["a number that is too big"] = ("60", "99999999999", "problem.json(8,69): $.exams[0].durationMinutes: un nombre entier est attendu, pas 99999999999."),
        ["a text as number"] = ("\"id\": \"R1\"", "\"id\": 1", "problem.json(4,22): $.rooms[0].id: un texte entre guillemets est attendu, pas 1."),
        ["a yes or no as text"] = ("true", "\"true\"", "problem.json(5,41): $.jurors[0].external: true ou false est attendu, pas \"true\"."),
        ["a list that is a text"] = ("[\"C1\"]", "\"C1\"", "problem.json(8,42): $.exams[0].candidates: une liste […] est attendue, pas \"C1\"."),
        ["an object that is a list"] = ("{ \"minExternalPercent\": 40, \"parity\": false }", "[40]", "problem.json(12,18): $.composition: un objet {…} est attendu, pas […]."),
        ["a member who is an object"] = ("{ \"president\": \"J1\" } } } ]", "{ \"president\": { \"id\": \"J1\" } } } } ]", "problem.json(11,83): $.exams[0].pinned.members.president: un texte entre guillemets est attendu, pas {…}."),
        ["null where something must be"] = ("\"R1\", \"site\"", "null, \"site\"", "problem.json(4,22): $.rooms[0].id: cette valeur ne peut pas être null."),
        ["null in a list"] = ("[\"C1\"]", "[\"C1\", null]", "problem.json(8,49): $.exams[0].candidates[1]: cette valeur ne peut pas être null."),
        ["null as a juror"] = ("{ \"id\": \"J2\" } ]", "{ \"id\": \"J2\" }, null ]", "problem.json(7,31): $.jurors[2]: cette valeur ne peut pas être null."),
        ["an unknown college"] = ("\"employer\"", "\"boss\"", "problem.json(5,58): $.jurors[0].college: \"boss\" n’est pas un mot connu ici ; mots possibles : employer, employee."),
        ["a college in another case"] = ("\"employer\"", "\"Employer\"", "problem.json(5,58): $.jurors[0].college: \"Employer\" n’est pas un mot connu ici ; mots possibles : employer, employee."),
        ["an unknown objective"] = ("\"unchanged\"]", "\"sittings\"]", "problem.json(14,31): $.objectives[1]: \"sittings\" n’est pas un mot connu ici ; mots possibles : scheduled, unchanged, jurorDays, compactness, fairness, preference."),
        ["an objective as number"] = ("\"unchanged\"]", "1]", "problem.json(14,31): $.objectives[1]: 1 n’est pas un mot connu ici ; mots possibles : scheduled, unchanged, jurorDays, compactness, fairness, preference."),
        ["a date that does not exist"] = ("\"date\": \"2026-06-15\"", "\"date\": \"2026-06-31\"", "problem.json(3,33): $.grid.days[0].date: une date « aaaa-mm-jj » est attendue, pas \"2026-06-31\"."),
        ["a time of day with seconds"] = ("\"09:00\", \"to\"", "\"09:00:00\", \"to\"", "problem.json(3,55): $.grid.days[0].from: une heure « hh:mm » est attendue, pas \"09:00:00\"."),
        ["a time with an offset"] = ("\"start\": \"2026-06-15T09:00\", \"members\"", "\"start\": \"2026-06-15T09:00+02:00\", \"members\"", "problem.json(11,37): $.exams[0].pinned.start: une date et une heure locales « aaaa-mm-jjThh:mm » sont attendues, pas \"2026-06-15T09:00+02:00\"."),
        ["an unknown time zone"] = ("Europe/Paris", "Europe/Atlantis", "problem.json(2,25): $.grid.timeZone: « Europe/Atlantis » n’est pas un fuseau horaire connu (par exemple : Europe/Paris)."),
        ["slots of no length"] = ("\"slotMinutes\": 30", "\"slotMinutes\": 0", "problem.json(2,56): $.grid.slotMinutes: 0 : un créneau dure de 1 à 1440 minutes."),
        ["no day"] = ("[ { \"date\": \"2026-06-15\", \"from\": \"09:00\", \"to\": \"12:00\" } ]", "[]", "problem.json(3,21): $.grid.days: il en faut au moins un."),
        ["a day that ends before its start"] = ("\"to\": \"12:00\"", "\"to\": \"08:00\"", "problem.json(3,70): $.grid.days[0].to: la fin (08:00) doit venir après le début.\nproblem.json(11,37): $.exams[0].pinned.start: 2026-06-15T09:00 n’est pas un début de créneau de la grille.\nproblem.json(13,42): $.previous[0].start: 2026-06-15T09:00 n’est pas un début de créneau de la grille."),
        ["two days that overlap"] = ("\"to\": \"12:00\" } ]", "\"to\": \"12:00\" }, { \"date\": \"2026-06-15\", \"from\": \"11:00\", \"to\": \"15:00\" } ]", "problem.json(3,81): $.grid.days[1]: ces heures du 2026-06-15 en recouvrent d’autres du même jour."),
        ["an absence backwards"] = ("\"to\": \"2026-06-15T12:00\"", "\"to\": \"2026-06-15T10:00\"", "problem.json(6,70): $.jurors[0].unavailable[0].to: la fin (2026-06-15T10:00) doit venir après le début."),
        ["a blank id"] = ("\"id\": \"J2\" }", "\"id\": \"J2\" }, { \"id\": \" \" }", "problem.json(7,39): $.jurors[2].id: un identifiant ne peut pas être vide."),
        ["a juror twice"] = ("\"id\": \"J2\" }", "\"id\": \"J2\" }, { \"id\": \"J2\" }", "problem.json(7,39): $.jurors[2].id: « J2 » figure plusieurs fois."),
        ["a negative cap"] = ("\"maxExams\": 2", "\"maxExams\": -2", "problem.json(5,82): $.jurors[0].maxExams: -2 : ce nombre ne peut pas être négatif."),
        ["an exam of nobody"] = ("[\"C1\"]", "[]", "problem.json(8,42): $.exams[0].candidates: il en faut au moins un."),
        ["an exam of no length"] = ("60", "0", "problem.json(8,69): $.exams[0].durationMinutes: 0 : une durée va de 1 à 1440 minutes."),
        ["an unknown juror"] = ("[\"J2\"]", "[\"J2\", \"J9\"]", "problem.json(10,68): $.exams[0].roles[1].eligible[1]: « J9 » n’existe pas dans le problème."),
        ["a start off the grid"] = ("\"start\": \"2026-06-15T09:00\", \"members\"", "\"start\": \"2026-06-15T09:10\", \"members\"", "problem.json(11,37): $.exams[0].pinned.start: 2026-06-15T09:10 n’est pas un début de créneau de la grille."),
        ["a pinned role nobody knows"] = ("{ \"president\": \"J1\" } } } ]", "{ \"guest\": \"J1\" } } } ]", "problem.json(11,79): $.exams[0].pinned.members.guest: « guest » n’existe pas dans le problème."),
        ["an unknown room before"] = ("\"room\": \"R1\"", "\"room\": \"R9\"", "problem.json(13,70): $.previous[0].room: « R9 » n’existe pas dans le problème."),
        ["more than all externals"] = ("40", "140", "problem.json(12,42): $.composition.minExternalPercent: 140 : un pourcentage va de 0 à 100."),
        ["an objective twice"] = ("\"unchanged\"]", "\"scheduled\"]", "problem.json(14,31): $.objectives[1]: « scheduled » figure plusieurs fois."),
        ["objectives that ask for no exam"] = ("\"scheduled\", ", "", "problem.json(14,17): $.objectives: « scheduled » doit figurer parmi les objectifs."),
        ["a name that moves the cursor"] = ("\"site\"", "\"\\u001b[2Jsite\"", "problem.json(4,28): $.rooms[0].\\u001b[2Jsite: la propriété « \\u001b[2Jsite » est inconnue ici ; propriétés possibles : id, site, unavailable."),
        ["half a character"] = ("\"id\": \"J2\"", "\"id\": \"\\ud83d\"", "problem.json(7,23): $.jurors[1].id: ce texte contient un caractère incomplet."),
        ["half a character in a name"] = ("\"site\"", "\"\\ud83d\"", "problem.json(4,28): $.rooms[0]: ce texte contient un caractère incomplet."),
        ["three mistakes at once"] = ("60", "\"60\", \"conflict\": [], \"sites\": \"Paris\"", "problem.json(8,69): $.exams[0].durationMinutes: un nombre entier est attendu, pas \"60\".\nproblem.json(8,75): $.exams[0].conflict: la propriété « conflict » est inconnue ici ; propriétés possibles : id, candidates, durationMinutes, roles, sites, conflicts, unavailable, pinned.\nproblem.json(8,100): $.exams[0].sites: une liste […] est attendue, pas \"Paris\"."),
        ["accents before a mistake"] = ("\"id\": \"R1\", \"site\": \"Paris\"", "\"id\": \"Salle éàü😀\", \"site\": 1", "problem.json(4,45): $.rooms[0].site: un texte entre guillemets est attendu, pas 1."),
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_mistake_is_told_with_its_line_its_path_and_nothing_else(string name)
    {
        var (from, to, expected) = Mistakes[name];
        using var desk = new Desk(Desk.Changed(Desk.Problem, from, to));

        var said = await desk.PlanAsync("@problem.json --out @plan.json");

        Assert.Equal((1, "", expected + "\n"), (said.Code, said.Output, said.Error));
        Assert.Equal(["problem.json"], desk.Files);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_told_in_English_at_the_same_places(string name)
    {
        var (from, to, expected) = Mistakes[name];
        using var desk = new Desk(Desk.Changed(Desk.Problem, from, to));

        var said = await desk.PlanAsync("@problem.json --out @plan.json --language en");

        var (french, english) = (expected.Split('\n'), said.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(french.Select(Place), english.Select(Place));
        Assert.All(french.Zip(english), line => Assert.NotEqual(line.First, line.Second));
    }

    private static string Place(string line) => line[..line.IndexOf(": ", StringComparison.Ordinal)];
}
