namespace ReleaseInfra.Domain.Approvals;

/// <summary>One person's word about one plan.</summary>
/// <param name="By">Compared without regard to case.</param>
/// <param name="PlanHash">Of the plan that was seen.</param>
/// <param name="Agrees">False for a refusal, which also takes back an approval given before.</param>
public sealed record Approval(string By, string PlanHash, DateTimeOffset At, bool Agrees = true);
