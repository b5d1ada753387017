namespace JuryBot.Domain.Exams;

public static partial class SittingVerbs
{
    /// <summary>A candidate asks for their convocation once more, as long as they have not been heard.</summary>
    public static Decision<Sitting> ConveneAgain(Sitting sitting, string candidate, DateTimeOffset now) =>
        sitting.Exam(candidate) is not { } exam || sitting.State == SittingState.Cancelled || exam.End < now
            ? new Refusal("NotYours")
            : Decision<Sitting>.Accept(sitting, new ResendConvocation(sitting.Id, candidate));
}
