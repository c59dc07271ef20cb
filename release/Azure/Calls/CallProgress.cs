namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>A call while its attempts are made.</summary>
internal sealed class CallProgress(AzureRequest request, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    private bool _isUnderWay;
    private bool _isUnclear;

    public AzureRequest Request => request;

    public TimeSpan Left => request.Deadline - time.GetElapsedTime(_started);

    /// <summary>The newest; null while there was none.</summary>
    public AzureAnswer? LastAnswer { get; private set; }

    /// <summary>The newest; null while every attempt was answered.</summary>
    public LostAttempt? LastLoss { get; private set; }

    /// <summary>Whether an attempt may have taken effect without saying so.</summary>
    public bool MayHaveHappened => !request.IsRead && (_isUnderWay || _isUnclear);

    public void Begin() => _isUnderWay = true;

    public void End(AzureAnswer answer)
    {
        (_isUnderWay, LastAnswer) = (false, answer);
        _isUnclear |= answer.Status >= 500;
    }

    public void End(LostAttempt loss)
    {
        (_isUnderWay, LastLoss) = (false, loss);
        _isUnclear |= loss.MayHaveArrived;
    }
}
