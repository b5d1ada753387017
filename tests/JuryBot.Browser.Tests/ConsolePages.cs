using JuryBot.Domain.ScoreSheets;
using JuryBot.Sandbox.People;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The console's wide pages: what is prepared, read, downloaded and transmitted, on every screen.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed class ConsolePages(AzuriteFixture azurite, Chromium chromium)
{
    private static readonly DateTimeOffset Held = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Juries_that_were_held_are_read_transmitted_and_taken_out_on_every_screen()
    {
        await using var house = await House.StartAsync(azurite, House.Small with { Candidates = 7 }, new() { ["Accrochage:IdClient"] = "ABCD1234", ["Accrochage:IdContrat"] = "MCFCER000001" });
        var archive = await Archive.WithRostersAsync(house);
        var (candidates, jurors) = (house.Organisation.Candidates.Take(6).ToList(), house.Organisation.Jurors.Take(5).ToList());
        var session = await archive.SessionAsync("walk", null, new(2026, 9, 14), "2027", candidates);
        var sitting = archive.Held(session, 0, Held, candidates, jurors, (juror, candidate) => juror == jurors[0] || (juror == jurors[1] && candidate == candidates[0]) ? Judgment.Partly : Judgment.Acquired) with
        {
            PublishedAt = Held.AddDays(2), PublishedBy = archive.IdOf(house.Coordinator),
        };
        await archive.KeepAsync(sitting);
        await house.UntilAsync("the titles", async () => (await house.GetAsync(house.Coordinator, "api/accrochage")).Body.AsArray().Count == candidates.Count);
        await house.SettleAsync();
        var (first, id) = (candidates[0], archive.IdOf(candidates[0]));

        var page = await SignedIn.OpenAsync(chromium, house, house.Coordinator);
        await SeeAsync(page, "/statistics", "Statistiques", "statistics");
        await Expect(page.Locator("svg.chart")).ToHaveCountAsync(4);

        await SeeAsync(page, $"/accrochage/{id}", $"Données de naissance : {first.Name}", "birth");
        await page.GetByLabel("Nom de naissance").FillAsync(first.LastName);
        await page.GetByLabel("Premier prénom").FillAsync(first.FirstName);
        await page.GetByLabel("Sexe").SelectOptionAsync("F");
        await page.GetByLabel("Année de naissance").FillAsync("2001");
        await page.GetByLabel("Code INSEE de la commune").FillAsync("75111");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Accrochage");
        await page.GetByRole(AriaRole.Button, new() { Name = "Exporter les titres…" }).ClickAsync();
        await Chromium.KeepAsync(page, "fr", "console-export-asks");
        var exported = await TakeAsync(page, page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Exporter les titres" }));
        Assert.Contains($">RNCP31168-2018-{id}-title-1</", exported, StringComparison.Ordinal);
        await page.GetByLabel("Accusé de traitement").Last.SetInputFilesAsync(new FilePayload
        {
            Name = "accuse.xml", MimeType = "application/xml", Buffer = System.Text.Encoding.UTF8.GetBytes($"<r><passagesKO><p><idTechnique>RNCP31168-2018-{id}-title-1</idTechnique><messageErreur>Plusieurs titulaires ont été identifiés</messageErreur></p></passagesKO></r>"),
        });
        await Expect(page.GetByText("Enregistrés : 0. Refusés : 1. Inconnus : 0.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Complétez le jour et le mois de naissance").First).ToBeVisibleAsync();
        await SeeAsync(page, "/accrochage", "Accrochage", "accrochage");

        await SeeAsync(page, "/documents", "Documents et registres", "files");
        Assert.StartsWith("PK", await TakeAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Registre des titres et des certificats" })), StringComparison.Ordinal);
        await page.GetByLabel("Vérifier un modèle").Last.SetInputFilesAsync(new FilePayload { Name = "minutes.fr.docx", MimeType = "application/octet-stream", Buffer = "MZ"u8.ToArray() });
        await Expect(page.GetByText("minutes.fr.docx : 1 erreur à corriger")).ToBeVisibleAsync();

        await SeeAsync(page, $"/sittings/{sitting.Id}/documents", "Documents de la séance", "sitting-documents");
        await page.GetByLabel("Document à délivrer").SelectOptionAsync(new SelectOptionValue { Label = "Procès-verbal" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Délivrer", Exact = true }).ClickAsync();
        Assert.StartsWith("PK", await TakeAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Télécharger : Procès-verbal" })), StringComparison.Ordinal);
        await SeeAsync(page, $"/candidates/{id}/documents", "Documents du candidat", "candidate-documents");
        await SeeAsync(page, "/sessions/walk/documents", "Documents de la session", "session-documents");
        await page.GetByRole(AriaRole.Button, new() { Name = "Préparer le dossier d'audit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Télécharger : Dossier d'audit" })).ToBeVisibleAsync();

        await SeeAsync(page, $"/sittings/{sitting.Id}/ledger", "Registre des actes de la séance", "sitting-ledger");
        await Expect(page.GetByText("La chaîne est entière")).ToBeVisibleAsync();
        await SeeAsync(page, "/sessions/walk/ledger", "Registre des actes de la session", "session-ledger");
        await SeeAsync(page, $"/candidates/{id}/ledger", "Registre des actes du dossier", "candidate-ledger");
        await SeeAsync(page, "/sessions/walk/declarations", "Déclarations et conflits", "declarations");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Réglages" })).ToHaveCountAsync(0);

        await SeeAsync(page, "/sessions", "Sessions", "sessions");
        await SeeAsync(page, "/sessions/walk", "Jury de certification · promotion 2027", "session");
        await SeeAsync(page, $"/sittings/{sitting.Id}", "lundi 14 septembre 2026, 10:00–13:00", "sitting");
        await SeeAsync(page, "/candidates", "Candidats", "candidates");
        await RightsStand.LinkAsync(archive, jurors[0], first);
        await house.UntilAsync("the link", async () => (await house.GetAsync(house.Coordinator, $"api/candidates/{id}/conflicts")).Body.AsArray().Count == 1);
        await SeeAsync(page, $"/candidates/{id}", first.Name, "candidate");
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"{jurors[0].Name} · Lien d'affaires" })).ToContainTextAsync("ne peut pas siéger");
        await page.EvaluateAsync("location.hash = '/people'");
        await page.GetByText("1 lien avec un candidat").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = first.Name })).ToBeVisibleAsync();
        await SeeAsync(page, "/people", "Personnes", "people");
        await SeeAsync(page, "/import", "Importer vos listes", "import");
        var draft = $"api/sessions/{Guid.NewGuid():N}";
        (await house.PutAsync(house.Coordinator, draft, Jury.Request("1", [archive.IdOf(house.Organisation.Candidates.Last())], [(await house.GetAsync(house.Coordinator, "api/rooms")).Body[0]!["mail"]!.ToString()]))).Accepted();
        await SeeAsync(page, draft.Replace("api", "", StringComparison.Ordinal), "Jury intermédiaire, bloc 1 · promotion 2027", "availability", page.Locator("#availability"));
        await page.Context.CloseAsync();

        var office = await SignedIn.OpenAsync(chromium, house, house.Director);
        await office.GetByRole(AriaRole.Link, new() { Name = "Réglages" }).ClickAsync();
        await SeeAsync(office, "/settings", "Réglages", "settings");
        await office.Context.CloseAsync();
    }

    [Fact]
    public async Task A_jury_that_is_prepared_convened_and_revised_is_read_on_every_screen()
    {
        await using var house = await House.StartAsync(azurite);
        var (jury, candidates, words) = (await Jury.WithRostersAsync(house), house.Organisation.Candidates.ToList(), Words.In("fr"));
        await jury.PlanAsync("1", [candidates[0]]);
        var (path, title) = (jury.Session.Replace("api", "", StringComparison.Ordinal), "Jury intermédiaire, bloc 1 · promotion 2027");
        var page = await SignedIn.OpenAsync(chromium, house, house.Coordinator);
        var dialog = page.GetByRole(AriaRole.Alertdialog);
        await SeeAsync(page, "/sessions/new", words.NewSession, "session-form", SignedIn.Button(page, words.CreateSession));
        await SeeAsync(page, path, title, "planned", SignedIn.Button(page, $"{words.Convene}…"));
        await SignedIn.Button(page, $"{words.Convene}…").ClickAsync();
        await Looks.CheckAsync(page, "fr", "console-convene-asks");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);

        await jury.ConveneAsync();
        var leaving = (await jury.PanelAsync())[^1].Person;
        Assert.True(house.Tenant.Calendars.Respond(leaving.Mail, jury.Invitation(leaving)!, "declined"));
        await jury.RefreshAsync();
        await page.EvaluateAsync("path => { location.hash = path }", $"/sittings/{jury.Sitting}");
        var replace = SignedIn.Button(page, $"{words.Replace} {leaving.Name}");
        await Expect(replace).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"{words.ReplaceBy} " })).ToBeVisibleAsync();
        await Looks.CheckAsync(page, "fr", "console-declined");
        await replace.ClickAsync();
        await dialog.GetByRole(AriaRole.Radio).First.CheckAsync();
        await Looks.CheckAsync(page, "fr", "console-substitutes");
        await page.Keyboard.PressAsync("Escape");
        await jury.ReviseAsync(candidates[1]);
        await SeeAsync(page, path, title, "proposal", page.GetByText(words.Proposal));
        await SeeAsync(page, $"{path}/board", "Tableau du plan", "board-proposal", page.Locator("[data-sitting]").First);
        await SeeAsync(page, "/nowhere", "Cette page n'existe pas", "not-found");

        var rooms = (await house.GetAsync(house.Coordinator, "api/rooms")).Body.AsArray().Select(room => room!["mail"]!.ToString());
        (await house.PutAsync(house.Coordinator, $"api/sessions/{Guid.NewGuid():N}", Jury.Request(null, [jury.IdOf(candidates[0])], rooms))).Accepted();
        await page.Context.CloseAsync();
        var office = await SignedIn.OpenAsync(chromium, house, house.Director);
        await SeeAsync(office, "/presidents", "Nommer les présidences", "presidents", office.Locator("fieldset.rooms"));
        await office.Context.CloseAsync();
        var juror = await SignedIn.OpenAsync(chromium, house, house.Organisation.Jurors.First(one => one.HasAccount));
        await SeeAsync(juror, "/sessions", "Cette page est réservée à la coordination et à la direction", "no-role");
        await juror.RouteAsync("**/app/config.json", route => route.AbortAsync());
        await juror.ReloadAsync();
        await Expect(SignedIn.Title(juror)).ToHaveTextAsync("La connexion n'a pas abouti");
        await Looks.CheckAsync(juror, "fr", "console-not-signed-in");
        await juror.Context.CloseAsync();
    }

    private static async Task SeeAsync(IPage page, string path, string title, string name, ILocator? part = null)
    {
        await page.EvaluateAsync("path => { location.hash = path }", path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Expect(page.Locator(".loading")).ToHaveCountAsync(0);
        await Expect(part ?? page.Locator("main")).ToBeVisibleAsync();
        await Looks.CheckAsync(page, "fr", $"console-{name}");
    }

    /// <summary>What the browser is handed when this is pressed.</summary>
    private static async Task<string> TakeAsync(IPage page, ILocator button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
