namespace ReleaseInfra.Offline.Tests.Api;

/// <summary>What the published 3.112.1 has and the listing, which lags behind it, has not.</summary>
internal static class NewerThanTheListing
{
    public static IReadOnlyList<string> Lines { get; } =
    [
        // Numbers with fractions, and objects read with options of the caller's.
        "Pulumi.Config.GetDouble(string key) -> double?",
        "Pulumi.Config.GetObject<T>(string key, System.Text.Json.JsonSerializerOptions options) -> T",
        "Pulumi.Config.GetSecretDouble(string key) -> Pulumi.Output<double>",
        "Pulumi.Config.GetSecretObject<T>(string key, System.Text.Json.JsonSerializerOptions options) -> " +
            "Pulumi.Output<T>",
        "Pulumi.Config.RequireDouble(string key) -> double",
        "Pulumi.Config.RequireObject<T>(string key, System.Text.Json.JsonSerializerOptions options) -> T",
        "Pulumi.Config.RequireSecretDouble(string key) -> Pulumi.Output<double>",
        "Pulumi.Config.RequireSecretObject<T>(string key, System.Text.Json.JsonSerializerOptions options) -> " +
            "Pulumi.Output<T>",

        // Generated functions take these options since 3.71.
        "Pulumi.DeploymentInstance.Invoke<T>(string token, Pulumi.InvokeArgs args, Pulumi.InvokeOutputOptions " +
            "options) -> Pulumi.Output<T>",
        "Pulumi.DeploymentInstance.InvokeSingle<T>(string token, Pulumi.InvokeArgs args, " +
            "Pulumi.InvokeOutputOptions options) -> Pulumi.Output<T>",
        "Pulumi.InvokeOutputOptions",
        "Pulumi.InvokeOutputOptions.DependsOn.get -> Pulumi.InputList<Pulumi.Resource>",
        "Pulumi.InvokeOutputOptions.DependsOn.set -> void",
        "Pulumi.InvokeOutputOptions.InvokeOutputOptions() -> void",

        // Organisations came later than projects and stacks.
        "Pulumi.DeploymentInstance.OrganizationName.get -> string",
        "Pulumi.Testing.TestOptions.OrganizationName.get -> string",
        "Pulumi.Testing.TestOptions.OrganizationName.set -> void",

        // Public since 3.69.
        "Pulumi.RunException",
        "Pulumi.RunException.RunException(string message) -> void",
        "Pulumi.RunException.RunException(string message, System.Exception innerException) -> void",

        // Tests of a function instead of a stack class.
        "static Pulumi.Deployment.TestAsync(Pulumi.Testing.IMocks testMocks, Pulumi.Testing.TestOptions " +
            "testOptions, System.Action createResources) -> " +
            "System.Threading.Tasks.Task<System.Collections.Immutable.ImmutableArray<Pulumi.Resource>>",
        "static Pulumi.Deployment.TestAsync(Pulumi.Testing.IMocks testMocks, Pulumi.Testing.TestOptions " +
            "testOptions, System.Func<System.Threading.Tasks.Task> createResources) -> " +
            "System.Threading.Tasks.Task<System.Collections.Immutable.ImmutableArray<Pulumi.Resource>>",
        "static Pulumi.Deployment.TestAsync(Pulumi.Testing.IMocks testMocks, Pulumi.Testing.TestOptions " +
            "testOptions, System.Func<System.Collections.Generic.IDictionary<string, object>> createResources) -> " +
            "System.Threading.Tasks.Task<(System.Collections.Immutable.ImmutableArray<Pulumi.Resource> Resources, " +
            "System.Collections.Generic.IDictionary<string, object> Outputs)>",
        "static Pulumi.Deployment.TestAsync(Pulumi.Testing.IMocks testMocks, Pulumi.Testing.TestOptions " +
            "testOptions, System.Func<System.Threading.Tasks.Task<System.Collections.Generic.IDictionary<string, " +
            "object>>> createResources) -> " +
            "System.Threading.Tasks.Task<(System.Collections.Immutable.ImmutableArray<Pulumi.Resource> Resources, " +
            "System.Collections.Generic.IDictionary<string, object> Outputs)>",

        // Inputs of either type, since 3.93.
        "static Pulumi.InputUnion<T0, T1>.implicit operator Pulumi.InputUnion<T0, T1>(Pulumi.Input<T0> value) -> " +
            "Pulumi.InputUnion<T0, T1>",
        "static Pulumi.InputUnion<T0, T1>.implicit operator Pulumi.InputUnion<T0, T1>(Pulumi.Input<T1> value) -> " +
            "Pulumi.InputUnion<T0, T1>",

        // Outputs: a function without a result, JSON, and dependencies for tests.
        "Pulumi.Output<T>.Apply(System.Func<T, System.Threading.Tasks.Task> func) -> Pulumi.Output<System.ValueTuple>",
        "static Pulumi.Output.JsonSerialize<T>(Pulumi.Output<T> value, System.Text.Json.JsonSerializerOptions " +
            "options = null) -> Pulumi.Output<string>",
        "static Pulumi.Utilities.OutputUtilities.WithDependency<T>(Pulumi.Output<T> output, Pulumi.Resource " +
            "resource) -> Pulumi.Output<T>",
    ];
}
