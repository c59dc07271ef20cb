namespace ReleaseInfra.Domain.Notices;

public enum NoticeKind
{
    Started,
    StepDone,
    ApprovalNeeded,
    FreezeMet,
    Held,
    RollingBack,
    RolledBack,
    Done,
    Aborted,
    DriftFound,

    /// <summary>Asked for by hand, to see whether a channel works; every channel takes it.</summary>
    Test,
}

/// <summary>In the order of their weight.</summary>
public enum NoticeSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Somebody has something to do, and users have what they had.</summary>
    Warning,

    /// <summary>Users are hit, or the traffic is where nobody decided it to be.</summary>
    Critical,
}

public static class NoticeWords
{
    /// <summary>As in texts and in the journal.</summary>
    public static string Word(this NoticeKind kind) => kind switch
    {
        NoticeKind.Started => "started",
        NoticeKind.StepDone => "step done",
        NoticeKind.ApprovalNeeded => "approval needed",
        NoticeKind.FreezeMet => "freeze met",
        NoticeKind.Held => "held",
        NoticeKind.RollingBack => "rolling back",
        NoticeKind.RolledBack => "rolled back",
        NoticeKind.Done => "done",
        NoticeKind.Aborted => "aborted",
        NoticeKind.DriftFound => "drift found",
        NoticeKind.Test => "test",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such notice."),
    };

    /// <summary>As in settings and JSON.</summary>
    public static string Key(this NoticeKind kind) => kind.Word().Replace(' ', '-');

    public static string Word(this NoticeSeverity severity) => severity switch
    {
        NoticeSeverity.Info => "info",
        NoticeSeverity.Warning => "warning",
        NoticeSeverity.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Severities are info, warning and critical."),
    };
}
