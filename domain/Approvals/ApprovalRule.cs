namespace ReleaseInfra.Domain.Approvals;

/// <summary>Whether enough of the right people have agreed to exactly this plan, lately.</summary>
public static class ApprovalRule
{
    private static readonly StringComparer People = StringComparer.OrdinalIgnoreCase;

    /// <param name="requester">Who releases; cannot approve.</param>
    /// <param name="given">In any order; of one person the last word on this plan counts.</param>
    public static ApprovalDecision Judge(
        ApprovalTerms terms, string planHash, string requester, IEnumerable<Approval> given, DateTimeOffset now)
    {
        var agreed = new List<string>();
        var notCounted = new List<string>();
        var lastWords = given
            .GroupBy(approval => (By: approval.By.ToUpperInvariant(), approval.PlanHash))
            .Select(words => words.OrderBy(word => word.At).Last())
            .OrderBy(word => word.At)
            .ThenBy(word => word.By, People);
        foreach (var word in lastWords)
        {
            if (Objection(terms, planHash, requester, word, now) is { } objection)
                notCounted.Add(objection);
            else if (!word.Agrees)
                return new Refused(word.By);
            else
                agreed.Add(word.By);
        }

        if (agreed.Count >= terms.Required)
            return new Granted([.. agreed]);
        return new StillNeeded(
            terms.Required - agreed.Count,
            [.. terms.Approvers.Where(approver => !People.Equals(approver, requester)).Except(agreed, People)],
            [.. notCounted]);
    }

    private static string? Objection(ApprovalTerms terms, string planHash, string requester, Approval word, DateTimeOffset now)
    {
        if (word.PlanHash != planHash)
            return $"{word.By} has seen another plan, {word.PlanHash}.";
        if (People.Equals(word.By, requester))
            return $"{word.By} releases, and cannot approve.";
        if (!terms.Approvers.IsEmpty && !terms.Approvers.Contains(word.By, People))
            return $"{word.By} is no approver.";
        if (word.At > now)
            return $"{word.By} answered in the future, at {word.At:u}.";
        return now - word.At >= terms.ValidFor ? $"{word.By} answered at {word.At:u}, and that has expired." : null;
    }
}
