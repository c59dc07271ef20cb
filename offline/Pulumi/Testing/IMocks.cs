namespace Pulumi.Testing;

public interface IMocks
{
    /// <returns>The id, which a component has none of, and the state: a dictionary by wire names, or arguments.</returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    Task<object> CallAsync(MockCallArgs args);
}
