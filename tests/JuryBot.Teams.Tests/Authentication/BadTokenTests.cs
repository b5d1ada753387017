using System.Net;
using Microsoft.IdentityModel.Tokens;

namespace JuryBot.Teams.Tests;

public sealed class BadTokenTests : IAsyncLifetime
{
    private static readonly Dictionary<string, Func<Bot, string?>> Headers = new()
    {
        ["no header"] = _ => null,
        ["empty header"] = _ => "",
        ["scheme without a token"] = _ => "Bearer",
        ["scheme and spaces"] = _ => "Bearer   ",
        ["another scheme"] = bot => "Basic " + bot.Token(),
        ["a token without a scheme"] = bot => bot.Token(),
        ["two tokens"] = bot => $"Bearer {bot.Token()}, Bearer {bot.Token()}",
        ["not a token"] = _ => "Bearer hello",
        ["three dots"] = _ => "Bearer ...",
        ["parts that are not base64"] = _ => "Bearer !!.??.**",
        ["cut short"] = bot => "Bearer " + bot.Token()[..^20],
        ["signature of another token"] = bot => $"Bearer {Unsigned(bot.Token())}.{bot.Token(r => r with { Expires = r.Expires!.Value.AddHours(1) }).Split('.')[2]}",
        ["without signature"] = bot => $"Bearer {Unsigned(bot.Token())}.",
        ["larger than a token may be"] = _ => "Bearer " + new string('a', 20_000),
        ["another audience"] = bot => Changed(bot, r => r with { Audience = Guid.NewGuid().ToString() }),
        ["no audience"] = bot => Changed(bot, r => r with { Audience = null }),
        ["another issuer"] = bot => Changed(bot, r => r with { Issuer = "https://sts.windows.net/" }),
        ["issuer in other case"] = bot => Changed(bot, r => r with { Issuer = "https://API.botframework.com" }),
        ["no issuer"] = bot => Changed(bot, r => r with { Issuer = null }),
        ["another key under the same id"] = bot => Changed(bot, r => r with { Credentials = new SigningKey(bot.Issuer.Key.Id).Credentials() }),
        ["unknown key id"] = bot => Changed(bot, r => r with { Credentials = bot.Issuer.Key.Credentials(kid: "unknown") }),
        ["no key id"] = bot => Changed(bot, r => r with { Credentials = bot.Issuer.Key.Credentials(kid: "") }),
        ["expired beyond the skew"] = bot => Changed(bot, r => r with { NotBefore = r.NotBefore.AddHours(-2), Expires = r.NotBefore.AddMinutes(-5) }),
        ["not valid yet beyond the skew"] = bot => Changed(bot, r => r with { NotBefore = r.NotBefore.AddMinutes(7) }),
        ["without an end"] = bot => Changed(bot, r => r with { Expires = null }),
        ["algorithm none"] = bot => Changed(bot, r => r with { Credentials = null }),
        ["algorithm none and a signature"] = bot => Changed(bot, r => r with { Credentials = null }) + "AAAA",
        ["RS256 key used with PS256"] = bot => Changed(bot, r => r with { Credentials = bot.Issuer.Key.Credentials(SecurityAlgorithms.RsaSsaPssSha256) }),
        ["HS256 with the public key's PEM"] = bot => Changed(bot, r => r with { Credentials = Symmetric(bot.Issuer.Key.Id, bot.Issuer.Key.PublicPem) }),
        ["HS256 with the public key's modulus"] = bot => Changed(bot, r => r with { Credentials = Symmetric(bot.Issuer.Key.Id, bot.Issuer.Key.Modulus) }),
        ["two headers' worth of tokens"] = bot => $"Bearer {bot.Token()} {bot.Token()}",
        ["the bot's own token"] = bot => Changed(bot, r => r with { Issuer = "https://sts.windows.net/", Audience = Issuer.Name }),
        ["a longer audience"] = bot => Changed(bot, r => r with { Audience = Bot.AppId + "0" }),
        ["RS384 named, RS256 signed"] = bot => "Bearer " + Relabelled(bot.Token()),
        ["claims of one token under the signature of another"] = bot => "Bearer " + Mixed(bot.Token(r => r with { Audience = Guid.NewGuid().ToString() }), bot.Token()),
        ["no service address"] = bot => Changed(bot, r => r with { ServiceUrl = null }),
        ["an empty service address"] = bot => Changed(bot, r => r with { ServiceUrl = "" }),
        ["another service address"] = bot => Changed(bot, r => r with { ServiceUrl = "https://smba.trafficmanager.net/emea/" }),
        ["service address without its slash"] = bot => Changed(bot, r => r with { ServiceUrl = r.ServiceUrl!.TrimEnd('/') }),
        ["a key without endorsements"] = bot => Changed(bot, r => r with { Credentials = Publish(bot, new("bare") { Endorsements = null }) }),
        ["a key endorsed for another channel"] = bot => Changed(bot, r => r with { Credentials = Publish(bot, new("webchat") { Endorsements = ["webchat"] }) }),
    };

    private Bot bot = null!;

    public static TheoryData<string> Rows => [.. Headers.Keys];

    public async ValueTask InitializeAsync() => bot = await Bot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_bad_token_is_refused_without_a_word_never_handled_and_logged_without_a_name(string row)
    {
        var header = Headers[row](bot);

        using var response = await bot.PostAsync(bot.Message(), header);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(bot.Turns);
        Assert.Single(bot.Log.Lines, line => line.StartsWith("A request to the bot was refused: ", StringComparison.Ordinal));
        Assert.Empty(bot.Channel.Requests);
        string[] secrets = ["Ana", "29:", "a:ana", header is { Length: > 20 } ? header[^20..] : "Ana"];
        Assert.DoesNotContain(bot.Log.Lines, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    private static string Changed(Bot bot, Func<Issuer.Recipe, Issuer.Recipe> change) => "Bearer " + bot.Token(change);

    private static string Relabelled(string token) => Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(token.Split('.')[0]).Replace("RS256", "RS384", StringComparison.Ordinal)) + token[token.IndexOf('.', StringComparison.Ordinal)..];

    private static string Mixed(string signed, string claims) => $"{claims[..claims.LastIndexOf('.')]}.{signed.Split('.')[2]}";

    private static string Unsigned(string token) => token[..token.LastIndexOf('.')];

    private static SigningCredentials Symmetric(string kid, byte[] secret) => new(new SymmetricSecurityKey(secret) { KeyId = kid }, SecurityAlgorithms.HmacSha256);

    private static SigningCredentials Publish(Bot bot, SigningKey key)
    {
        bot.Issuer.Published.Add(key);
        return key.Credentials();
    }
}
