using Deque.AxeCore.Playwright;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Sandbox.People;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JuryBot.Browser.Tests;

/// <summary>The console's wide pages: what is read, downloaded and transmitted of juries that were held, on a desk, on the smallest phone, by day, by night,
/// in a person's own colours and twice as large.</summary>
[Collection(nameof(Chromium))] // One at a time: on two cores, two whole sandboxes only wait for each other.
public sealed class ConsolePages(AzuriteFixture azurite, Chromium chromium)
{
    private static readonly DateTimeOffset Held = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);
    private static readonly (int Width, int Zoom, ColorScheme Scheme, ForcedColors Forced)[] Looks =
    [
        (1280, 1, ColorScheme.Light, ForcedColors.None), (640, 2, ColorScheme.Light, ForcedColors.None), (320, 1, ColorScheme.Dark, ForcedColors.None), (1280, 1, ColorScheme.Dark, ForcedColors.None),
        (320, 1, ColorScheme.Light, ForcedColors.Active),
    ];

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
        await page.ScreenshotAsync(new() { Path = Chromium.Picture("fr", "console-export-asks") });
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

    private static async Task SeeAsync(IPage page, string path, string title, string name, ILocator? part = null)
    {
        await page.EvaluateAsync("path => { location.hash = path }", path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Expect(page.Locator(".loading")).ToHaveCountAsync(0);
        await Expect(part ?? page.Locator("main")).ToBeVisibleAsync();
        // It stays in the page: every look is then asked at once.
        Assert.NotEmpty((await page.RunAxe()).Passes);
        var tools = await page.Context.NewCDPSessionAsync(page);
        foreach (var (width, zoom, scheme, forced) in Looks)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ForcedColors = forced });
            await page.SetViewportSizeAsync(width, 900 / zoom);
            if (zoom != 1)
            {
                await tools.SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 900 / zoom, ["deviceScaleFactor"] = zoom, ["mobile"] = false });
            }

            var shown = $"{name}-{width}-{scheme}{(forced == ForcedColors.Active ? "-forced" : "")}".ToLowerInvariant();
            await Expect(page.Locator($"html[data-theme={scheme}]".ToLowerInvariant())).ToHaveCountAsync(1);
            // Colours that are still changing are nobody's to read.
            await page.EvaluateAsync("() => new Promise(frame => requestAnimationFrame(() => requestAnimationFrame(frame))).then(() => Promise.all(document.getAnimations().map(one => one.finished.catch(() => {}))))");
            Assert.Equal((shown, zoom), (shown, await page.EvaluateAsync<int>("devicePixelRatio")));
            Assert.Equal((shown, width), (shown, await page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)")));
            var violations = await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}`))");
            Assert.Empty(violations.Select(violation => $"{shown}: {violation}"));
            // Last: a picture of the whole page takes the zoom back.
            await page.ScreenshotAsync(new() { Path = Chromium.Picture("fr", $"console-{shown}"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
        await page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>What the browser is handed when this is pressed.</summary>
    private static async Task<string> TakeAsync(IPage page, ILocator button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
