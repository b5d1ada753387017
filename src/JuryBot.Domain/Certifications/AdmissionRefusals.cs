namespace JuryBot.Domain.Certifications;

/// <summary>Why someone may not enter, or a jury not be held. Each rule is named as its method, its arguments in the same order.</summary>
public static class AdmissionRefusals
{
    /// <param name="route">The id asked for.</param>
    public static Refusal UnknownRoute(string route) => new(nameof(UnknownRoute), route);

    public static Refusal RouteClosed(LocalizedText route, LocalizedText because) => new(nameof(RouteClosed), route, because);

    public static Refusal EntryOutsideRegistration(DateOnly on, string certification) => new(nameof(EntryOutsideRegistration), on, certification);

    /// <param name="on">The jury's day.</param>
    public static Refusal JuryOutsideRegistrationNeedsReason(DateOnly on, string certification) => new(nameof(JuryOutsideRegistrationNeedsReason), on, certification);
}
