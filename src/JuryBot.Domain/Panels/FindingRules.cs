namespace JuryBot.Domain.Panels;

/// <summary>Names of the composition rules, each with the arguments of its findings. All are errors but those said to be warnings.</summary>
public static class FindingRules
{
    /// <summary>Arguments: role id, how many are needed, how many there are.</summary>
    public const string RoleMissing = nameof(RoleMissing);

    /// <summary>A role nobody defined for this jury. Arguments: role id, person id.</summary>
    public const string UnknownRole = nameof(UnknownRole);

    /// <summary>Arguments: role id, how many there are.</summary>
    public const string OneChairOnly = nameof(OneChairOnly);

    /// <summary>Arguments: person id, the role ids held.</summary>
    public const string OnePersonOneRole = nameof(OnePersonOneRole);

    /// <summary>The holder of an external role comes from inside. Arguments: role id, person id.</summary>
    public const string ExternalRequired = nameof(ExternalRequired);

    /// <summary>The holder of an external role represents the other college, or none. Arguments: role id, person id, the college needed.</summary>
    public const string CollegeRequired = nameof(CollegeRequired);

    /// <summary>The director's appointment is not on record. Arguments: role id, person id.</summary>
    public const string AppointmentRequired = nameof(AppointmentRequired);

    /// <summary>Too few externals count. Arguments: how many count, how many members, the least percentage.</summary>
    public const string ExternalShare = nameof(ExternalShare);

    /// <summary>Arguments: how many employers count, how many employees.</summary>
    public const string CollegeParity = nameof(CollegeParity);

    /// <summary>Nobody is there. No arguments.</summary>
    public const string NobodyPresent = nameof(NobodyPresent);

    /// <summary>Warning, intermediate jury. Arguments: how many professionals there are, how many there should be.</summary>
    public const string FewProfessionals = nameof(FewProfessionals);

    /// <summary>Warning, intermediate jury: somebody else has to lead it. Arguments: role id.</summary>
    public const string ChairMissing = nameof(ChairMissing);
}
