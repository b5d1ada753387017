namespace JuryBot.Sandbox;

/// <summary>The configuration that points JuryBot at a tenant, every address of it.</summary>
internal static class JuryBotSettings
{
    public static IReadOnlyDictionary<string, string> For(Tenant tenant, Uri juryBot, string storageConnectionString)
    {
        var (organisation, site) = (tenant.Organisation, tenant.Address);
        var entra = $"{site}{organisation.TenantId}/v2.0";
        var settings = new Dictionary<string, string>
        {
            ["Graph:BaseUrl"] = $"{site}graph/v1.0",
            ["Graph:Scope"] = "https://graph.microsoft.com/.default",
            ["Bot:AppId"] = organisation.AppId.ToString(),
            ["Bot:TenantId"] = organisation.TenantId.ToString(),
            ["Bot:OpenIdMetadata"] = $"{site}botframework/v1/.well-known/openidconfiguration",
            ["Bot:Issuer"] = Tokens.TokenOffice.ChannelName,
            ["Bot:Scope"] = "https://api.botframework.com/.default",
            ["Bot:ServiceUrls:0"] = tenant.ServiceUrl,
            ["Bot:AllowUnauthenticated"] = "false",
            ["Entra:TenantId"] = organisation.TenantId.ToString(),
            ["Entra:OpenIdMetadata"] = $"{entra}/.well-known/openid-configuration",
            ["Entra:Issuer"] = entra,
            ["Entra:Audience"] = tenant.Tokens.ApiAudience,
            ["Entra:ClientId"] = organisation.ClientId.ToString(),
            ["Entra:Authority"] = entra,
            ["Storage:ConnectionString"] = storageConnectionString,
            ["Organisation:Name"] = organisation.Name,
            ["Organisation:Contact"] = People.Organisation.SharedMailbox,
            ["Organisation:Language"] = "fr",
            ["Organisation:TimeZone"] = organisation.TimeZone,
            ["Organisation:Registrations:0:From"] = "2022-08-08",
            ["Organisation:Registrations:0:To"] = "2027-08-07",
            ["Organisation:Registrations:0:Act"] = "Renouvellement d'exemple (fictif)",
            ["Organisation:Registrations:0:Fictitious"] = "true",
            ["Site:OfficeScript"] = $"{site}office/office.js",
            ["Site:FrameAncestors"] = site.GetLeftPart(UriPartial.Authority),
            ["Site:PublicUrl"] = juryBot.ToString().TrimEnd('/'),
        };
        if (tenant.CertificationsFolder is { } folder)
        {
            settings["Organisation:CertificationsFolder"] = folder;
        }

        return settings;
    }
}
