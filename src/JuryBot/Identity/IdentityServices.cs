using JuryBot.Configuration;
using JuryBot.Storage;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace JuryBot.Identity;

internal static class IdentityServices
{
    /// <summary>People's tokens for the API: signed by the tenant, for our audience, with validation on.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services, Settings settings)
    {
        var entra = settings.Entra;
        services.AddSingleton<PeopleRegister>().AddSingleton<CallerFilter>()
            .AddSingleton(provider => new PersonalLinks(provider.GetRequiredService<Lookups>(), provider.GetRequiredService<Deadlines>(), provider.GetRequiredService<TimeProvider>()))
            .AddEffect<ForgetExpiredLinks, PersonalLinks>((links, _, _, cancellation) => links.ForgetExpiredAsync(cancellation))
            .AddHostedService<ExpiredLinks>();
        services.AddAuthorization();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.IncludeErrorDetails = false;
            options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                entra.MetadataOrDefault,
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever { RequireHttps = !new Uri(entra.MetadataOrDefault).IsLoopback });
            options.TokenValidationParameters.ValidIssuer = entra.IssuerOrDefault;
            options.TokenValidationParameters.ValidAudiences = [entra.Audience!, entra.ClientId!];
            options.TokenValidationParameters.ValidAlgorithms = ["RS256", "RS384", "RS512"];
            options.TokenValidationParameters.NameClaimType = "name";
        });

        // Keys for cookies, which nobody is given here: they are not read at every start, nor kept in files.
        foreach (var keys in services.Where(service => service.ImplementationType?.FullName == "Microsoft.AspNetCore.DataProtection.Internal.DataProtectionHostedService").ToList())
        {
            services.Remove(keys);
        }

        return services;
    }
}
