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

    public async Task HandleAsync(string type, string document, Delivery delivery, CancellationToken ct)
    {
        var route = routes.GetValueOrDefault(type) ?? throw new InvalidOperationException($"This version knows no effect {type}.");
        var effect = (Effect)JsonSerializer.Deserialize(document, route.Effect, Json.Options)!;
        await using var scope = scopes.CreateAsyncScope();
        await route.Handle(scope.ServiceProvider, effect, delivery, ct);
    }
}
