namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>How a request ended.</summary>
internal readonly record struct Passed(int Status)
{
    /// <summary>The client is gone; the number is nginx's, since HTTP has none for it.</summary>
    public static Passed Abandoned { get; } = new(499);

    public bool IsOfFault { get; init; }

    public bool IsBroken { get; init; }
}
