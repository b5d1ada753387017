namespace JuryBot.Domain.Certifications;

/// <summary>Who may come to the certification, and when a jury may be held.</summary>
public static class Admission
{
    /// <summary>Whether someone may enter by this route on this day.</summary>
    public static Refusal? Enter(Certification certification, string route, DateOnly on) => certification.FindRoute(route) switch
    {
        null => AdmissionRefusals.UnknownRoute(route),
        { Open: false } closed => AdmissionRefusals.RouteClosed(closed.Name, closed.ClosedBecause!),
        _ when certification.RegistrationOn(on) is null => AdmissionRefusals.EntryOutsideRegistration(on, certification.Id),
        _ => null,
    };

    /// <summary>Whether someone who entered then may be heard by a jury now. A jury outside every registration, for people who entered within
    /// one, needs a written reason, one per session.</summary>
    /// <param name="on">The jury's day, or the last day of a session's window.</param>
    /// <param name="reason">The session's written reason, if there is one.</param>
    public static Refusal? MayBeHeard(Certification certification, string route, DateOnly enteredOn, DateOnly on, string? reason) =>
        Enter(certification, route, enteredOn)
            ?? (certification.RegistrationOn(on) is null && string.IsNullOrWhiteSpace(reason)
                ? AdmissionRefusals.JuryOutsideRegistrationNeedsReason(on, certification.Id)
                : null);
}
