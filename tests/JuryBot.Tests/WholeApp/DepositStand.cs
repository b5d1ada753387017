using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using Microsoft.Extensions.DependencyInjection;
using Employee = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>A convened sitting of one block with three candidates, one of them without an account.</summary>
internal sealed partial class DepositStand(SheetStand stand, Employee own, Employee other) : IAsyncDisposable
{
    public static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0];
    public static readonly byte[] Word = Package("[Content_Types].xml", "word/document.xml");
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public sealed record Bytes(int Status, string? Type, byte[] Content, IReadOnlyDictionary<string, string> Headers);

    public SheetStand Stand => stand;

    public House House => stand.House;

    public Jury Jury => stand.Jury;

    public Store Store => House.App.Services.GetRequiredService<Store>();

    /// <summary>Two candidates with an account.</summary>
    public Employee Own => own;

    public Employee Other => other;

    public string List => $"api/sittings/{Jury.Sitting}/deposits";

    /// <summary>Candidates deposit until a day before the sitting, unless a test says otherwise.</summary>
    public static async Task<DepositStand> ConveneAsync(AzuriteFixture azurite, Dictionary<string, string?>? settings = null)
    {
        var stand = await SheetStand.ConveneAsync(azurite, settings, everybody: true);
        var candidates = stand.House.Organisation.Candidates.Where(c => c.HasAccount).Take(2).ToList();
        await stand.ChangeAsync(sitting => sitting with { Deposits = new() { DaysBefore = 1 } });
        await stand.House.UntilAsync("the convocations", () => stand.Links(stand.Outside, "convocation").Count == 1 && stand.Links(stand.Stranger, "convocation").Count == 1);
        return new DepositStand(stand, candidates[0], candidates[1]);
    }

    public string IdOf(Employee candidate) => Jury.IdOf(candidate);

    public string Path(Employee candidate) => $"{List}/{IdOf(candidate)}";

    public Task<Answer> DepositAsync(Employee who, Employee candidate, params (string Name, byte[] Content)[] files) => DepositAsync(who, candidate, null, files);

    public Task<Answer> DepositAsync(Employee who, Employee candidate, string? reason, params (string Name, byte[] Content)[] files) =>
        House.SendAsync(House.Tenant.Tokens.User(who), HttpMethod.Post, Path(candidate), Form(reason, files));

    /// <summary>Sends the form of a personal page.</summary>
    public async Task<Visitor.Page> UploadAsync(string link, params (string Name, byte[] Content)[] files)
    {
        using var exchange = House.Tenant.Wire.Begin();
        using var response = await http.PostAsync(new Uri(House.Address, link), Form(null, files));
        return new Visitor.Page((int)response.StatusCode, await response.Content.ReadAsStringAsync(), Headers(response));
    }

    public async Task<Bytes> BytesAsync(string link)
    {
        using var response = await http.GetAsync(new Uri(House.Address, link));
        return new Bytes((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(), Headers(response));
    }

    /// <summary>The link of the card that a person got in their chat.</summary>
    public async Task<string> ChattedAsync(Employee person, string purpose)
    {
        string? link = null;
        await House.UntilAsync("the card with the link", () => (link = House.Tenant.Chats.Cards(person).Select(m => Link().Match(m.Card!.Json.ToJsonString())).FirstOrDefault(m => m.Success && m.Groups[1].Value.StartsWith($"{purpose}/", StringComparison.Ordinal))?.Groups[1].Value) is not null);
        return link!;
    }

    /// <summary>Names of every deposited file that is kept.</summary>
    public async Task<IReadOnlyList<string>> BlobsAsync()
    {
        var container = new BlobContainerClient(House.App.Configuration["Storage:ConnectionString"], $"{House.App.Configuration["Storage:Prefix"]!.ToLowerInvariant()}documents");
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, "deposits/", default))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    public static byte[] Package(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                using var content = archive.CreateEntry(entry).Open();
                content.WriteByte(1);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] OpenDocument(string type)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var content = new StreamWriter(archive.CreateEntry("mimetype", CompressionLevel.NoCompression).Open());
            content.Write(type);
        }

        return bytes.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await stand.DisposeAsync();
    }

    private static MultipartFormDataContent Form(string? reason, (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(reason ?? ""), "reason" } };
        foreach (var (name, content) in files)
        {
            // As a browser writes it, whatever the name: .NET would encode it.
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "files", FileNameStar = name };
            form.Add(part);
        }

        return form;
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("/(deposit(?:ed)?/[A-Za-z0-9_-]+)\"")]
    private static partial Regex Link();
}
