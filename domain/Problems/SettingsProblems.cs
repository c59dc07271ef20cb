using System.Globalization;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Problems;

/// <summary>RI11: values that are each allowed, and do not go together or not with Azure.</summary>
public static class SettingsProblems
{
    public static Problem ComputeCombination(Place memory, decimal cpu, decimal memoryGi) => Found(
        ProblemCode.ComputeCombination,
        memory,
        cpu % 0.25m == 0
            ? $"Container Apps gives {Number(cpu)} vCPU exactly {Number(cpu * 2)} GiB of memory, not {Number(memoryGi)}."
            : $"Container Apps has no {Number(cpu)} vCPU.",
        "cpu 0.25 to 4 in steps of 0.25, and memoryGi exactly twice as much",
        cpu % 0.25m == 0
            ? $"Set memoryGi to {Number(cpu * 2)}, or cpu to {Number(memoryGi / 2)}."
            : $"Set cpu to {Number(Math.Ceiling(cpu * 4) / 4)} and memoryGi to {Number(Math.Ceiling(cpu * 4) / 2)}.");

    public static Problem ReplicaOrder(Place maximum, int minimum, int maximumReplicas) => Found(
        ProblemCode.ReplicaOrder,
        maximum,
        $"The maximum of {maximumReplicas} replicas is below the minimum of {minimum}.",
        "a maximum that is not below the minimum",
        $"Raise the maximum to at least {minimum}, or lower the minimum.");

    public static Problem NeverWakes(Place minimum) => Found(
        ProblemCode.NeverWakes,
        minimum,
        "Without ingress nothing wakes a service that has no replica.",
        "at least 1 replica for a service without ingress",
        "Set the minimum to 1, or give the service an ingress.");

    public static Problem VariableAlsoSecret(Place variable, string name) => Found(
        ProblemCode.VariableAlsoSecret,
        variable,
        $"'{name}' stands in both variables and secrets.",
        "each name in one of the two",
        $"Remove '{name}' from variables or from secrets.");

    /// <param name="setBy">As in "is set by Container Apps".</param>
    public static Problem ReservedVariable(Place variable, string name, string setBy) => Found(
        ProblemCode.ReservedVariable,
        variable,
        $"'{name}' is set by {setBy}.",
        $"a name that neither the program nor the host sets: not {ReservedVariables.Words}",
        $"Rename '{name}', or remove it.");

    public static Problem SecretInTwoVersions(Place variable, string name, string otherName) => Found(
        ProblemCode.SecretInTwoVersions,
        variable,
        $"'{name}' and '{otherName}' are two versions of one secret, and a container app has one at a time.",
        "one version of a secret within a service",
        $"Give '{name}' and '{otherName}' the same version.");

    public static Problem ZonesNeedPrivateNetwork(Place zones) => Found(
        ProblemCode.ZonesNeedPrivateNetwork,
        zones,
        "A zone-redundant Container Apps environment needs a virtual network of its own, and the network is public.",
        "true only with network.kind private",
        "Set network.kind to private, or zoneRedundant to false.");

    public static Problem ZonesNeedReplicas(Place minimum, string service) => Found(
        ProblemCode.ZonesNeedReplicas,
        minimum,
        $"'{service}' has too few replicas to stand in two zones, and containerEnvironment.zoneRedundant is true.",
        "a minimum of at least 2 replicas in a zone-redundant environment",
        "Set the minimum to 2, or zoneRedundant to false.");

    public static Problem SkuOfAnotherTier(Place sku, string tier, string examples) => Found(
        ProblemCode.SkuOfAnotherTier,
        sku,
        $"'{sku.Value}' is no SKU of the tier {tier}.",
        examples,
        "Name a SKU of the tier, or change the tier.");

    public static Problem HighAvailabilityOnBurstable(Place availability) => Found(
        ProblemCode.HighAvailabilityOnBurstable,
        availability,
        "A server of the tier burstable cannot have high availability.",
        "disabled on burstable; same-zone and zone-redundant on general-purpose and memory-optimized",
        "Set highAvailability to disabled, or tier to general-purpose.");

    public static Problem PlanMissing(Place plan, string service) => Found(
        ProblemCode.PlanMissing,
        plan,
        $"'{service}' is hosted on App Service, and there is no plan for it.",
        "an object with sku, instances and zoneRedundant",
        "Add 'appServicePlan', or move the service to container-apps.");

    public static Problem PlanUnused(Place plan) => Found(
        ProblemCode.PlanUnused,
        plan,
        "No service is hosted on App Service, so nothing would run on this plan, and it is paid for.",
        "a plan only where a service has the host app-service",
        "Remove 'appServicePlan' (null in a file that is laid over).");

    public static Problem PlanTooManyInstances(Place instances, string sku, int most) => Found(
        ProblemCode.PlanTooManyInstances,
        instances,
        $"A plan of the SKU {sku} has at most {most} instances.",
        $"a whole number from 1 to {most} for {sku}",
        $"Set instances to {most} or fewer, or take a larger SKU.");

    public static Problem PlanZones(Place zones, string sku, int instances) => Found(
        ProblemCode.PlanZones,
        zones,
        $"A plan of the SKU {sku} with {instances} {(instances == 1 ? "instance" : "instances")} cannot be zone-redundant.",
        "true only for a Premium SKU with at least 2 instances",
        "Take a Premium SKU such as P1v3 and 2 instances, or set zoneRedundant to false.");

