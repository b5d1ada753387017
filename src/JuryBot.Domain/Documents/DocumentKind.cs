namespace JuryBot.Domain.Documents;

/// <summary>What people are handed on paper, or keep in a file.</summary>
public enum DocumentKind
{
    /// <summary>Of a sitting, to one of its members.</summary>
    MemberConvocation,

    /// <summary>Of a sitting, to one of its candidates; it shows no other.</summary>
    CandidateConvocation,

    /// <summary>Of a sitting, for everybody to sign.</summary>
    Attendance,

    /// <summary>Of a closed sitting (certification §7).</summary>
    Minutes,

    /// <summary>Of a candidate's block, by the certificate's number.</summary>
    Certificate,

    /// <summary>Of a candidate's title, by its number.</summary>
    Parchment,

    /// <summary>To a candidate: what a certification jury decided, once published.</summary>
    AwardLetter,

    /// <summary>Of a session: every document of its sittings and of what they decided, with their hashes and the ledgers' heads.</summary>
    Audit,
}
