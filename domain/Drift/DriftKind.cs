namespace ReleaseInfra.Domain.Drift;

public enum DriftKind
{
    Weight,
    Label,
    Mode,
    Image,
    RampUp,

    /// <summary>An app, job, site or slot that the configuration declares is not there.</summary>
    Missing,

    /// <summary>An app, job, site or slot is there that the configuration does not know.</summary>
    Undeclared,

    /// <summary>A revision that has a row in the traffic is not there.</summary>
    RevisionMissing,

    /// <summary>A revision that a slot holds is not running.</summary>
    RevisionInactive,

    /// <summary>A revision runs that no slot holds.</summary>
    RevisionUndeclared,
}

public static class DriftKinds
{
    /// <summary>As in JSON and text.</summary>
    public static string Word(this DriftKind kind) => kind switch
    {
        DriftKind.Weight => "weight",
        DriftKind.Label => "label",
        DriftKind.Mode => "mode",
        DriftKind.Image => "image",
        DriftKind.RampUp => "ramp-up",
        DriftKind.Missing => "missing",
        DriftKind.Undeclared => "undeclared",
        DriftKind.RevisionMissing => "revision-missing",
        DriftKind.RevisionInactive => "revision-inactive",
        DriftKind.RevisionUndeclared => "revision-undeclared",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
    };
}