    public static Problem RegistryNotPremium(Place sku) => Found(
        ProblemCode.RegistryNotPremium,
        sku,
        "Only a premium registry has private endpoints, and the network is private.",
        "premium in a private network",
        "Set registry.sku to premium, or network.kind to public.");

    public static Problem SubnetTooSmall(Place subnet, int longestPrefix, string forWhat) => Found(
        ProblemCode.SubnetTooSmall,
        subnet,
        $"{subnet.Value} is too small for {forWhat}.",
        $"/{longestPrefix} or larger",
        $"Give it a /{longestPrefix}: its size can hardly be changed later.");

    public static Problem SubnetOutside(Place subnet, string addressSpace) => Found(
        ProblemCode.SubnetOutside,
        subnet,
        $"{subnet.Value} is not inside the address space {addressSpace}.",
        $"a range inside {addressSpace}",
        "Move the subnet, or widen the address space.");

    public static Problem SubnetsOverlap(Place subnet, string otherName, string other) => Found(
        ProblemCode.SubnetsOverlap,
        subnet,
        $"{subnet.Value} overlaps with {otherName}, {other}.",
        "subnets without a common address",
        "Move one of the two.");

    public static Problem ReservedRange(Place range, string reserved) => Found(
        ProblemCode.ReservedRange,
        range,
        $"{range.Value} overlaps with {reserved}, which Container Apps keeps for itself.",
        "a range outside 169.254.0.0/16, 172.30.0.0/16, 172.31.0.0/16, 192.0.2.0/24 and what Container Apps keeps of 100.100.0.0/16",
        "Take another range, such as 10.0.0.0/16.");

    public static Problem StepsNotRising(Place steps, int before, int after) => Found(
        ProblemCode.StepsNotRising,
        steps,
        $"The step {after} comes after {before}.",
        "percentages that rise from step to step, the last one 100",
        "Put the steps in rising order, each once.");

    public static Problem LastStepNotAll(Place steps, int last) => Found(
        ProblemCode.LastStepNotAll,
        steps,
        $"The last step is {last}, so the new version would never get all traffic.",
        "percentages that rise from step to step, the last one 100",
        "Add the step 100.");

    public static Problem TooFewApprovers(Place required, int needed, int named) => Found(
        ProblemCode.TooFewApprovers,
        required,
        $"{needed} approvals are required, and {named} approvers are named.",
        $"a whole number from 0 to {named}",
        "Name more approvers, or require fewer approvals.");

    public static Problem PeriodEndsBeforeItStarts(Place to, string from) => Found(
        ProblemCode.PeriodEndsBeforeItStarts,
        to,
        $"The period ends on {to.Value} and starts on {from}.",
        "a last day that is not before the first",
        "Exchange the two days, or correct the year.");

    public static Problem WatchLooserThanRollBack(Place limit, string rollBackAt) => Found(
        ProblemCode.WatchLooserThanRollBack,
        limit,
        $"The watch's limit {limit.Value} is above {rollBackAt}, at which the release is rolled back anyway.",
        $"at most rollBackAt's {rollBackAt}",
        "Lower the watch's limit, or raise rollBackAt's.");

    public static Problem AlertsReachNobody(Place enabled) => Found(
        ProblemCode.AlertsReachNobody,
        enabled,
        "Alerts are enabled, and notifications.emails names nobody.",
        "true only with at least one address in notifications.emails",
        "Add an address, or set alerts.enabled to false.");

    public static Problem EmptyWindow(Place to) => Found(
        ProblemCode.EmptyWindow,
        to,
        $"The window starts and ends at {to.Value}.",
        "an end that differs from the start; an end before the start is on the next day",
        "Correct the window, or remove it.");

    /// <param name="near">What was probably meant; null where nothing is near.</param>
    public static Problem UnknownTimeZone(Place zone, string? near) => Found(
        ProblemCode.UnknownTimeZone,
        zone,
        near is null
            ? $"This machine's time zone data has no '{zone.Value}'."
            : $"This machine's time zone data has no '{zone.Value}'; did you mean '{near}'?",
        "the IANA name of a time zone such as Europe/Amsterdam, or UTC",
        near is null ? "Correct the name, or update the machine's time zone data." : $"Write '{near}'.");

    public static Problem TrafficOfNobody(Place entry, string service, IReadOnlyCollection<string> known)
    {
        var near = Suggestion.For(service, known);
        return Found(
            ProblemCode.TrafficOfNobody,
            entry,
            near is null
                ? $"Traffic is expected of '{service}', and the environment has no such service."
                : $"Traffic is expected of '{service}', and the environment has no such service; did you mean '{near}'?",
            $"one of {DocumentProblems.Words(known)}",
            near is null ? $"Remove '{service}', or add the service to the environment." : $"Write '{near}'.");
    }

    public static Problem HalfOfCredentials(Place missing) => Found(
        ProblemCode.HalfOfCredentials,
        missing,
        "A mail server asks for a user and a password, and only one of the two is named.",
        "userVariable and passwordVariable, or neither",
        "Name the other variable too, or none.");

    public static Problem PasswordInClear(Place startTls) => Found(
        ProblemCode.PasswordInClear,
        startTls,
        "Without TLS the password would go to the mail server in clear.",
        "false only without userVariable and passwordVariable",
        "Set startTls to true, or remove userVariable and passwordVariable.");

    private static Problem Found(string code, Place place, string message, string allowed, string remedy) =>
        new(code, place.Source, place.Path, place.Value, message, allowed, remedy);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
