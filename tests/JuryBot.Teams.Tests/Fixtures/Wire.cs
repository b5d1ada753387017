namespace JuryBot.Teams.Tests;

/// <summary>Activities as Teams writes them.</summary>
internal static class Wire
{
    public static string Activity(string type, string serviceUrl, string more, string channel = "msteams", string tenant = Bot.TenantId) => $$"""
        {
          "type": "{{type}}",
          "id": "1700000000000",
          "timestamp": "2026-11-24T09:00:00.0000000Z",
          "localTimezone": "Europe/Paris",
          "channelId": "{{channel}}",
          "serviceUrl": "{{serviceUrl}}",
          "from": { "id": "29:ana", "name": "Ana Ruiz", "aadObjectId": "a1b2c3d4-0000-4000-8000-000000000001" },
          "recipient": { "id": "28:{{Bot.AppId}}", "name": "JuryBot" },
          "conversation": { "id": "a:ana", "conversationType": "personal", "tenantId": "{{tenant}}" },
          "channelData": { "tenant": { "id": "{{tenant}}" }, "source": { "name": "message" } },
          "locale": "fr-FR",
          {{more}}
        }
        """;
}
