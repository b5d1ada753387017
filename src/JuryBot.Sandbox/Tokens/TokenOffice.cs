using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;

namespace JuryBot.Sandbox.Tokens;

/// <summary>Issues the tenant's tokens: Entra's for apps and people, the bot channel's for activities.</summary>
public sealed class TokenOffice : IDisposable
{
    internal const string ChannelName = "https://api.botframework.com";
    private const string GraphAudience = "https://graph.microsoft.com";
    private readonly Organisation organisation;
    private readonly string serviceUrl;

    internal TokenOffice(Organisation organisation, Uri address)
    {
        this.organisation = organisation;
        serviceUrl = $"{address}teams/";
        Entra = new Issuer($"{address}{organisation.TenantId}/v2.0");
        Channel = new Issuer(ChannelName);
        ClientSecret = $"{Guid.NewGuid():N}{Guid.NewGuid():N}";
    }

    internal Issuer Entra { get; }

    internal Issuer Channel { get; }

    /// <summary>JuryBot's secret at the token endpoint, made when the tenant starts.</summary>
    public string ClientSecret { get; }

    /// <summary>Audience of JuryBot's own API.</summary>
    public string ApiAudience => $"api://{organisation.ClientId}";

    /// <summary>What a signed-in person sends to JuryBot's API.</summary>
    public string User(Person person, TokenFault fault = TokenFault.None) => Entra.Mint(ApiAudience, UserClaims(person, "access_as_user"), fault);

    /// <summary>What the channel sends with an activity.</summary>
    public string Activity(TokenFault fault = TokenFault.None) => Channel.Mint(
        organisation.AppId.ToString(),
        new JsonObject { ["serviceurl"] = fault == TokenFault.ServiceUrl ? "https://smba.example/teams/" : serviceUrl },
        fault);

    /// <summary>What JuryBot sends to Graph and to the Teams connector.</summary>
    /// <param name="scope">A resource followed by <c>/.default</c>.</param>
    public string App(string scope, TokenFault fault = TokenFault.None) => Entra.Mint(
        scope.Replace("/.default", "", StringComparison.Ordinal),
        new JsonObject
        {
            ["tid"] = organisation.TenantId.ToString(), ["azp"] = organisation.AppId.ToString(), ["appid"] = organisation.AppId.ToString(),
            ["idtyp"] = "app", ["oid"] = organisation.AppId.ToString(), ["sub"] = organisation.AppId.ToString(), ["ver"] = "2.0",
            ["roles"] = new JsonArray("Calendars.ReadWrite", "Mail.ReadWrite", "Mail.Send", "User.Read.All", "Place.Read.All"),
        },
        fault);

    internal string Id(Person person, string? nonce)
    {
        var claims = UserClaims(person, null);
        claims["nonce"] = nonce;
        return Entra.Mint(organisation.ClientId.ToString(), claims);
    }

    internal Task<bool> OpensGraphAsync(string token) => Entra.AcceptsAsync(token, GraphAudience, $"{GraphAudience}/");

    internal Task<bool> OpensTeamsAsync(string token) => Entra.AcceptsAsync(token, ChannelName);

    private JsonObject UserClaims(Person person, string? scope)
    {
        var claims = new JsonObject
        {
            ["oid"] = person.Id, ["sub"] = person.TeamsId[4..], ["tid"] = organisation.TenantId.ToString(), ["name"] = person.Name,
            ["preferred_username"] = person.UserPrincipalName, ["email"] = person.Mail, ["azp"] = organisation.ClientId.ToString(), ["ver"] = "2.0",
            ["roles"] = new JsonArray([.. person.AppRoles]),
        };
        if (scope is not null)
        {
            claims["scp"] = scope;
        }

        return claims;
    }

    public void Dispose()
    {
        Entra.Dispose();
        Channel.Dispose();
    }
}
