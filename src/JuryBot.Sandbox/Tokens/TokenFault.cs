namespace JuryBot.Sandbox.Tokens;

/// <summary>What to make wrong in a token, to see it refused.</summary>
public enum TokenFault
{
    None,

    /// <summary>Meant for somebody else.</summary>
    Audience,

    /// <summary>Issued by somebody else.</summary>
    Issuer,

    /// <summary>Signed by a key nobody published, under the id of one that is.</summary>
    Key,

    /// <summary>Signed by a key with an id nobody published.</summary>
    UnknownKey,

    /// <summary>Expired an hour ago.</summary>
    Expired,

    /// <summary>Valid in an hour.</summary>
    NotYetValid,

    /// <summary>Not signed: <c>alg</c> none.</summary>
    Unsigned,

    /// <summary>Channel tokens only: another <c>serviceurl</c> than the activity's.</summary>
    ServiceUrl,
}
