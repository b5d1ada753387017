using System.Text.Json;
using JuryBot.Sandbox.Calendars;
using JuryBot.Sandbox.Mail;
using JuryBot.Sandbox.Teams;

namespace JuryBot.Sandbox;

/// <summary>A tenant as kept in its data directory (<c>tenant.json</c>). The organisation is made again from its seed.</summary>
internal sealed record TenantState(int Seed, int Jurors, int Candidates, TimeSpan Offset, List<CalendarItem> Calendars, List<MailItem> Mails, List<Teams.Chat> Chats)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true };

    public static TenantState? Load(string? directory) =>
        directory is not null && File.Exists(PathIn(directory)) ? JsonSerializer.Deserialize<TenantState>(File.ReadAllBytes(PathIn(directory)), Json) : null;

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Replaces the file as a whole: a crash leaves the old one or the new one.</summary>
    public static void Save(string directory, byte[] state)
    {
        var next = PathIn(directory) + ".next";
        File.WriteAllBytes(next, state);
        File.Move(next, PathIn(directory), overwrite: true);
    }

    private static string PathIn(string directory) => Path.Combine(directory, "tenant.json");
}
