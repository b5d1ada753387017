using JuryBot.Domain;

namespace JuryBot.Storage;

/// <summary>Who carries out one type of effect.</summary>
/// <param name="Effect">Stored by its simple name, which is therefore unique and stays.</param>
internal sealed record EffectRoute(Type Effect, Func<IServiceProvider, Effect, Delivery, CancellationToken, Task> Handle);
