using System.Collections.Immutable;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Domain.Sessions;

namespace JuryBot.Domain.Deposits;

/// <summary>Pure verbs on what candidates deposit before their exam.</summary>
public static class DepositVerbs
{
    /// <summary>The most files of one deposit.</summary>
    public const int MostFiles = 10;

    /// <summary>The most versions before one jury: it is kept what they all were.</summary>
    public const int MostVersions = 20;

    /// <summary>The most that are forgotten at once: each is a row, well inside one transaction.</summary>
    public const int AtOnce = 40;

    /// <summary>What this jury reads of the candidate.</summary>
    public static DepositKind KindOf(Sitting sitting, Exam exam, Certification certification) =>
        sitting.Kind == JuryKind.Intermediate ? DepositKind.Deliverables
        : certification.Route(exam.Route).IntermediateJuries ? DepositKind.Dossier
        : DepositKind.Livret2;

    /// <summary>Under what a deposit for this exam is kept.</summary>
    public static string KeptBy(Sitting sitting, Exam exam) => exam.Group is null ? exam.Candidate : CandidateDeposits.OfGroups(sitting.Session);

    /// <summary>The candidate's versions that this exam's panel reads, oldest first, the last one in force. A deposit is for the next jury that decides: it follows
    /// a candidate who is postponed or planned anew, and once a jury has decided on it, a later jury does not see it; an annulled decision counts for none. A
    /// group's is every member's, in its session, as long as they are of it.</summary>
    /// <param name="deposits">The candidate's own, or the session's groups'.</param>
    /// <param name="record">The candidate's; <c>null</c> when there is none.</param>
    public static IReadOnlyList<Deposit> Before(this CandidateDeposits? deposits, Sitting sitting, Exam exam, CandidateRecord? record, Certification certification)
    {
        var (kind, until) = (KindOf(sitting, exam, certification), exam.Deliberation?.DecidedAt ?? DateTimeOffset.MaxValue);
        var courses = (record?.Courses ?? []).Where(course => course.Certification == sitting.Certification).ToList();
        var since = courses.SelectMany(course => course.Results).Where(r => r.Sitting != sitting.Id && r.Annulled is null && r.At < until && r.Kind == sitting.Kind && (sitting.Block is null || r.Block == sitting.Block)).Select(r => r.At)
            .Concat(sitting.Kind == JuryKind.Final ? courses.SelectMany(course => course.Appearances).Where(a => a.Sitting != sitting.Id && a.Annulled is null && a.At < until).Select(a => a.At) : [])
            .DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        var read = (deposits?.Deposits ?? []).FindAll(d => d.Certification == sitting.Certification && d.Kind == kind && d.Block == sitting.Block && d.At > since && d.At <= until && (d.Shared is not { } shared || IsOf(d, shared, sitting, exam)));
        var named = read.FindAll(d => d.Shared?.Group == exam.Group);
        return named.IsEmpty ? read : named;
    }

    // By its name, where they have a member in common, or by its members where it was renamed or is no group any more. What a member who is heard later deposits after this sitting's deadline is not this panel's.
    private static bool IsOf(Deposit deposit, GroupDeposit shared, Sitting sitting, Exam exam) =>
        deposit.Session == sitting.Session && (deposit.Sitting == sitting.Id || deposit.At <= sitting.DepositUntil)
        && (exam.Group is null ? shared.Members.Contains(exam.Candidate)
            : shared.Group == exam.Group ? Members(sitting, exam).Any(shared.Members.Contains) : shared.Members.ToHashSet().SetEquals(Members(sitting, exam)));

    private static IEnumerable<string> Members(Sitting sitting, Exam exam) => sitting.Exams.Where(e => e.Group == exam.Group).Select(e => e.Candidate);

    /// <summary>Why nothing can be deposited for this exam now, or <c>null</c>: for asking before files are taken in.</summary>
    /// <param name="by">The candidate, or somebody of the coordination, who is bound to no deadline and gives the reason.</param>
    /// <param name="reason">Without effect for the candidate.</param>
    public static Refusal? WhyNotDeposit(Sitting sitting, string candidate, string by, string? reason, DateTimeOffset at) =>
        sitting.Exam(candidate) is not { } exam ? new Refusal("NotYours")
        : sitting.State == SittingState.Cancelled ? new Refusal("SittingCancelled")
        : exam.State == ExamState.NotHeld ? new Refusal("ExamNotHeld", exam.Name)
        : sitting.DepositUntil is not { } last ? new Refusal("DepositsNotTaken")
        : by == candidate && at > last ? new Refusal("DepositLate", last) // before it is said that the jury has decided, which a candidate learns by what is published
        : exam.State == ExamState.Decided ? new Refusal("AlreadyDecided", exam.Name)
        : by != candidate ? SheetVerbs.WhyNotReason(reason)
        : null;

