namespace JuryBot.Domain.Exams;

public static partial class SittingVerbs
{
    /// <summary>A member who was there acknowledges the minutes of a sitting whose exams are all decided; once.</summary>
    public static Decision<Sitting> Acknowledge(Sitting sitting, string by, DateTimeOffset now) =>
        sitting.Member(by) is not { } member ? new Refusal("NotOnPanel")
        : member.Present != true ? new Refusal("WasAbsent")
        : sitting.State != SittingState.Closed ? new Refusal("NotYetClosed")
        : sitting.Acknowledgements.Exists(a => a.Person == by) ? sitting
        : sitting with { Acknowledgements = sitting.Acknowledgements.Add(new Acknowledgement(by, now)) };
}
