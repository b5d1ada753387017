using JuryBot.Configuration;
using JuryBot.Domain.Exams;

namespace JuryBot.Features.Sittings;

/// <summary>What could not be carried out for a sitting, with the names it is about.</summary>
internal sealed class SittingProblems(Problems problems, OrganisationSettings organisation)
{
    public Task<IReadOnlyList<Problem>> ListAsync(Sitting sitting, string language, CancellationToken cancellation) =>
        problems.ListAsync(Aggregates.Sittings.Table, sitting.Id, recipient => Name(recipient, sitting), language, cancellation);

    // Recipients are written "chat|{person}", "candidate|{candidate}", "reservation|{room}" and the like.
    private string? Name(string recipient, Sitting sitting)
    {
        if (recipient.StartsWith("chair|", StringComparison.Ordinal))
        {
            var certification = organisation.CertificationOf(sitting);
            return sitting.Panel.Find(m => SittingVerbs.Chairs(sitting, certification, m))?.Name;
        }

        var id = recipient[(recipient.IndexOf('|', StringComparison.Ordinal) + 1)..];
        return sitting.Member(id)?.Name ?? sitting.Exam(id)?.Name ?? (id == sitting.Room ? sitting.RoomName : null);
    }
}
