namespace ReleaseInfra.Rehearsal.Arm.Http;

/// <summary>A call that is answered with an error before the embedded Azure was asked anything.</summary>
internal sealed class ArmRefusal(ArmAnswer answer) : Exception($"Answered with {answer.Status}.")
{
    public ArmAnswer Answer => answer;
}
