using ReleaseInfra.Domain.Approvals;

namespace ReleaseInfra.Cli.Runs.Requests;

/// <summary>What a person wants of a release that another process carries.</summary>
internal abstract record HandRequest
{
    private protected HandRequest()
    {
    }
}

internal sealed record AskToRollBack(string By, string Why) : HandRequest;

internal sealed record AskToAbort(string By, string Why) : HandRequest;

/// <summary>A release that is held goes on.</summary>
internal sealed record AskToResume(string By) : HandRequest;

internal sealed record GiveApproval(Approval Approval) : HandRequest;