    /// <summary>Keeps a deposit as the next version. The same files as the last one's change nothing.</summary>
    /// <param name="known">What is kept under <see cref="KeptBy"/>; <c>null</c> for the first.</param>
    /// <param name="at">When it began to arrive.</param>
    public static Decision<CandidateDeposits> Add(
        CandidateDeposits? known, Sitting sitting, string candidate, CandidateRecord? record, ImmutableList<DepositedFile> files, string by, string? reason, Certification certification, DateTimeOffset at)
    {
        if (WhyNotDeposit(sitting, candidate, by, reason, at) is { } refusal)
        {
            return refusal;
        }

        if (files.IsEmpty || files.Count > MostFiles)
        {
            return new Refusal("DepositFiles", MostFiles);
        }

        var exam = sitting.Exam(candidate)!;
        var earlier = known.Before(sitting, exam, record, certification);
        if (earlier.Count >= MostVersions)
        {
            return new Refusal("DepositVersions", MostVersions);
        }

        known ??= new CandidateDeposits { Candidate = KeptBy(sitting, exam) };
        return earlier.Count > 0 && earlier[^1].Shared?.Group == exam.Group && earlier[^1].Files.SequenceEqual(files) ? known : known with
        {
            Deposits = known.Deposits.Add(new Deposit
            {
                Number = known.Deposits.IsEmpty ? 1 : known.Deposits[^1].Number + 1,
                Certification = sitting.Certification,
                Session = sitting.Session,
                Sitting = sitting.Id,
                Kind = KindOf(sitting, exam, certification),
                Block = sitting.Block,
                Version = earlier.Count == 0 ? 1 : earlier[^1].Version + 1,
                Files = files,
                At = at,
                By = by,
                Reason = by == candidate ? null : reason!.Trim(),
                Shared = exam.Group is { } group ? new GroupDeposit(group, [.. Members(sitting, exam)], candidate) : null,
            }),
        };
    }

    /// <summary>Why this person does not read what the candidate deposited, or <c>null</c>: a member of their panel who judges them, as it is now (certification §7).
    /// A link to the candidate is another rule's.</summary>
    public static Refusal? WhyNotRead(Sitting sitting, Exam exam, string person) =>
        sitting.State == SittingState.Cancelled ? new Refusal("SittingCancelled")
        : exam.State == ExamState.NotHeld ? new Refusal("ExamNotHeld", exam.Name)
        : SittingVerbs.WhyNotJudging(sitting, exam, person);

    /// <summary>Sends a candidate the link to where they deposit, a member the one to what candidates deposited.</summary>
    public static Decision<Sitting> SendLink(Sitting sitting, string person) =>
        sitting.State != SittingState.Cancelled && (sitting.Exam(person) is { State: not ExamState.NotHeld } || sitting.Exams.Exists(exam => WhyNotRead(sitting, exam, person) is null))
            ? Decision<Sitting>.Accept(sitting, new SendDepositLink(sitting.Id, person))
            : new Refusal("NotYours");

    /// <summary>Forgets the first <see cref="AtOnce"/> that were deposited in a session, as old as it may become; again until nothing changes.</summary>
    public static Decision<CandidateDeposits> Forget(CandidateDeposits deposits, string session) => Forget(deposits, deposit => deposit.Session == session);

    /// <summary>Forgets the first <see cref="AtOnce"/> that an erased candidate deposited; again until nothing changes.</summary>
    public static Decision<CandidateDeposits> Erase(CandidateDeposits deposits) => Forget(deposits, _ => true);

    /// <summary>What is left of the groups' deposits when candidates are erased: a deliverable is the others' too and goes with the last of its group, and so do
    /// <see cref="AtOnce"/> at most; why the coordination deposited for one who is erased goes at once. Again until nothing changes.</summary>
    /// <param name="deposits">Of a session's groups.</param>
    /// <param name="groups">The session's, as they are now.</param>
    /// <param name="erased">Candidates who are.</param>
    public static Decision<CandidateDeposits> EraseMembers(CandidateDeposits deposits, IReadOnlyList<CandidateGroup> groups, IReadOnlySet<string> erased)
    {
        var left = Forget(deposits, d => d.Shared!.Members.Concat(groups.FirstOrDefault(group => group.Name == d.Shared.Group && group.Candidates.Any(d.Shared.Members.Contains))?.Candidates ?? []).All(erased.Contains)).State!;
        bool Speaks(Deposit d) => d.Reason is not (null or Erasure.Name) && erased.Contains(d.Shared!.Candidate);
        return left.Deposits.Exists(Speaks) ? left with { Deposits = left.Deposits.ConvertAll(d => Speaks(d) ? d with { Reason = Erasure.Name } : d) } : left;
    }

    private static Decision<CandidateDeposits> Forget(CandidateDeposits deposits, Func<Deposit, bool> gone) => deposits.Deposits.Where(gone).Take(AtOnce).ToList() is { Count: > 0 } first
        ? deposits with { Deposits = deposits.Deposits.RemoveRange(first) }
        : deposits;
}

/// <summary>Send somebody of a sitting their link to deposit, or to read what was deposited, in their chat.</summary>
public sealed record SendDepositLink(string Sitting, string Person) : Effect
{
    public override string Recipient => $"chat|{Person}";
}
