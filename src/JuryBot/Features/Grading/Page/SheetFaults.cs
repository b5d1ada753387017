using JuryBot.Domain;

namespace JuryBot.Features.Grading.Page;

/// <summary>What is wrong with a sheet, and in which of its fields.</summary>
internal sealed class SheetFaults(Refusal? refusal)
{
    private readonly IReadOnlyList<(string Field, Refusal Fault)> faults = [.. (refusal?.Details ?? []).Select(fault => (FieldOf(fault), fault))];

    public static SheetFaults None { get; } = new(null);

    /// <summary>In the order of the sheet.</summary>
    public IReadOnlyList<(string Field, Refusal Fault)> All => faults;

    public IEnumerable<Refusal> Of(string field) => faults.Where(f => f.Field == field).Select(f => f.Fault);

    public bool Any(string field) => faults.Any(f => f.Field == field);

    private static string FieldOf(Refusal fault) => (fault.Rule, fault.Arguments) switch
    {
        ("DeliverableUnknown", _) => SheetInputs.Deliverables,
        ("DeliverableBoth", _) => SheetInputs.NotApplicable,
        ("JudgmentMissing" or "JudgmentUnknown", [string criterion, ..]) => SheetInputs.Judgment(criterion),
        ("MarkNotANumber" or "MarkOutOfRange", [string criterion, ..]) => SheetInputs.Mark(criterion),
        (_, [string criterion, ..]) => SheetInputs.Comment(criterion),
        _ => SheetInputs.Overall,
    };
}
