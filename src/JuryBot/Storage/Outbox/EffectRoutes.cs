using System.Text.Json;
using JuryBot.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Storage;

/// <summary>Exactly one handler per type of effect.</summary>
internal sealed class EffectRoutes(IEnumerable<EffectRoute> all, IServiceScopeFactory scopes)
{
    private readonly Dictionary<string, EffectRoute> routes = all.ToDictionary(route => route.Effect.Name, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">One of them has no handler.</exception>
    public void CheckAll(IReadOnlyList<Effect> effects)
    {
        foreach (var effect in effects)
        {
            if (routes.GetValueOrDefault(effect.GetType().Name)?.Effect != effect.GetType())
            {
                throw new InvalidOperationException($"No handler is registered for effect {effect.GetType().Name}.");
            }
        }
    }

    /// <exception cref="UnreadableEffectException">This version cannot read it; a newer one may have written it.</exception>
    public async Task HandleAsync(string type, string document, Delivery delivery, CancellationToken ct)
    {
        var route = routes.GetValueOrDefault(type) ?? throw new UnreadableEffectException(type);
        var effect = Read(document, route.Effect);
        await using var scope = scopes.CreateAsyncScope();
        await route.Handle(scope.ServiceProvider, effect, delivery, ct);
    }

    private static Effect Read(string document, Type type)
    {
        try
        {
            return (Effect)JsonSerializer.Deserialize(document, type, Json.Options)!;
        }
        catch (JsonException)
        {
            throw new UnreadableEffectException(type.Name);
        }
    }
}
