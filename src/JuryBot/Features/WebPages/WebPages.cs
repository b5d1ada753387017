using System.IO.Compression;
using JuryBot.Configuration;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;

namespace JuryBot.Features.WebPages;

/// <summary>Serves the built web pages under <c>/app/</c> with the headers a page needs to be trusted.</summary>
internal static class WebPages
{
    // Fluent fills style elements by script: only the empty ones that are made in the page need leave.
    private const string EmptyStyle = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    // Over TLS too: nothing under this path is anybody's secret.
    public static IServiceCollection AddWebPages(this IServiceCollection services) => services.AddResponseCompression(options => options.EnableForHttps = true)
        // What browsers then keep for a year is worth packing well.
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal)
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);

    public static void UseWebPages(this IApplicationBuilder app, Settings settings, IWebHostEnvironment environment)
    {
        var authority = new Uri(settings.Entra.AuthorityOrDefault).GetLeftPart(UriPartial.Authority);
        var policy = $"default-src 'self'; connect-src 'self' {authority}; style-src 'self' '{EmptyStyle}'; img-src 'self' data:; "
            + $"frame-src 'self' {authority}; frame-ancestors 'self' {settings.Operations.FrameAncestors}; base-uri 'self'; form-action 'self'";
        var panePolicy = $"{policy}; script-src 'self' {new Uri(settings.Operations.OfficeScript).GetLeftPart(UriPartial.Authority)}";
        app.Use(async (http, next) =>
        {
            if (http.Request.Path.StartsWithSegments("/app", StringComparison.OrdinalIgnoreCase))
            {
                http.Response.Headers.ContentSecurityPolicy = http.Request.Path.Equals("/app/pane.html", StringComparison.OrdinalIgnoreCase) ? panePolicy : policy;
            }

            await next(http);
        });

        var pages = Path.Combine(environment.WebRootPath ?? "", "app");
        if (Directory.Exists(pages))
        {
            var files = new PhysicalFileProvider(pages);
            app.UseWhen(http => http.Request.Path.StartsWithSegments("/app", StringComparison.OrdinalIgnoreCase), pages => pages.UseResponseCompression());
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files, RequestPath = "/app" });
            // What a page loads has its hash in its name; the page itself is asked for anew.
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = files,
                RequestPath = "/app",
                OnPrepareResponse = answer => answer.Context.Response.Headers.CacheControl =
                    answer.Context.Request.Path.StartsWithSegments("/app/assets", StringComparison.OrdinalIgnoreCase) ? "public, max-age=31536000, immutable" : "no-cache",
            });
        }
    }

    /// <summary>The address people type, and what the pages are told of this JuryBot.</summary>
    public static void MapWebPages(this WebApplication app, Settings settings)
    {
        app.MapGet("/", () => Results.Redirect("/app/")).AllowAnonymous();
        app.MapGet("/app/config.json", () => Results.Ok(new
        {
            authority = settings.Entra.AuthorityOrDefault,
            clientId = settings.Entra.ClientId,
            scope = $"openid profile {settings.Entra.Audience}/.default",
            language = settings.Organisation.Language,
            officeScript = settings.Operations.OfficeScript,
            hosts = settings.Operations.FrameAncestors.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        })).AllowAnonymous();
    }
}
