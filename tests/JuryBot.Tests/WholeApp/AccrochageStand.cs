using System.Text.Json.Nodes;
using System.Xml.Linq;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Deliberations;
using JuryBot.Domain.Exams;
using JuryBot.Features;
using JuryBot.Features.Accrochage;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Employee = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>A house whose final jury gave everybody the title, published by the coordinator, and a folder with the command in it.</summary>
internal sealed class AccrochageStand : IAsyncDisposable
{
    private const string Sitting = "final";
    private readonly string folder = Directory.CreateTempSubdirectory("jurybot-").FullName;

    private AccrochageStand(House house, Jury jury) => (House, Jury) = (house, jury);

    public House House { get; }

    public Jury Jury { get; }

    public Store Store => House.App.Services.GetRequiredService<Store>();

    public List<Employee> Candidates => [.. House.Organisation.Candidates];

    public IEnumerable<string> Files => Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static JsonObject Birth(string name) => new()
    {
        ["birthName"] = name, ["firstName"] = "Camille", ["year"] = 2001, ["month"] = 2, ["day"] = 28, ["sex"] = "F", ["commune"] = "75111",
    };

    /// <param name="publish">Whether the coordinator has published the titles.</param>
    public static async Task<AccrochageStand> StartAsync(AzuriteFixture azurite, bool publish = true, Dictionary<string, string?>? settings = null)
    {
        var house = await House.StartAsync(azurite, settings: settings);
        var stand = new AccrochageStand(house, await Jury.WithRostersAsync(house));
        await stand.AwardAsync();
        if (publish)
        {
            await stand.PublishAsync();
        }

        return stand;
    }

    public async Task PublishAsync()
    {
        (await House.PostAsync(House.Coordinator, $"api/sittings/{Sitting}/publication")).Accepted();
        await House.UntilAsync("the titles", async () => (await ListAsync()).Count == Candidates.Count);
    }

    public string At(string file) => Path.Combine(folder, file);

    public string IdOf(Employee candidate) => $"RNCP31168-2018-{Jury.IdOf(candidate)}-title-1";

    /// <summary>What the coordinator sees, by candidate.</summary>
    public async Task<Dictionary<string, JsonNode>> ListAsync() => (await House.GetAsync(House.Coordinator, "api/accrochage")).Accepted().Body.AsArray()
        .ToDictionary(row => row!["candidate"]!.ToString(), row => row!);

    public async Task<string> StatesAsync()
    {
        var rows = await ListAsync();
        return string.Join(' ', Candidates.Select(candidate => rows[Jury.IdOf(candidate)]["state"]!.ToString()));
    }

    /// <summary>What the form shows; 404 where nothing is entered.</summary>
    public Task<Answer> BirthAsync(Employee candidate) => House.GetAsync(House.Coordinator, $"api/accrochage/{Jury.IdOf(candidate)}/birth");

    /// <summary>Opens the form and saves this in it.</summary>
    public async Task<Answer> EnterAsync(Employee candidate, JsonObject birth) => await SaveAsync(candidate, birth, await BirthAsync(candidate) is { Status: 200 } form ? form["seen"].ToString() : null);

    /// <param name="seen">Of the form as it was opened.</param>
    public Task<Answer> SaveAsync(Employee candidate, JsonObject birth, string? seen) =>
        House.PutAsync(House.Coordinator, $"api/accrochage/{Jury.IdOf(candidate)}/birth", new JsonObject { ["data"] = birth, ["seen"] = seen });

    /// <summary>Runs the command as somebody would in the folder; a file of it is written <c>@file.xml</c>. The sender's settings are given with <c>export</c>, unless said.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(string arguments, bool settings = true)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var own = arguments.Split(' ').Select(argument => argument.StartsWith('@') ? At(argument[1..]) : argument);
        var configured = ((IConfiguration)House.App.Configuration).AsEnumerable()
            .Where(setting => setting.Value is not null && (setting.Key.StartsWith("Storage:", StringComparison.Ordinal) || setting.Key.StartsWith("Organisation:", StringComparison.Ordinal)))
            .SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! });
        string[] sender = settings ? ["--Accrochage:IdClient", "ABCD1234", "--Accrochage:IdContrat=MCFCER000001"] : [];
        var code = await AccrochageCommand.RunAsync([.. own, .. configured, .. sender], new Terminal(output, error), House.Tenant.Clock);
        return (code, Shown(output), Shown(error));
    }

    public XElement Read(string file) => XDocument.Load(At(file)).Root!;

    public IEnumerable<string> Values(string file, string element) => Read(file).Descendants().Where(e => e.Name.LocalName == element).Select(e => e.Value);

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // Decided the day after they were heard.
    private async Task AwardAsync()
    {
        var certification = Certification.Rncp31168;
        var session = Guid.NewGuid().ToString("N");
        (await House.PutAsync(House.Coordinator, $"api/sessions/{session}", Jury.Request("2", [Jury.IdOf(Candidates[0])], ["room@example.org"]))).Accepted();
        var (at, day) = (House.Tenant.Clock.GetUtcNow(), House.Tenant.Clock.GetUtcNow().AddDays(-1));
        var sitting = new Sitting
        {
            Id = Sitting, Session = session, Index = 0, Certification = certification.Id, SynthesisBlock = "3", Promotion = "2027", Kind = JuryKind.Final, Start = day, End = day.AddHours(2),
            Room = "room@example.org", RoomName = "Salle", Coordinator = (await House.GetAsync(House.Coordinator, "api/me"))["person"].ToString(), State = SittingState.Closed, Panel = [],
            Exams = [.. Candidates.Select(c => new Exam { Candidate = Jury.IdOf(c), Name = c.Name, Route = "initial", Start = day, End = day.AddMinutes(30), State = ExamState.Decided, Deliberation = new Deliberation { OpenedAt = day, OpenedBy = "chair", DecidedBy = "chair", DecidedAt = at } })],
        };
        await Store.ExecuteAsync(Aggregates.Sittings, Sitting, new Command("test", "test"), _ => sitting);
        foreach (var candidate in Candidates)
        {
            await Store.ExecuteAsync(Aggregates.Candidates, Jury.IdOf(candidate), new Command("test", "test"), record => record!.Decide(certification, new FinalRuling(
                Sitting, at, record!.Promotion, Presence.Present, [.. record!.BlocksToDecide(certification).Select(block => new BlockRuling(block, true))], new TitleRuling(true))));
        }
    }

    private string Shown(StringWriter writer) => writer.ToString().Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).ReplaceLineEndings("\n");
}
