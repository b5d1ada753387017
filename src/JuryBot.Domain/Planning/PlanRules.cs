namespace JuryBot.Domain.Planning;

/// <summary>Names of the hard rules, stable: files and texts quote them.</summary>
public static class PlanRules
{
    public const string Known = "known";
    public const string Once = "once";
    public const string OnGrid = "onGrid";
    public const string WithinDay = "withinDay";
    public const string RoleFilled = "roleFilled";
    public const string Eligible = "eligible";
    public const string OneRole = "oneRole";
    public const string Conflict = "conflict";
    public const string Composition = "composition";
    public const string JurorFree = "jurorFree";
    public const string CandidateFree = "candidateFree";
    public const string RoomFree = "roomFree";
    public const string JurorOverlap = "jurorOverlap";
    public const string CandidateOverlap = "candidateOverlap";
    public const string RoomOverlap = "roomOverlap";
    public const string MaxExams = "maxExams";
    public const string MaxDays = "maxDays";
    public const string Site = "site";
    public const string OneSite = "oneSite";
    public const string Break = "break";
    public const string Pinned = "pinned";

    /// <summary>Not rules of plans but reasons: exams that want the same people, times or rooms; the search was cut off; an earlier objective is worth more than the exam.</summary>
    public const string Together = "together";
    public const string TimeLimit = "timeLimit";
    public const string Objective = "objective";
}
