using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using JuryBot.Features;
using JuryBot.Features.AppPackage;
using JuryBot.Features.Welcome;
using JuryBot.Sandbox;
using JuryBot.Sandbox.Processes;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.WholeApp;

namespace JuryBot.Tests.AppPackage;

public sealed partial class AppPackageTests(AzuriteFixture azurite)
{
    private const string Domain = "juries.example.org", Client = "6f1f2a4e-3c0f-4d0b-8f55-0d1a35f6b1c1", Bot = "0c9a0a3b-2f39-4f35-9d3e-7a6f8b0f3a11";
    private static readonly XNamespace Basic = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";

    [Fact]
    public async Task The_app_is_as_Microsofts_schemas_have_it()
    {
        using var package = await Written.MakeAsync();
        Assert.Equal("", await ComplaintsAsync(package.Manifest, package.French));
    }

    [Fact]
    public async Task What_the_schemas_do_not_allow_is_noticed()
    {
        using var package = await Written.MakeAsync();
        package.Manifest["accentColor"] = "blue";
        package.French["name.shrt"] = "JuryBot";
        var complaints = await ComplaintsAsync(package.Manifest, package.French);
        Assert.Contains("accentColor", complaints, StringComparison.Ordinal);
        Assert.Contains("name.shrt", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_app_is_the_same_file_and_names_whom_it_was_made_for()
    {
        using var package = await Written.MakeAsync();
        using var again = await Written.MakeAsync();
        Assert.Equal(await File.ReadAllBytesAsync(package.File), await File.ReadAllBytesAsync(again.File));
        Assert.Equal((Client, Client, Bot), (Text(package.Manifest["id"]), Text(package.Manifest["webApplicationInfo"]!["id"]), Text(package.Manifest["bots"]![0]!["botId"])));
        Assert.Equal($"api://{Domain}/{Client}", Text(package.Manifest["webApplicationInfo"]!["resource"]));
        Assert.Equal([Domain], package.Manifest["validDomains"]!.AsArray().Select(Text));
        Assert.DoesNotContain("{{", package.Manifest.ToJsonString() + package.French.ToJsonString() + package.Outlook, StringComparison.Ordinal);
        Assert.All(Addresses().Matches(package.Manifest.ToJsonString() + package.Outlook).Where(m => !m.Value.Contains("microsoft", StringComparison.Ordinal) && !m.Value.Contains("w3.org", StringComparison.Ordinal)), m => Assert.StartsWith($"https://{Domain}/", m.Value + "/", StringComparison.Ordinal));
    }

    [Fact]
    public void Entra_is_told_the_URI_and_the_redirect_that_the_app_signs_in_by()
    {
        var registration = File.ReadAllText(Path.Combine(Repository.Root, "infra", "entra.sh"));
        Assert.Contains("api://$domain/$client", registration, StringComparison.Ordinal);
        Assert.Contains("brk-multihub://$domain", registration, StringComparison.Ordinal);
        Assert.Contains("preAuthorizedApplications", registration, StringComparison.Ordinal);
        Assert.Contains("\"value\": \"access_as_user\"", registration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_button_opens_an_action_and_each_action_has_its_button()
    {
        using var package = await Written.MakeAsync();
        var extension = package.Manifest["extensions"]![0]!;
        var actions = extension["runtimes"]!.AsArray().SelectMany(r => r!["actions"]!.AsArray()).Select(a => Text(a!["id"])).ToList();
        var ribbons = extension["ribbons"]!.AsArray();
        Assert.Equal(["mailRead", "meetingDetailsAttendee", "meetingDetailsOrganizer"], ribbons.SelectMany(r => r!["contexts"]!.AsArray()).Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal(actions, ribbons.SelectMany(r => r!["tabs"]!.AsArray()).SelectMany(t => t!["groups"]!.AsArray()).SelectMany(g => g!["controls"]!.AsArray()).Select(c => Text(c!["actionId"])));
        Assert.Equal(package.Outlook.Descendants().First(e => e.Name.LocalName == "Id").Value, Text(extension["alternates"]![0]!["hide"]!["customOfficeAddin"]!["officeAddinId"]));
    }

    [Fact]
    public async Task Everything_said_in_English_is_said_in_French()
    {
        using var package = await Written.MakeAsync();
        List<string> said = ["name.short", "name.full", "description.short", "description.full"];
        Gather(package.Manifest["bots"]!, "bots", ["title", "description"]);
        Gather(package.Manifest["staticTabs"]!, "staticTabs", ["name"]);
        Gather(package.Manifest["extensions"]!, "extensions", ["label", "title", "description", "displayName"]);
        Assert.Equal(said.Order(StringComparer.Ordinal), package.French.Select(p => p.Key).Where(key => key != "$schema").Order(StringComparer.Ordinal));

        void Gather(JsonNode node, string path, string[] texts)
        {
            foreach (var (name, child) in node is JsonObject o ? o.Select(p => ($"{path}.{p.Key}", p.Value)) : node is JsonArray a ? a.Select((item, i) => ($"{path}[{i}]", item)) : [])
            {
                if (child is JsonValue && texts.Contains(name[(name.LastIndexOf('.') + 1)..]))
                {
                    said.Add(name);
                }
                else if (child is not null)
                {
                    Gather(child, name, texts);
                }
            }
        }
    }

    [Fact]
    public async Task The_bot_understands_the_commands_the_app_offers()
    {
        using var package = await Written.MakeAsync();
        var commands = package.Manifest["bots"]![0]!["commandLists"]!.AsArray().SelectMany(l => l!["commands"]!.AsArray()).Select(c => Text(c!["title"]))
            .Concat(package.French.Where(p => p.Key.StartsWith("bots", StringComparison.Ordinal) && p.Key.EndsWith("title", StringComparison.Ordinal)).Select(p => Text(p.Value))).ToList();
        Assert.Equal(10, commands.Count);
        Assert.All(commands, command => Assert.NotEqual(Asked.NotUnderstood, Understanding.Of(command)));
    }

    [Fact]
    public async Task Every_address_in_the_manifests_is_answered()
    {
        using var package = await Written.MakeAsync();
        await using var house = await House.StartAsync(azurite);
        using var http = new HttpClient();
        var paths = Addresses().Matches(package.Manifest.ToJsonString() + package.Outlook).Select(m => m.Value).Where(a => a.StartsWith($"https://{Domain}", StringComparison.Ordinal))
            .Select(a => new Uri(a).AbsolutePath).ToHashSet();
        Assert.Superset(new HashSet<string> { "/privacy", "/terms", "/icons/16.png", "/icons/80.png", "/icons/128.png" }, paths);

        // The built pages are not part of the tests' house; they are asked for in the browser's tests.
        foreach (var path in paths.Where(p => !p.StartsWith("/app/", StringComparison.Ordinal) && p != "/"))
        {
            using var answer = await http.GetAsync(new Uri(house.Address, path));
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
            Assert.Equal(path.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "text/html", answer.Content.Headers.ContentType!.MediaType);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(house.Address, "icons/17.png"))).StatusCode);
    }

    // The pane reads the item's text, for the link to the sitting, and its sender: less than that and Outlook gives neither.
    [Fact]
    public async Task Both_manifests_let_the_pane_read_what_is_open()
    {
        using var package = await Written.MakeAsync();
        Assert.Equal(["MailboxItem.Read.User"], package.Manifest["authorization"]!["permissions"]!["resourceSpecific"]!.AsArray().Select(permission => permission!["name"]!.ToString()));
        Assert.Equal("ReadItem", package.Outlook.Descendants().Single(e => e.Name.LocalName == "Permissions").Value);
    }

    [Fact]
    public void Icons_have_the_size_they_are_named_by() => Assert.All([16, 32, 64, 80, 128, 192], size =>
    {
        var icon = JuryBot.Features.AppPackage.AppPackage.Icon(size)!;
        Assert.Equal((size, size), (Side(16), Side(20)));

        int Side(int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(at));
    });

    [Fact]
    public async Task The_add_in_for_Outlook_on_Mac_names_only_what_it_defines()
    {
        using var package = await Written.MakeAsync();
        var defined = package.Outlook.Descendants().Where(e => e.Name.Namespace == Basic && e.Attribute("id") is not null).Select(e => e.Attribute("id")!.Value).ToList();
        var named = package.Outlook.Descendants().Attributes("resid").Select(a => a.Value).ToHashSet();
        Assert.Equal(defined.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.All(defined, id => Assert.InRange(id.Length, 1, 32));
        Assert.All(package.Outlook.Descendants(Basic + "String"), text => Assert.True(text.Element(Basic + "Override") is not null || text.Attribute("DefaultValue")!.Value == "JuryBot", text.ToString()));
        Assert.Equal(["AppointmentAttendeeCommandSurface", "AppointmentOrganizerCommandSurface", "MessageReadCommandSurface"],
            package.Outlook.Descendants().Where(e => e.Name.LocalName == "ExtensionPoint").Select(e => e.Attributes().Single(a => a.Name.LocalName == "type").Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("https://juries.example.org", Client, "--domain")]
    [InlineData("juries.example.org/app", Client, "--domain")]
    [InlineData("juries example", Client, "--domain")]
    [InlineData("", Client, "--domain")]
    [InlineData(Domain, "me", "--client-id")]
    [InlineData(Domain, "00000000-0000-0000-0000-000000000000", "--client-id")]
    public async Task A_wrong_argument_is_told_and_nothing_is_written(string domain, string client, string named)
    {
        var folder = Directory.CreateTempSubdirectory("jurybot-package-");
        try
        {
            using var errors = new StringWriter();
            var file = Path.Combine(folder.FullName, "app.zip");
            Assert.Equal(1, await PackageCommand.RunAsync(["--domain", domain, "--client-id", client, "--bot-id", Bot, "--out", file, "--language", "en"], new Terminal(TextWriter.Null, errors)));
            Assert.StartsWith(named, errors.ToString(), StringComparison.Ordinal);
            Assert.Empty(folder.EnumerateFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static async Task<string> ComplaintsAsync(JsonObject manifest, JsonObject french)
    {
        var folder = Path.Combine(Repository.Root, "tests", "JuryBot.Tests", "AppPackage");
        await Node.AloneAsync(() => Node.InstallAsync(folder, "Microsoft's manifest schemas", _ => { }, CancellationToken.None), CancellationToken.None);
        using var node = Process.Start(new ProcessStartInfo("node", ["validate.cjs"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await node.StandardInput.WriteAsync(new JsonObject { ["manifest"] = manifest.DeepClone(), ["localization"] = french.DeepClone() }.ToJsonString());
        node.StandardInput.Close();
        var (said, failed) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await failed);
        return await said;
    }

    [GeneratedRegex("""https://[^"'<>\s#]+""")]
    private static partial Regex Addresses();

    /// <summary>What the command wrote.</summary>
    private sealed class Written : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jurybot-package-");

        public string File => Path.Combine(folder.FullName, "jurybot.zip");

        public JsonObject Manifest { get; private set; } = [];

        public JsonObject French { get; private set; } = [];

        public XDocument Outlook { get; private set; } = new();

        public static async Task<Written> MakeAsync()
        {
            var written = new Written();
            using var errors = new StringWriter();
            var code = await PackageCommand.RunAsync(["--domain", Domain, "--client-id", Client, "--bot-id", Bot, "--out", written.File], new Terminal(TextWriter.Null, errors));
            Assert.Equal((0, ""), (code, errors.ToString()));
            using var zip = await ZipFile.OpenReadAsync(written.File);
            Assert.Equal(["color.png", "color32.png", "fr.json", "manifest.json", "outline.png"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
            written.Manifest = Read("manifest.json");
            written.French = Read("fr.json");
            written.Outlook = XDocument.Load(Path.ChangeExtension(written.File, ".outlook.xml"));
            return written;

            JsonObject Read(string name)
            {
                using var entry = zip.GetEntry(name)!.Open();
                return JsonNode.Parse(entry)!.AsObject();
            }
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
