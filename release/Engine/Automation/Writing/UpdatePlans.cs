using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Automation.Writing;

/// <summary>Which updates can be held to Pulumi's update plans.</summary>
internal static class UpdatePlans
{
    public const string NotHeld =
        "The update is not held to this preview: it makes resources, and Pulumi's update plans fail on values that only they will give.";

    /// <summary>A release changes tags and weights, which are known beforehand. What is made gives values that are not.</summary>
    public static bool CanHold(StackPlan plan) => plan.Changes.All(change =>
        change.Operation is Operation.Same or Operation.Delete
        || (change.Operation == Operation.Update && !HasUnknown(change.Resource.Inputs)));

    private static bool HasUnknown(InputValue value) => value switch
    {
        UnknownValue => true,
        MapValue map => map.Entries.Any(entry => HasUnknown(entry.Value)),
        ListValue list => list.Items.Any(HasUnknown),
        _ => false,
    };
}
