using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.Tokens;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace JuryBot.Tests.Sandbox;

public sealed class TokenTests
{
    public static TheoryData<TokenFault> Faults => new(Enum.GetValues<TokenFault>().Where(fault => fault is not (TokenFault.None or TokenFault.ServiceUrl)));

    [Fact]
    public async Task A_persons_token_is_valid_by_the_published_metadata_and_says_who_they_are()
    {
        await using var harness = await Harness.StartAsync();
        var director = harness.Organisation.Director;
        var result = await EntraAsync(harness, harness.Tenant.Tokens.User(director));
        Assert.True(result.IsValid, result.Exception?.Message);
        var token = (JsonWebToken)result.SecurityToken;
        Assert.Equal([director.Id, director.Mail, harness.Organisation.TenantId.ToString(), "Director"], ["oid", "preferred_username", "tid", "roles"], (value, claim) => token.GetClaim(claim).Value == value);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_wrong_token_is_not_valid(TokenFault fault)
    {
        await using var harness = await Harness.StartAsync();
        Assert.False((await EntraAsync(harness, harness.Tenant.Tokens.User(harness.Juror, fault))).IsValid);
        Assert.False((await ChannelAsync(harness, harness.Tenant.Tokens.Activity(fault))).IsValid);
    }

    [Fact]
    public async Task A_channel_token_names_its_service_and_its_key_is_endorsed()
    {
        await using var harness = await Harness.StartAsync();
        var result = await ChannelAsync(harness, harness.Tenant.Tokens.Activity());
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(harness.Tenant.ServiceUrl, result.Claims["serviceurl"]);
        using var keys = await harness.SendAsync(HttpMethod.Get, "botframework/v1/.well-known/keys");
        Assert.Contains("msteams", JsonNode.Parse(await keys.Content.ReadAsStringAsync())!["keys"]![0]!["endorsements"]!.AsArray().Select(entry => entry!.GetValue<string>()));
        var wrong = new JsonWebToken(harness.Tenant.Tokens.Activity(TokenFault.ServiceUrl));
        Assert.NotEqual(harness.Tenant.ServiceUrl, wrong.GetClaim("serviceurl").Value);
    }

    [Fact]
    public async Task A_browser_signs_in_as_the_person_picked_once_and_only_towards_JuryBots_pages()
    {
        await using var harness = await Harness.StartAsync();
        harness.Tenant.JuryBots.Addresses = [new Uri("http://localhost:3978/")];
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var answer = await browser.GetAsync(Authorize(harness, "http://localhost:3978/app/", verifier, harness.Juror.Mail));
        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.Equal("s1", query["state"]);

        var tokens = await RedeemAsync(harness, browser, query["code"]!, verifier);
        Assert.True((await EntraAsync(harness, tokens!["access_token"]!.GetValue<string>())).IsValid);
        Assert.Equal("n1", new JsonWebToken(tokens["id_token"]!.GetValue<string>()).GetClaim("nonce").Value);
        Assert.Null(await RedeemAsync(harness, browser, query["code"]!, verifier));

        foreach (var elsewhere in (string[])["http://localhost:3978.example/app/", "http://localhost:3978/app/../evil", "https://example.org/app/", "http://u:p@localhost:3978/app/", "javascript:alert(1)"])
        {
            var refused = await browser.GetAsync(Authorize(harness, elsewhere, verifier, harness.Juror.Mail));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task A_code_needs_its_verifier()
    {
        await using var harness = await Harness.StartAsync();
        harness.Tenant.JuryBots.Addresses = [new Uri("http://localhost:3978/")];
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var answer = await browser.GetAsync(Authorize(harness, "http://localhost:3978/app/", "right", harness.Juror.Id));
        Assert.Null(await RedeemAsync(harness, browser, QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"]!, "wrong"));
    }

    [Fact]
    public async Task An_app_needs_its_secret()
    {
        await using var harness = await Harness.StartAsync();
        using var client = new HttpClient();
        using var answer = await client.PostAsync(new Uri(harness.Tenant.Address, $"{harness.Organisation.TenantId}/oauth2/v2.0/token"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = harness.Organisation.AppId.ToString(), ["client_secret"] = "guess", ["scope"] = "https://graph.microsoft.com/.default",
        }));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static Uri Authorize(Harness harness, string redirect, string verifier, string hint) => new(harness.Tenant.Address, QueryHelpers.AddQueryString(
        $"{harness.Organisation.TenantId}/oauth2/v2.0/authorize",
        new Dictionary<string, string?>
        {
            ["client_id"] = harness.Organisation.ClientId.ToString(), ["redirect_uri"] = redirect, ["response_type"] = "code", ["scope"] = "openid",
            ["state"] = "s1", ["nonce"] = "n1", ["login_hint"] = hint, ["code_challenge_method"] = "S256",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
        }));

    private static async Task<JsonNode?> RedeemAsync(Harness harness, HttpClient browser, string code, string verifier)
    {
        using var answer = await browser.PostAsync(new Uri(harness.Tenant.Address, $"{harness.Organisation.TenantId}/oauth2/v2.0/token"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["client_id"] = harness.Organisation.ClientId.ToString(), ["code"] = code,
            ["redirect_uri"] = "http://localhost:3978/app/", ["code_verifier"] = verifier,
        }));
        return answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null;
    }

    private static Task<TokenValidationResult> EntraAsync(Harness harness, string token) =>
        ValidateAsync($"{harness.Tenant.Address}{harness.Organisation.TenantId}/v2.0/.well-known/openid-configuration", harness.Tenant.Tokens.ApiAudience, token);

    private static Task<TokenValidationResult> ChannelAsync(Harness harness, string token) =>
        ValidateAsync($"{harness.Tenant.Address}botframework/v1/.well-known/openidconfiguration", harness.Organisation.AppId.ToString(), token);

    private static async Task<TokenValidationResult> ValidateAsync(string metadata, string audience, string token)
    {
        var configuration = await new ConfigurationManager<OpenIdConnectConfiguration>(metadata, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = false }).GetConfigurationAsync(default);
        return await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer, ValidAudience = audience, IssuerSigningKeys = configuration.SigningKeys, ClockSkew = TimeSpan.FromMinutes(5),
        });
    }
}
